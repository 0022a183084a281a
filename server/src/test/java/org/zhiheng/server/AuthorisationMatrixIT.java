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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Entry;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.User;
import org.zhiheng.server.api.ExamineOperation;
import org.zhiheng.server.api.Operation;
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

  /// A house for the stranger, and one for each role: the pace of requests is kept for an address.
  private static final House STRANGERS = House.of(Optional.empty());

  private static final Map<Role, House> HOUSES = new EnumMap<>(Role.class);

  /// A house with one user in it.
  private record House(Sample.Ground ground, Server server, Optional<User> user) {
    static House of(Optional<Role> role) {
      Sample.Ground ground = Sample.ground(3);
      AccountBook book = ground.door().accounts();
      User first =
          ((Entry.In) ground.door().gate().withPassword(Sample.NAME, Sample.PASSWORD, "127.0.0.1"))
              .user();
      Optional<User> user =
          role.map(one -> {
            AccountBook.Welcomed welcomed =
                book.add(first.acting(), new LoginName(one.code() + ".one"), one.code(), one);
            return book.changePassword(
                welcomed.user(), welcomed.oneTimePassword(), Sample.PASSWORD);
          });
      return new House(ground, ground.start(), user);
    }

    User someone() {
      return user.orElseThrow();
    }

    Browser stranger() {
      return new Browser(server.port());
    }

    Browser signedIn() throws IOException {
      Browser browser = new Browser(server.port());
      assertThat(browser.signIn(someone().name().text(), Sample.PASSWORD).status()).isEqualTo(303);
      browser.get("/account");
      return browser;
    }
  }

  @BeforeAll
  static void open() {
    for (Role role : Role.values()) {
      HOUSES.put(role, House.of(Optional.of(role)));
    }
  }

  @AfterAll
  static void close() {
    HOUSES.values().forEach(house -> house.server().close());
    STRANGERS.server().close();
  }

  private static House house(Role role) {
    return Objects.requireNonNull(HOUSES.get(role));
  }

  private static boolean through(Browser.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isNotEqualTo(429);
    // nothing that is sent, an empty form least of all, is answered by a failure
    assertThat(answer.status()).as(answer.toString()).isNotEqualTo(500);
    boolean toSignIn =
        answer.status() == 303 && answer.header("Location").orElse("").startsWith("/sign-in");
    return answer.status() != 403 && answer.status() != 401 && !toSignIn;
  }

  private static boolean asked(Browser browser, Route route) throws IOException {
    Browser.Answer answer =
        switch (route.method()) {
          case "GET" -> browser.get(route.path());
          case "POST" -> browser.post(route.path(), Map.of());
          default ->
              browser.send(route.method(), route.path(), "", "X-CSRF-TOKEN: " + browser.token());
        };
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
    Browser stranger = STRANGERS.stranger();
    stranger.get("/sign-in");
    Map<Role, Browser> browsers = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      browsers.put(role, house(role).signedIn());
    }
    StringBuilder table = new StringBuilder();
    for (Route route : Route.all(STRANGERS.ground().floors(), STRANGERS.ground().door())) {
      boolean open = asked(stranger, route);
      Set<Role> roles = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) {
        if (asked(Objects.requireNonNull(browsers.get(role)), route)) {
          roles.add(role);
        }
        if (route.pattern().equals(SIGN_OUT)) {
          browsers.put(role, house(role).signedIn());
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
      User user = house(role).someone();
      tokens.put(
          role,
          house(role)
              .ground()
              .door()
              .accounts()
              .issue(user, "matrix", user.acting().permissions(), Duration.ofDays(1))
              .secret());
    }
    for (Operation operation : Operation.all()) {
      String path = operation.path().replaceAll("\\{[^}]*\\}", "1");
      boolean open = through(STRANGERS.stranger().send(operation.method(), path, ""));
      Set<Role> roles = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) {
        Browser.Answer answer =
            house(role)
                .stranger()
                .send(operation.method(), path, "", "Authorization: Bearer " + tokens.get(role));
        // what is sent is empty, and some look at it first: who may is not forbidden, and who may
        // not is refused in one way or the other
        if (permits(role, operation.permission()) && permits(role, alsoOf(operation))) {
          roles.add(role);
          assertThat(through(answer)).as(operation + " " + role + " " + answer).isTrue();
        } else {
          assertThat(answer.status()).as(operation + " " + role).isGreaterThanOrEqualTo(400);
        }
      }
      table.append(line(operation.method() + " " + operation.path(), open, roles)).append('\n');
    }
  }

  /// What is asked of another's filings needs more, as the operation's summary says.
  private static Permission alsoOf(Operation operation) {
    return operation == ExamineOperation.SHOW_FILINGS ? Permission.MANAGE : operation.permission();
  }

  private static boolean permits(Role role, Permission permission) {
    return house(role).someone().acting().permissions().contains(permission);
  }

  @Test
  void isAsTheTableSays() throws IOException {
    String found = written();
    if ("write".equals(System.getProperty("golden"))) {
      String head =
          Files.readAllLines(TABLE).stream()
              .filter(line -> line.startsWith("#"))
              .map(line -> line + "\n")
              .collect(Collectors.joining());
      Files.writeString(TABLE, head + found, StandardCharsets.UTF_8);
      return;
    }
    assertThat(found.lines().count()).isGreaterThan(150);
    assertThat(found).isEqualTo(Files.readString(TABLE).replaceAll("(?m)^#.*\n", ""));
  }

  @Test
  void letsNoStrangerWrite() throws IOException {
    assertThat(Files.readString(TABLE).lines())
        .filteredOn(line -> line.contains("everybody") || line.contains("stranger"))
        .filteredOn(line -> !line.startsWith("GET ") && !line.startsWith("#"))
        .allMatch(
            line -> line.toLowerCase(Locale.ROOT).matches("post /(sign-in|sign-out|settings).*"));
  }
}
