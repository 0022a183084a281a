package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiheng.store.postgres.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Workspaces that older programs backed up, each a folder of `src/test/resources/upgrade`, opened
/// by today's: every row is there, every answer says what it said then, the log has the root it
/// had, and work goes on. How a folder was made, its README says; none is ever made anew.
final class UpgradeIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// When the answers were written down.
  private static final Instant THEN = Instant.parse("2026-11-22T04:00:00Z");

  /// Making a backup leaves a line in the trail, and a number is taken for it.
  private static final String GROWING = "record/audit";

  /// Which numbers were given out last; that they go on, entering more shows.
  private static final String SEQUENCES = "record/sequences";

  /// A line of a signed note that holds a signature, as text or as `COPY` writes it. A log that is
  /// opened may sign its newest root anew; that the signature holds, the log's own checks say.
  private static final Pattern SIGNATURE = Pattern.compile("(\n|\\\\n)— [^\n\\\\\t]*");

  @TempDir Path folder;

  private InstantSource clock = () -> THEN;

  private static Stream<Path> golden() throws IOException {
    Path all =
        Path.of(
            System.getProperty("zhiheng.root", ".."), "cli", "src", "test", "resources", "upgrade");
    try (Stream<Path> folders = Files.list(all)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private Ran zhiheng(String... arguments) {
    return Ran.in(folder, clock, arguments);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void nothingIsLostAndWorkGoesOn(Path golden) throws IOException {
    Path old = golden.resolve("workspace.zip");
    Ran back = zhiheng("restore", old.toString(), "--format", "json");
    assertThat(back.exit()).as(back.err()).isZero();
    assertThat(back.out()).contains("\"faults\":[]");

    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty())) {
      Ran again = zhiheng("backup", "today.zip");
      assertThat(again.exit()).as(again.err()).isZero();
      everyRowIsThere(old, folder.resolve("today.zip"));

      List<String> missing = new ArrayList<>();
      for (Transcript.Step step :
          Transcript.parse(Files.readString(golden.resolve("read.txt"))).steps()) {
        missing.addAll(saysWhatItSaid(step));
      }
      assertThat(missing).as("what read.txt says and today's program does not").isEmpty();
      healthy();
      goesOn();
      healthy();
    }
  }

  private List<String> saysWhatItSaid(Transcript.Step step) {
    Ran ran = zhiheng(step.arguments().toArray(String[]::new));
    String where = step.line() + " " + step.arguments();
    assertThat(ran.exit()).as(where + ": " + ran.err()).isEqualTo(step.exit());
    String expected = String.join("\n", step.out());
    List<String> missing = new ArrayList<>();
    if (step.arguments().contains("json")) {
      lost(JSON.readTree(expected), JSON.readTree(ran.out()), where, missing);
    } else if (!unsigned(ran.out().strip()).equals(unsigned(expected))) {
      missing.add(where + ": " + ran.out());
    }
    return missing;
  }

  /// What the older answer says and the newer one does not; the newer one may say more.
  private static void lost(JsonNode older, JsonNode newer, String where, List<String> missing) {
    if (older.isObject() && newer.isObject()) {
      older
          .properties()
          .forEach(one ->
              lost(one.getValue(), newer.path(one.getKey()), where + "/" + one.getKey(), missing));
    } else if (older.isArray() && newer.size() == older.size()) {
      for (int at = 0; at < older.size(); at++) {
        lost(older.get(at), newer.get(at), where + "/" + at, missing);
      }
    } else if (!said(newer).equals(said(older))) {
      missing.add(where + ": " + older + " is " + newer + " now");
    }
  }

  private static String said(JsonNode value) {
    return unsigned(value.isString() ? value.asString() : value.toString());
  }

  private static String unsigned(String text) {
    return SIGNATURE.matcher(text).replaceAll("");
  }

  /// A row of then is the beginning of a row of now, for columns are added behind all others; what
  /// grows by itself has more rows than it had.
  private static void everyRowIsThere(Path old, Path now) throws IOException {
    Map<String, List<String>> then = rows(old);
    Map<String, List<String>> today = rows(now);
    assertThat(then).hasSizeGreaterThan(20);
    assertThat(today.keySet()).containsAll(then.keySet());
    then.forEach((table, rows) -> {
      List<String> left = new ArrayList<>(today.get(table));
      for (String row : rows) {
        int at = 0;
        while (at < left.size() && !(left.get(at) + "\t").startsWith(row + "\t")) {
          at++;
        }
        assertThat(at).as(table + " has " + row).isLessThan(left.size());
        left.remove(at);
      }
      if (!table.equals(GROWING)) {
        assertThat(left).as("more of " + table).isEmpty();
      }
    });
  }

  private static Map<String, List<String>> rows(Path backup) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("record/") && !entry.getName().equals(SEQUENCES)) {
          try (InputStream in = zip.getInputStream(entry)) {
            rows.put(
                entry.getName(),
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(UpgradeIT::unsigned)
                    .toList());
          }
        }
      }
    }
    return rows;
  }

  private void healthy() {
    InstantSource before = clock;
    clock = Clock.systemUTC();
    Ran looked = zhiheng("doctor", "--format", "csv");
    clock = before;
    // a machine whose clock stands before the archive is told so, rightly
    assertThat(looked.out().lines().filter(line -> !line.startsWith("clock,")))
        .as(looked.err())
        .noneMatch(line -> line.contains(",fail,"))
        .anyMatch(line -> line.startsWith("log,ok,"))
        .anyMatch(line -> line.startsWith("head,ok,"))
        .anyMatch(line -> line.startsWith("migrations,ok,"))
        .anyMatch(line -> line.startsWith("documents,ok,"));
  }

  private void goesOn() throws IOException {
    String before = zhiheng("log", "checkpoint").out();
    Ran changed =
        zhiheng(
            "event",
            "record",
            "CN117007813B",
            "assigned",
            "--on",
            "2026-11-22",
            "--set",
            "from=甲示例公司",
            "--set",
            "to=乙示例公司");
    assertThat(changed.exit()).as(changed.err()).isZero();
    assertThat(zhiheng("right", "show", "CN117007813B").out()).contains("乙示例公司");
    Ran released = zhiheng("pledge", "release", "CN118007813B");
    assertThat(released.exit()).as(released.err()).isZero();
    Files.writeString(folder.resolve("later.txt"), "later");
    Ran deposited = zhiheng("evidence", "deposit", "later.txt", "--format", "json");
    assertThat(deposited.exit()).as(deposited.err()).isZero();
    assertThat(zhiheng("log", "checkpoint").out()).isNotEqualTo(before);
    assertThat(zhiheng("log", "fsck", "--format", "json").out()).contains("\"faults\":[]");
    for (String id : List.of("EV1", JSON.readTree(deposited.out()).at("/id").asString())) {
      Ran exported = zhiheng("evidence", "export", id, "--out", id + ".ipev");
      assertThat(exported.exit()).as(exported.err()).isZero();
      assertThat(zhiheng("evidence", "verify", id + ".ipev").exit()).isZero();
    }
  }
}
