package org.zhiheng.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.answers.MemoryAnswers;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.links.JtePaperPages;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.server.SampleDesk;
import org.zhiheng.server.SampleDocket;
import org.zhiheng.server.security.Browser;
import org.zhiheng.server.security.DoorHouse;
import org.zhiheng.server.security.GuardSettings;
import org.zhiheng.values.OrganisationId;

/// Plays every transcript of `src/test/resources/http` over real HTTP, on marks in memory.
///
/// The tokens: `admin` may do everything, `examiner` what the role may, `exporter` read and export,
/// `reader` read alone, `nobody` sends a token that nobody was given.
final class ExamineApiIT {

  private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T08:00:00Z");
  private static final MemoryRegister REGISTER = new MemoryRegister(CLOCK);
  private static final RegisterStores STORES = REGISTER.stores();
  private static final MemoryDocuments DOCUMENTS = new MemoryDocuments();
  private static final Imports IMPORTS = new Imports(STORES.runs(), STORES.trail(), CLOCK);
  private static final ImportDesk DESK = new ImportDesk(IMPORTS, DOCUMENTS);
  private static final Records RECORDS =
      new Records(STORES.rights(), STORES.parties(), DOCUMENTS, STORES.trail(), CLOCK);
  private static final ProveDesk PROVE =
      ProveDesk.of(
          new MemoryProving().stores(),
          RECORDS,
          DOCUMENTS,
          STORES.trail(),
          new SecureRandom(),
          CLOCK);
  private static final ExamineDesk EXAMINE =
      SampleDesk.over(
          STORES.rights(),
          STORES.parties(),
          RECORDS,
          DOCUMENTS,
          STORES.trail(),
          CLOCK,
          REGISTER.feed());

  private static final FinanceDesk FINANCE =
      SampleDocket.finance(RECORDS, REGISTER.pledges(), STORES.trail(), CLOCK);

  private static final Map<String, String> TOKENS = new HashMap<>();
  private static DoorHouse house;

  @BeforeAll
  static void open() throws IOException {
    house =
        new DoorHouse(
            GuardSettings.loopback(),
            (visitors, _) ->
                new Api(
                        new Api.Jobs(
                            RECORDS,
                            new PartyBook(STORES.parties(), STORES.trail(), CLOCK),
                            IMPORTS,
                            DESK,
                            1 << 20,
                            STORES.trail(),
                            new MemoryAnswers(),
                            _ -> false,
                            EXAMINE,
                            SampleDesk.reports(EXAMINE, STORES.trail(), CLOCK),
                            PROVE,
                            SampleDocket.over(STORES.rights(), RECORDS, STORES.trail(), CLOCK),
                            SampleDesk.uploads(STORES.trail(), CLOCK),
                            new JtePaperPages(),
                            FINANCE,
                            SampleDocket.deals(RECORDS, FINANCE, STORES.trail(), CLOCK)),
                        visitors,
                        CLOCK)
                    .routes());
    token("admin", Role.ADMINISTRATOR, EnumSet.allOf(Permission.class));
    token("examiner", Role.EXAMINER, Acting.permissionsOf(Role.EXAMINER));
    token("exporter", Role.VIEWER, Acting.permissionsOf(Role.VIEWER));
    token("reader", Role.VIEWER, Set.of(Permission.READ));
    TOKENS.put("nobody", "zht_" + "x".repeat(40));
    OrganisationId ours = house.admin.acting().organisation();
    mark(ours, "LABUBU", "11111111", "甲示例公司");
    mark(ours, "拉布布", "22222222", "甲示例公司");
    mark(ours, "BOLOGNA", "33333333", "乙示例公司");
    mark(new OrganisationId(99), "LABUBU SECRET", "44444444", "丙示例公司");
    EXAMINE.index().follow(_ -> {});
  }

  @AfterAll
  static void close() {
    house.close();
    DESK.close();
  }

  private static void token(String name, Role role, Set<Permission> scopes) {
    TOKENS.put(name, house.token(house.user("http." + name, role), scopes));
  }

  private static void mark(OrganisationId whose, String name, String number, String holder) {
    Recording recording =
        RECORDS.enter(
            Acting.as(whose, "clerk", Role.EXAMINER),
            RightKind.MARK,
            Office.CN,
            Map.of(
                "title",
                name,
                "number",
                number,
                "filing-date",
                "2019-03-01",
                "registration-date",
                "2020-03-01",
                "holders",
                holder,
                "classes",
                "28"),
            References.NONE);
    assertThat(recording).isInstanceOf(Recording.Done.class);
  }

  private static Stream<Path> transcripts() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("zhiheng.root", ".."), "server", "src", "test", "resources", "http");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void answersAsWritten(Path transcript) throws IOException {
    Map<String, String> saved = new HashMap<>();
    for (HttpTranscript.Step step : HttpTranscript.parse(Files.readString(transcript)).steps()) {
      List<String> headers = new ArrayList<>(step.headers());
      headers.add("Authorization: Bearer " + TOKENS.get(step.who()));
      headers.replaceAll(header -> HttpTranscript.filled(header, saved));
      Browser.Answer answer =
          new Browser(house.port())
              .send(
                  step.method(),
                  HttpTranscript.filled(step.path(), saved),
                  HttpTranscript.filled(step.body(), saved),
                  headers.toArray(String[]::new));
      String where = transcript.getFileName() + ":" + step.line() + "\n" + answer;
      assertThat(answer.status()).as(where).isEqualTo(step.status());
      step.checks()
          .forEach(check -> check(HttpTranscript.filled(check, saved), answer, where, saved));
    }
  }

  private static void check(
      String check, Browser.Answer answer, String where, Map<String, String> saved) {
    String[] words = check.split(" ", 4);
    switch (words[0] + " " + words[1]) {
      case "body contains" ->
          assertThat(answer.body()).as(where).contains(check.substring("body contains ".length()));
      case "body lacks" ->
          assertThat(answer.body())
              .as(where)
              .doesNotContain(check.substring("body lacks ".length()));
      default -> {
        switch (words[0]) {
          case "header" -> {
            String value = answer.header(words[1]).orElse("");
            if (words[2].equals("==")) {
              assertThat(value).as(where).isEqualTo(words[3]);
            } else {
              assertThat(value).as(where).contains(words[3]);
            }
          }
          case "save" -> {
            String source =
                words[2].equals("body") ? answer.body() : answer.header(words[2]).orElse("");
            Matcher found = Pattern.compile(words[3]).matcher(source);
            assertThat(found.find()).as(where).isTrue();
            saved.put(words[1], found.group(1));
          }
          default -> throw new IllegalArgumentException("no check: " + check);
        }
      }
    }
  }
}
