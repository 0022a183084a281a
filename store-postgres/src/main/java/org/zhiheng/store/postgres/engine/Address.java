package org.zhiheng.store.postgres.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.zhiheng.values.Parsed;

/// Where a database is and as whom to speak to it.
///
/// @param jdbcUrl for the driver, without the password
/// @param user the user; empty when the URL's parameters name it
/// @param password never printed; empty when the URL's parameters hold it
public record Address(String jdbcUrl, String user, String password) {

  private static final int PORT_USUAL = 5432;

  /// Reads `jdbc:postgresql://…`, `postgres://user:password@host:port/database` or
  /// `postgresql://…`, as they stand in `ZHIHENG_DATABASE_URL`.
  public static Parsed<Address> parse(String text) {
    String url = text.strip();
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:postgresql:")) {
      return Parsed.ok(new Address(url, "", ""));
    }
    if (!lower.startsWith("postgres://") && !lower.startsWith("postgresql://")) {
      return refused();
    }
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null || uri.getRawPath() == null || uri.getRawPath().length() < 2) {
        return refused();
      }
      String given = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
      int colon = given.indexOf(':');
      String user = decoded(colon < 0 ? given : given.substring(0, colon));
      String password = colon < 0 ? "" : decoded(given.substring(colon + 1));
      int port = uri.getPort() < 0 ? PORT_USUAL : uri.getPort();
      String parameters = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return Parsed.ok(
          new Address(
              "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + parameters,
              user,
              password));
    } catch (URISyntaxException _) {
      return refused();
    }
  }

  /// The URL with one more parameter.
  public String with(String parameter, String value) {
    return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + parameter + "=" + value;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  // the address may hold a password: what was given is not repeated
  private static Parsed<Address> refused() {
    return Parsed.refused(
        "database-url",
        "",
        "A database address is jdbc:postgresql://host:port/database or"
            + " postgres://user:password@host:port/database.");
  }

  @Override
  public String toString() {
    return user.isEmpty() ? "a database" : user + "@" + jdbcUrl.replaceAll("\\?.*", "");
  }
}
