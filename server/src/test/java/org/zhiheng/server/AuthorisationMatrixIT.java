package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Entry;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.User;
import org.zhiheng.server.api.Operation;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.security.Browser;

/// Every route and every operation there is × a stranger and every role, asked over HTTP and
/// compared with the table in `golden/authorisation/expected.txt`. A route that is new has no line
/// there, and the test says so; `-Dgolden=write` writes the table, to be read before it is
/// committed.
///
/// A cell says whether the request came through to its handler: it was not sent to sign in (303,
/// 401) and not forbidden (403). What the handler finds there is of other tests.
final class AuthorisationMatrixIT {

  private static final Path TABLE =
      Path.of(
          System.getProperty("zhiheng.root", ".."),
          "server/src/test/resources/golden/authorisation/expected.txt");

  private static final String SIGN_OUT = "/sign-out";

  private static final Sample.Ground GROUND = Sample.ground(3);
  private static final Map<Role, User> USERS = new EnumMap<>(Role.class);

  private static Server server;

  private record Route(String method, String pattern) {
    /// With ids of nothing in it.
    String path() {
      return pattern
          .replaceAll("\\{[a-zA-Z]+:([A-Z]+)\\[0-9\\]\\+\\}", "$1999999")
          .replace("{digest:[0-9a-f]{64}}", "0".repeat(64))
          .replace("{user}", "U999999")
          .replace("{token}", "K999999")
          .replaceAll("\\{[a-zA-Z]+:\\[a-z-\\]\\+\\}", "observations")
          .replaceAll("\\{[^}]*\\}+", "1")
          .replace("/**", "/x");
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  @BeforeAll
  static void open() {
    server = GROUND.start();
    AccountBook book = GROUND.door().accounts();
    User first =
        ((Entry.In) GROUND.door().gate().withPassword(Sample.NAME, Sample.PASSWORD)).user();
    for (Role role : Role.values()) {
      AccountBook.Welcomed welcomed =
          book.add(first.acting(), new LoginName(role.code() + ".one"), role.code(), role);
      USERS.put(
          role, book.changePassword(welcomed.user(), welcomed.oneTimePassword(), Sample.PASSWORD));
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /// As the routes print themselves; none is left out that has a method and a path.
  private static Set<Route> routes() {
    Floors floors = GROUND.floors();
    Rendering rendering = new Rendering(Assets.load(), floors.visitors(), ServerSettings.BEIJING);
    String printed =
        new House()
                .pages(Assets.load(), rendering, floors, GROUND.door(), ServerSettings.local(0))
                .toString()
            + new Entrance().entrancePages(GROUND.door(), rendering);
    Set<Route> found =
        new TreeSet<>(
            java.util.Comparator.comparing(Route::pattern).thenComparing(Route::method));
    Matcher matcher = Pattern.compile("([A-Z]+) && (/\\S*?)\\)(?= |$)").matcher(printed);
    while (matcher.find()) {
      if (!matcher.group(2).startsWith("/api/") || matcher.group(2).equals("/api")) {
        found.add(new Route(matcher.group(1), matcher.group(2)));
      }
    }
    return found;
  }

  private static Browser signedIn(Role role) throws IOException {
    Browser browser = new Browser(server.port());
    assertThat(browser.signIn(role.code() + ".one", Sample.PASSWORD).status()).isEqualTo(303);
    return browser;
  }

  private static boolean through(Browser.Answer answer) {
    assertThat(answer.status()).isNotEqualTo(429);
    boolean toSignIn =
        answer.status() == 303 && answer.header("Location").orElse("").startsWith("/sign-in");
    return answer.status() != 403 && answer.status() != 401 && !toSignIn;
  }

  private static boolean asked(Browser browser, Route route, String tokenPage)
      throws IOException {
    if (route.method().equals("GET")) {
      return through(browser.get(route.path()));
    }
    browser.get(tokenPage);
    Browser.Answer answer =
        route.method().equals("POST")
            ? browser.post(route.path(), Map.of())
            : browser.send(route.method(), route.path(), "");
    // leaving ends at the door by its nature
    return route.pattern().equals(SIGN_OUT) ? answer.status() == 303 : through(answer);
  }

  private static String line(String what, boolean stranger, Set<Role> roles) {
    StringBuilder line = new StringBuilder(what);
    line.append(": ");
    if (stranger && roles.size() == Role.values().length) {
      return line.append("everybody").toString();
    }
    if (stranger) {
      line.append("stranger ");
    }
    if (roles.size() == Role.values().length) {
      line.append("all");
    } else {
      roles.forEach(role -> line.append(role.code()).append(' '));
    }
    return line.toString().strip();
  }

  private static String written() throws IOException {
    Browser stranger = new Browser(server.port());
    Map<Role, Browser> browsers = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      browsers.put(role, signedIn(role));
    }
    StringBuilder table = new StringBuilder();
    for (Route route : routes()) {
      boolean open = asked(stranger, route, "/sign-in");
      Set<Role> roles = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) {
        if (asked(browsers.get(role), route, "/account")) {
          roles.add(role);
        }
        if (route.pattern().equals(SIGN_OUT)) {
          browsers.put(role, signedIn(role));
        }
      }
      table.append(line(route.toString(), open, roles)).append('\n');
    }
    operations(table);
    return table.toString();
  }

  private static void operations(StringBuilder table) throws IOException {
    Map<Role, String> tokens = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      User user = USERS.get(role);
      tokens.put(
          role,
          GROUND
              .door()
              .accounts()
              .issue(user, "matrix", user.acting().permissions(), Duration.ofDays(1))
              .secret());
    }
    Set<String> seen = new TreeSet<>();
    for (Operation operation : Operation.values()) {
      String path = operation.path().replaceAll("\\{[^}]*\\}", "1");
      boolean open =
          through(new Browser(server.port()).send(operation.method(), path, ""));
      Set<Role> roles = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) {
        Browser.Answer answer =
            new Browser(server.port())
                .send(
                    operation.method(), path, "", "Authorization: Bearer " + tokens.get(role));
        if (through(answer)) {
          roles.add(role);
        }
        // what the role may by its permissions, said where the operation is said
        assertThat(roles.contains(role))
            .as(operation + " " + role + " " + answer)
            .isEqualTo(permits(role, operation.permission()));
      }
      assertThat(seen.add(operation.method() + operation.path())).isTrue();
      table.append(line(operation.method() + " " + operation.path(), open, roles)).append('\n');
    }
  }

  private static boolean permits(Role role, Permission permission) {
    return USERS.get(role).acting().permissions().contains(permission);
  }

  @Test
  void isAsTheTableSays() throws IOException {
    String found = written();
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(TABLE.resolveSibling("."));
      Files.writeString(TABLE, found, StandardCharsets.UTF_8);
      return;
    }
    assertThat(found.lines().count()).isGreaterThan(150);
    assertThat(found).isEqualTo(Files.readString(TABLE).replaceAll("(?m)^#.*\n", ""));
  }

  @Test
  void letsNoStrangerWrite() throws IOException {
    assertThat(Files.readString(TABLE).lines())
        .filteredOn(line -> line.contains("everybody") || line.contains("stranger"))
        .filteredOn(line -> !line.startsWith("GET "))
        .allMatch(line -> line.toLowerCase(Locale.ROOT).matches("post /(sign-in|sign-out|settings).*"));
  }
}
