package org.zhiheng.jobs.prove.capture;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.zhiheng.values.Parsed;

/// An address of the web that may be captured: `http` or `https`, a host, no user and password.
///
/// A host in other letters than ASCII is turned into the form that is asked for (`xn--…`), a path
/// in such letters into escapes. What stands behind `#` is kept; it is never sent.
///
/// @param uri with scheme and host in lower case
public record WebAddress(URI uri) {

  /// A longer one is refused.
  public static final int LENGTH_MAX = 4_000;

  private static final String HTTPS = "https";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int PORT_MAX = 65_535;

  /// Reads one; anything else ends in the problem `capture-url`.
  public static Parsed<WebAddress> parse(String text) {
    String stripped = text.strip();
    if (stripped.length() > LENGTH_MAX) {
      return refused(text);
    }
    try {
      return of(new URI(stripped), text);
    } catch (URISyntaxException not) {
      return refused(text);
    }
  }

  /// What another address means when it is read on the page at this one, as `Location` is.
  public Parsed<WebAddress> resolve(String location) {
    try {
      return of(uri.resolve(new URI(location.strip())), location);
    } catch (URISyntaxException not) {
      return refused(location);
    }
  }

  private static Parsed<WebAddress> of(URI given, String text) throws URISyntaxException {
    // half a sign has no bytes, and the JDK's URI looks for them
    if (text.codePoints().anyMatch(point -> point >= 0xd800 && point <= 0xdfff)) {
      return refused(text);
    }
    String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
    String authority = given.getRawAuthority() == null ? "" : given.getRawAuthority();
    if (!scheme.matches("https?") || authority.isEmpty() || authority.contains("@")) {
      return refused(text);
    }
    URI plain = given.getHost() == null ? inAscii(given, authority) : given;
    String host = plain.getHost();
    if (host == null || plain.getPort() > PORT_MAX || plain.getPort() == 0) {
      return refused(text);
    }
    String path = plain.getRawPath();
    URI whole =
        new URI(
            new URI(
                    scheme
                        + "://"
                        + host.toLowerCase(Locale.ROOT)
                        + (plain.getPort() < 0 ? "" : ":" + plain.getPort())
                        + (path == null || path.isEmpty() ? "/" : path)
                        + (plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery())
                        + (plain.getRawFragment() == null ? "" : "#" + plain.getRawFragment()))
                .toASCIIString());
    return whole.getHost() == null ? refused(text) : Parsed.ok(new WebAddress(whole));
  }

  /// With the host as names are asked for.
  private static URI inAscii(URI given, String authority) throws URISyntaxException {
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    try {
      String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
      String written = given.toString();
      int at = written.indexOf(authority);
      return new URI(
          written.substring(0, at)
              + ascii
              + (colon < 0 ? "" : authority.substring(colon))
              + written.substring(at + authority.length()));
    } catch (IllegalArgumentException not) {
      return given; // a host that is none is refused by the caller
    }
  }

  /// Whether it is asked under TLS.
  public boolean secure() {
    return HTTPS.equals(uri.getScheme());
  }

  /// The host, an address of IPv6 without its brackets.
  public String host() {
    String host = String.valueOf(uri.getHost());
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// The port, the scheme's own where none is written.
  public int port() {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return secure() ? HTTPS_PORT : HTTP_PORT;
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  private static Parsed<WebAddress> refused(String text) {
    return Parsed.refused(
        "capture-url",
        text,
        "An address to capture begins with http:// or https://, names a host and carries no user"
            + " and password.");
  }
}
