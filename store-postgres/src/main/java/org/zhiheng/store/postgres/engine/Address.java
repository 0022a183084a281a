package org.zhiheng.store.postgres.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Parsed;

/// Where a database is and as whom to speak to it.
///
/// @param jdbcUrl for the driver, without the password
/// @param user the user; empty when the URL's parameters name it
/// @param password never printed; empty when the URL's parameters hold it
public record Address(String jdbcUrl, String user, String password) {

  private static final int PORT_USUAL = 5432;

  /// Hosts of a driver's URL, with their ports, apart by commas; none means this machine.
  private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*)");

  private static final Pattern HERE =
      Pattern.compile("(|localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?");

  /// The driver's names are lower case; of several it takes the last, so there is one.
  private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)");

  private static final Set<String> SSL_SAID =
      Set.of("disable", "require", "verify-ca", "verify-full");

  /// Reads `jdbc:postgresql://…`, `postgres://user:password@host:port/database` or
  /// `postgresql://…`, as they stand in `ZHIHENG_DATABASE_URL`.
  ///
  /// @return refused with `database-url`, and with `database-plain` for another machine without an
  ///   `sslmode` that means one thing: left to itself, or with `prefer`, the driver falls back to
  ///   plain text and checks no certificate
  public static Parsed<Address> parse(String text) {
    return switch (read(text)) {
      case Parsed.Refused<Address> refused -> refused;
      case Parsed.Ok<Address> ok ->
          ok.value().leavesTheMachineUnsaid()
              ? Parsed.refused(
                  "database-plain",
                  "",
                  "The database is on another machine: say sslmode=verify-full in its address, or"
                      + " sslmode=disable where nobody else is on the way.")
              : ok;
    };
  }

  private boolean leavesTheMachineUnsaid() {
    Matcher hosts = HOSTS.matcher(jdbcUrl.toLowerCase(Locale.ROOT));
    return hosts.lookingAt()
        && !Arrays.stream(hosts.group(1).split(",", -1))
            .allMatch(host -> HERE.matcher(host).matches())
        && !saysHowItIsGuarded();
  }

  private boolean saysHowItIsGuarded() {
    List<String> modes = SSL_MODE.matcher(jdbcUrl).results().map(mode -> mode.group(1)).toList();
    return modes.size() == 1 && SSL_SAID.contains(modes.getFirst().toLowerCase(Locale.ROOT));
  }

  private static Parsed<Address> read(String text) {
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
