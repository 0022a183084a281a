package org.zhiheng.server.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speaks HTTP over a plain socket, so that anything can be said, and keeps cookies like a browser.
public final class Browser {

  private static final int TIMEOUT_MILLIS = 20_000;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

  private final int port;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";

  /// Of the server at this port.
  public Browser(int port) {
    this.port = port;
  }

  /// An answer.
  public record Answer(int status, List<String> headers, String body) {
    /// The value of a header.
    public Optional<String> header(String name) {
      return headers.stream()
          .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
          .map(line -> line.substring(name.length() + 2))
          .findFirst();
    }

    @Override
    public String toString() {
      return status + "\n" + String.join("\n", headers) + "\n\n" + body;
    }
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void cookie(String name, String value) {
    cookies.put(name, value);
  }

  /// The token of the last page that had a form.
  public String token() {
    return token;
  }

  /// Gets a page.
  public Answer get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  /// Posts a form with the token of the last page.
  public Answer post(String path, Map<String, String> fields, String... headers)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token);
    return form(path, all, headers);
  }

  /// Posts a form as it is.
  Answer form(String path, Map<String, String> fields, String... headers) throws IOException {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/x-www-form-urlencoded");
    return send("POST", path, String.join("&", pairs), all.toArray(String[]::new));
  }

  /// Opens the page for signing in, and signs in.
  public Answer signIn(String name, String password) throws IOException {
    get(SignInPages.PATH);
    return post(SignInPages.PATH, Map.of("name", name, "password", password));
  }

  /// Sends anything.
  public Answer send(String method, String path, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    if (List.of(headers).stream().noneMatch(line -> line.startsWith("Host:"))) {
      head.append("Host: 127.0.0.1:").append(port).append("\r\n");
    }
    if (!cookies.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      cookies.forEach((name, value) -> pairs.add(name + "=" + value));
      head.append("Cookie: ").append(String.join("; ", pairs)).append("\r\n");
    }
    for (String line : headers) {
      head.append(line).append("\r\n");
    }
    if (!method.equals("GET")
        && List.of(headers).stream().noneMatch(line -> line.startsWith("Transfer-Encoding"))
        && List.of(headers).stream().noneMatch(line -> line.startsWith("Content-Length"))) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    return raw(head.toString(), bytes);
  }

  private Answer raw(String head, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      while (!complete(read)) {
        byte[] block = new byte[8_192];
        int count = in.read(block);
        if (count < 0) {
          break;
        }
        read.write(block, 0, count);
      }
      String all = read.toString(StandardCharsets.UTF_8);
      int blank = all.indexOf("\r\n\r\n");
      List<String> lines = List.of(all.substring(0, blank).split("\r\n", -1));
      Answer answer =
          new Answer(
              Integer.parseInt(lines.getFirst().split(" ", -1)[1]),
              lines.subList(1, lines.size()),
              all.substring(blank + 4));
      keep(answer);
      return answer;
    }
  }

  /// All of an answer that says how long it is; of another, nothing but its end tells.
  private static boolean complete(ByteArrayOutputStream read) {
    String all = read.toString(StandardCharsets.ISO_8859_1);
    int blank = all.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(all);
    return blank > 0
        && length.find()
        && all.length() - blank - 4 >= Integer.parseInt(length.group(1));
  }

  private void keep(Answer answer) {
    for (String line : answer.headers()) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("set-cookie: ")) {
        String pair = line.substring("set-cookie: ".length()).split(";", -1)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    Matcher matcher = TOKEN.matcher(answer.body());
    if (matcher.find()) {
      token = matcher.group(1);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
