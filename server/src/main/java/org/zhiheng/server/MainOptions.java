package org.zhiheng.server;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.links.mail.SmtpServer;
import org.zhiheng.server.security.GuardSettings;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What the server is told when it is started: its words and its part of the environment.
///
/// @param command what to do
/// @param home the folder of the workspace
/// @param port 0..65535; 0 for any free one
/// @param operationsPort where health and figures are told on this machine, if anywhere; 0 for any
///   free port
/// @param publicAddress where a proxy in front ends HTTPS, if there is one
/// @param databaseUrl an external database, if there is one
/// @param oidc a provider of identities, if there is one
/// @param smtp the mail server that reminders are handed to, if there is one
/// @param searchPath the folders of programs, for the browser that prints
record MainOptions(
    Command command,
    Path home,
    int port,
    Optional<Integer> operationsPort,
    Optional<URI> publicAddress,
    Optional<String> databaseUrl,
    Optional<GuardSettings.OidcSettings> oidc,
    Optional<SmtpServer> smtp,
    String searchPath) {

  /// What to do.
  enum Command {
    /// Load the sample into an empty workspace, then serve.
    DEMO,
    /// Serve.
    SERVE
  }

  /// The words and variables, for people.
  static final String USAGE =
      """
      usage: zhiheng demo|serve [--home DIR] [--port N] [--operations-port N]
             [--public-address URL]

        demo                 serve a workspace; one that is empty gets the sample first
        serve                serve a workspace
        --home DIR           the workspace (default .zhiheng)
        --port N             the port on 127.0.0.1 (default 8080; 0 for any free one)
        --operations-port N  health and figures for Prometheus on this port of 127.0.0.1
        --public-address URL a proxy in front ends HTTPS at https://host and sends requests on

      environment
        ZHIHENG_DATABASE_URL        an external PostgreSQL instead of the embedded one
        ZHIHENG_SMTP_URL            the mail server of reminders:
                                    smtp://user:password@host:587?from=name@example.org
        ZHIHENG_LOG                 json: a line of JSON for each request and each trouble;
                                    text, which is usual: trouble only
        ZHIHENG_OIDC_ISSUER, ZHIHENG_OIDC_CLIENT_ID, ZHIHENG_OIDC_CLIENT_SECRET
                                    sign-in through OpenID Connect (all three or none)
        ZHIHENG_SIGN_IN             provider: nobody comes in by a password beside it;
                                    any, which is usual: by both
      """;

  private static final int PORT = 8080;
  private static final String PREFIX = "ZHIHENG_";
  private static final String DATABASE = PREFIX + "DATABASE_URL";
  private static final String LOG = PREFIX + "LOG";
  private static final String ISSUER = PREFIX + "OIDC_ISSUER";
  private static final String CLIENT = PREFIX + "OIDC_CLIENT_ID";
  private static final String SIGN_IN = PREFIX + "SIGN_IN";
  private static final String SECRET = PREFIX + "OIDC_CLIENT_SECRET";
  private static final Set<String> VARIABLES =
      Set.of(
          DATABASE,
          ISSUER,
          CLIENT,
          SECRET,
          SIGN_IN,
          SmtpServer.VARIABLE,
          LOG,
          PREFIX + "SHARED_DATA");

  /// Reads them.
  ///
  /// @throws ProblemsException with all that is wrong
  static MainOptions parse(List<String> words, Map<String, String> environment) {
    List<Problem> problems = new ArrayList<>();
    Command command = Command.SERVE;
    Path home = Path.of(".zhiheng");
    int port = PORT;
    Optional<Integer> operationsPort = Optional.empty();
    Optional<URI> publicAddress = Optional.empty();
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at++);
      int equals = word.indexOf('=');
      boolean joined = word.startsWith("--") && equals > 0;
      String name = joined ? word.substring(0, equals) : word;
      switch (name) {
        case "demo" -> command = Command.DEMO;
        case "serve" -> command = Command.SERVE;
        case "--home", "--port", "--operations-port", "--public-address" -> {
          if (!joined && at == words.size()) {
            problems.add(Problem.of("usage", name, "", "This option needs a value."));
            continue;
          }
          String value = joined ? word.substring(equals + 1) : words.get(at++);
          switch (name) {
            case "--home" -> home = home(value, home, problems);
            case "--port" -> port = port(name, value, PORT, problems);
            case "--operations-port" ->
                operationsPort = Optional.of(port(name, value, 0, problems));
            default -> publicAddress = address(value, problems);
          }
        }
        default ->
            problems.add(Problem.of("usage", "", word, "Not an option of the server; see --help."));
      }
    }
    Optional<GuardSettings.OidcSettings> oidc = oidc(environment, problems);
    Optional<SmtpServer> smtp = smtp(environment, problems);
    if (!Set.of("", "json", "text").contains(environment.getOrDefault(LOG, ""))) {
      problems.add(
          Problem.of(
              "usage",
              LOG,
              environment.getOrDefault(LOG, ""),
              "The log is written as json or text."));
    }
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith(PREFIX) && !VARIABLES.contains(name)) {
        problems.add(
            Problem.of(
                "usage",
                name,
                "",
                "Not a variable of Zhiheng; those are " + new TreeSet<>(VARIABLES) + "."));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new MainOptions(
        command,
        home,
        port,
        operationsPort,
        publicAddress,
        Optional.ofNullable(environment.get(DATABASE)).filter(url -> !url.isBlank()),
        oidc,
        smtp,
        environment.getOrDefault("PATH", ""));
  }

  /// Whether the log is written as JSON.
  static boolean logsJson(Map<String, String> environment) {
    return environment.getOrDefault(LOG, "").equals("json");
  }

  /// How the door is kept.
  GuardSettings guard() {
    GuardSettings settings =
        publicAddress.map(GuardSettings::at).orElseGet(GuardSettings::loopback);
    return oidc.map(settings::with).orElse(settings);
  }

  private static Path home(String value, Path fallback, List<Problem> problems) {
    try {
      return Path.of(value);
    } catch (InvalidPathException wrong) {
      problems.add(Problem.of("usage", "--home", value, "A workspace is a folder."));
      return fallback;
    }
  }

  private static int port(String name, String value, int fallback, List<Problem> problems) {
    if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65_535) {
      return Integer.parseInt(value);
    }
    problems.add(Problem.of("usage", name, value, "A port is a number from 0 to 65535."));
    return fallback;
  }

  private static Optional<URI> address(String value, List<Problem> problems) {
    if (value.matches("https://[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:[0-9]{1,5})?/?")) {
      return Optional.of(URI.create(value));
    }
    problems.add(
        Problem.of(
            "usage",
            "--public-address",
            value,
            "An address, such as https://zhiheng.example.org."));
    return Optional.empty();
  }

  private static Optional<SmtpServer> smtp(
      Map<String, String> environment, List<Problem> problems) {
    String text = environment.getOrDefault(SmtpServer.VARIABLE, "");
    if (text.isBlank()) {
      return Optional.empty();
    }
    Parsed<SmtpServer> parsed = SmtpServer.parse(text);
    parsed.refusal().ifPresent(problem -> problems.add(problem.at(SmtpServer.VARIABLE)));
    return parsed.found();
  }

  private static Optional<GuardSettings.OidcSettings> oidc(
      Map<String, String> environment, List<Problem> problems) {
    String issuer = environment.getOrDefault(ISSUER, "");
    String client = environment.getOrDefault(CLIENT, "");
    String secret = environment.getOrDefault(SECRET, "");
    String way = environment.getOrDefault(SIGN_IN, "");
    boolean alone = way.equals("provider");
    if (!Set.of("", "any", "provider").contains(way)) {
      problems.add(
          Problem.of("usage", SIGN_IN, way, "People come in by any way, or by the provider."));
    } else if (alone && issuer.isBlank()) {
      problems.add(
          Problem.of("usage", SIGN_IN, way, "There is no provider; name it by " + ISSUER + "."));
    }
    if (issuer.isBlank() && client.isBlank() && secret.isBlank()) {
      return Optional.empty();
    }
    if (issuer.isBlank() || client.isBlank() || secret.isBlank()) {
      problems.add(
          Problem.of("usage", ISSUER, "", "Issuer, client id and client secret go together."));
      return Optional.empty();
    }
    try {
      return Optional.of(new GuardSettings.OidcSettings(issuer, client, secret, alone));
    } catch (IllegalArgumentException wrong) {
      problems.add(
          Problem.of(
              "usage", ISSUER, issuer, "An issuer is an address, such as https://id.example.org."));
      return Optional.empty();
    }
  }
}
