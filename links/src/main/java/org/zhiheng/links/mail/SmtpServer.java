package org.zhiheng.links.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.zhiheng.values.Parsed;

/// The mail server that letters are handed to.
///
/// @param host its name
/// @param port 1..65535
/// @param tls how the way there is kept secret
/// @param login for the server, if it wants one
/// @param from the address that letters come from
public record SmtpServer(String host, int port, Tls tls, Optional<Login> login, String from) {

  /// Where the address is found.
  public static final String VARIABLE = "ZHIHENG_SMTP_URL";

  private static final String FORM =
      "smtp://user:password@host:587?from=name@example.org (the way there turns to TLS), or"
          + " smtps://… (TLS from the start)";

  private static final int PORT_MAX = 65_535;

  /// How the way there is kept secret.
  public enum Tls {
    /// From the start, port 465 (RFC 8314, 3.3).
    AT_ONCE,
    /// After STARTTLS; a server that has none is refused.
    REQUIRED,
    /// After STARTTLS if there is one: for a server on this machine.
    IF_OFFERED
  }

  /// A name and a password; the password is never shown.
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /// Reads an address. What is refused is told without its password.
  public static Parsed<SmtpServer> parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException broken) {
      return refused("not an address");
    }
    Optional<String> scheme = Optional.ofNullable(uri.getScheme());
    Optional<String> host = Optional.ofNullable(uri.getHost());
    if (scheme.filter(name -> name.equals("smtp") || name.equals("smtps")).isEmpty()
        || host.isEmpty()) {
      return refused(scheme.orElse("") + "://" + host.orElse(""));
    }
    Optional<String> query = Optional.ofNullable(uri.getQuery());
    String from = query.filter(one -> one.startsWith("from=")).orElse("from=").substring(5);
    if (from.indexOf('@') < 1 || from.chars().anyMatch(one -> one <= ' ' || one > '~')) {
      return refused(scheme.get() + "://" + host.get() + "?" + query.orElse(""));
    }
    boolean atOnce = scheme.get().equals("smtps");
    int port = uri.getPort() < 0 ? (atOnce ? 465 : 587) : uri.getPort();
    if (port < 1 || port > PORT_MAX) {
      return refused("port " + port);
    }
    Tls tls = atOnce ? Tls.AT_ONCE : here(host.get()) ? Tls.IF_OFFERED : Tls.REQUIRED;
    return Parsed.ok(
        new SmtpServer(
            host.get(),
            port,
            tls,
            Optional.ofNullable(uri.getRawUserInfo()).map(SmtpServer::login),
            from));
  }

  private static boolean here(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static Login login(String userInfo) {
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new Login(decoded(userInfo), "")
        : new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
  }

  private static String decoded(String text) {
    // '+' is itself in an address
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Parsed<SmtpServer> refused(String given) {
    return Parsed.refused("smtp-url", given, VARIABLE + " is written " + FORM + ".");
  }
}
