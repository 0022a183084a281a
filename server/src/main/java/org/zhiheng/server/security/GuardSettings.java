package org.zhiheng.server.security;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How the door is kept.
///
/// @param transport how browsers reach the server
/// @param hosts names under which it may be reached, lower case, without port (`127.0.0.1`,
///   `[::1]`, `zhiheng.example.org`): a request for another name is turned away, so that no web
///   site can point its own name at this machine (DNS rebinding)
/// @param perAddress requests of one client address; of an IPv6 address the first 64 bits
/// @param perUser requests of one user, pages and tokens together
/// @param signIns tries to sign in from one client address
/// @param idle a session ends after this long without a request
/// @param life a session ends after this long in any case
/// @param oidc the provider of identities, if one is configured
public record GuardSettings(
    Transport transport,
    Set<String> hosts,
    Pace perAddress,
    Pace perUser,
    Pace signIns,
    Duration idle,
    Duration life,
    Optional<OidcSettings> oidc) {

  /// Names of this machine for itself.
  public static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /// Half an hour away from the desk.
  public static final Duration IDLE = Duration.ofMinutes(30);

  /// A long working day.
  public static final Duration LIFE = Duration.ofHours(12);

  /// An office of many people behind one address; a script that runs wild is slowed.
  public static final Pace PER_ADDRESS = new Pace(2_000, 60_000);

  /// A user's programs and pages; ten times what a person needs.
  public static final Pace PER_USER = new Pace(1_000, 30_000);

  /// Nine o'clock in an office of some hundred people; far too few to guess with.
  public static final Pace SIGN_INS = new Pace(60, 30);

  /// Copies the set.
  ///
  /// @throws IllegalArgumentException when there is no host or a time is not positive
  public GuardSettings {
    TreeSet<String> folded = new TreeSet<>();
    hosts.forEach(host -> folded.add(host.toLowerCase(Locale.ROOT)));
    hosts = Set.copyOf(folded);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("hosts must not be empty");
    }
    if (!idle.isPositive() || !life.isPositive()) {
      throw new IllegalArgumentException("idle and life must be > 0: " + idle + ", " + life);
    }
  }

  /// On this machine only: plain HTTP, which no other machine can listen to.
  public static GuardSettings loopback() {
    return new GuardSettings(
        Transport.LOOPBACK,
        LOOPBACK,
        PER_ADDRESS,
        PER_USER,
        SIGN_INS,
        IDLE,
        LIFE,
        Optional.empty());
  }

  /// Behind an address that browsers reach by HTTPS.
  ///
  /// @param address `https://zhiheng.example.org`
  /// @throws IllegalArgumentException when it is not `https` or has no host
  public static GuardSettings at(URI address) {
    String host = address.getHost();
    if (host == null || !"https".equalsIgnoreCase(address.getScheme())) {
      throw new IllegalArgumentException("the public address must be https://host: " + address);
    }
    return new GuardSettings(
        Transport.HTTPS,
        Set.of(host),
        PER_ADDRESS,
        PER_USER,
        SIGN_INS,
        IDLE,
        LIFE,
        Optional.empty());
  }

  /// The same, with a provider of identities.
  public GuardSettings with(OidcSettings provider) {
    return new GuardSettings(
        transport, hosts, perAddress, perUser, signIns, idle, life, Optional.of(provider));
  }

  /// The same at another pace.
  public GuardSettings paced(Pace newPerAddress, Pace newPerUser, Pace newSignIns) {
    return new GuardSettings(
        transport, hosts, newPerAddress, newPerUser, newSignIns, idle, life, oidc);
  }

  /// Whether people come in by a password.
  public boolean passwords() {
    return oidc.filter(OidcSettings::alone).isEmpty();
  }

  /// The name of the session's cookie. With `__Host-` a browser takes it only over HTTPS, from this
  /// very host, for all of it; over plain HTTP no browser takes such a name.
  public String cookieName() {
    return switch (transport) {
      case LOOPBACK -> "zhiheng-session";
      case HTTPS -> "__Host-zhiheng-session";
    };
  }

  /// How browsers reach the server.
  public enum Transport {
    /// By plain HTTP from this machine: cookies cannot be marked secure.
    LOOPBACK,
    /// By HTTPS, ended here or at a proxy in front.
    HTTPS
  }

  /// How many requests are let through.
  ///
  /// @param burst at once, at least 1
  /// @param perMinute in the long run, at least 1
  public record Pace(int burst, int perMinute) {
    /// @throws IllegalArgumentException when one is below 1
    public Pace {
      if (burst < 1 || perMinute < 1) {
        throw new IllegalArgumentException("a pace is at least 1: " + burst + ", " + perMinute);
      }
    }
  }

  /// An OpenID Connect provider.
  ///
  /// @param issuer its address, as in its discovery document
  /// @param clientId what it calls us
  /// @param clientSecret what we show it
  /// @param alone whether nobody comes in by a password beside it
  public record OidcSettings(String issuer, String clientId, String clientSecret, boolean alone) {
    /// @throws IllegalArgumentException when one is blank, or the issuer is not reached by HTTPS
    ///   nor on this machine: keys that come by plain HTTP are anybody's
    public OidcSettings {
      if (issuer.isBlank() || clientId.isBlank() || clientSecret.isBlank()) {
        throw new IllegalArgumentException("issuer, client id and client secret are all needed");
      }
      URI address = URI.create(issuer);
      boolean loopback =
          "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(address.getHost());
      if (address.getHost() == null
          || !("https".equalsIgnoreCase(address.getScheme()) || loopback)) {
        throw new IllegalArgumentException("the issuer must be https://host…: " + issuer);
      }
    }

    /// Without the secret.
    @Override
    public String toString() {
      return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
  }
}
