package org.zhiheng.links.serve;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A status, a few headers and bytes. Made once and handed on; neither side changes its bytes.
public final class Answer {

  /// Text in UTF-8.
  public static final String TEXT = "text/plain; charset=utf-8";

  private static final String CACHE = "Cache-Control";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /// Bytes of a type. Nobody keeps them unless [#kept] says so.
  public static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, Map.of("Content-Type", contentType, CACHE, "no-store"), body);
  }

  /// Text of a type.
  public static Answer of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /// One sentence for a person.
  public static Answer said(int status, String sentence) {
    return of(status, TEXT, sentence + "\n");
  }

  /// The method is none of those that this place takes.
  public static Answer methodNot(String allowed) {
    return said(405, "This place takes " + allowed + ".").with("Allow", allowed);
  }

  /// The same, kept by others as this says.
  public Answer kept(String cacheControl) {
    return with(CACHE, cacheControl);
  }

  /// The same with a header more, or another value of it.
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  /// Of HTTP.
  public int status() {
    return status;
  }

  /// Each once.
  public Map<String, String> headers() {
    return headers;
  }

  /// Not to be changed.
  public byte[] body() {
    return body;
  }
}
