package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.store.postgres.Database;

/// Names, characters and pictures as nobody means them, through every command that takes them: each
/// is refused by a code or answered, and what stands beside it is done.
final class BadInputTest {

  /// Names by the code they are refused with; empty where they are read.
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  /// Pictures by the code they are refused with.
  private static final Map<String, String> PICTURE_CODES = new LinkedHashMap<>();

  static {
    NAMES.put("", "name-empty");
    NAMES.put("   ", "name-empty");
    NAMES.put("甲".repeat(10_000), "name-too-long");
    NAMES.put("🎈🎉", "name-unreadable");
    NAMES.put("\uE000\uE001", "name-unreadable");
    NAMES.put("\u200B\u200D\u202E", "name-unreadable");
    // read as if what cannot be seen were not there
    NAMES.put("LAB\u202EUBU", "");
    NAMES.put("LA\u200BBU\u200DBU", "");
    NAMES.put("LABUBU🎈", "");
    NAMES.put("\uE000LABUBU", "");
    // the second letter is Cyrillic
    NAMES.put("L\u0410BUBU", "");
    PICTURE_CODES.put("empty.png", "picture-empty");
    PICTURE_CODES.put("text.png", "picture-kind-unknown");
    PICTURE_CODES.put("moving.gif", "picture-kind-unknown");
    PICTURE_CODES.put("cut-off.png", "picture-corrupt");
    PICTURE_CODES.put("garbage.jpg", "picture-corrupt");
    PICTURE_CODES.put("moving.png", "picture-animated");
    PICTURE_CODES.put("moving.webp", "picture-animated");
    PICTURE_CODES.put("moving.svg", "picture-animated");
    PICTURE_CODES.put("huge.png", "picture-too-many-pixels");
    PICTURE_CODES.put("deep.svg", "picture-too-complex");
    PICTURE_CODES.put("outside.svg", "picture-external");
    PICTURE_CODES.put("broken.svg", "picture-corrupt");
  }

  @TempDir Path folder;

  private Ran call(String... arguments) {
    Ran called = Ran.in(folder, () -> Instant.parse("2026-11-22T04:00:00Z"), arguments);
    // nothing that reorders or hides text reaches the terminal as it came
    assertThat(called.out() + called.err()).doesNotContain("\u202E", "\u200B", "\u200D");
    return called;
  }

  @Test
  void compareRefusesANameByItsCodeOrReadsIt() {
    NAMES.forEach((name, code) -> {
      Ran called = call("mark", "compare", name, "LABUBU", "--format", "json");
      if (code.isEmpty()) {
        assertThat(called.exit()).as(name).isZero();
        assertThat(called.out()).as(name).contains("\"shape\":{\"value\":1.0,");
      } else {
        assertThat(called.exit()).as(name).isEqualTo(1);
        assertThat(called.err()).as(name).contains("left: ", "[" + code + "]");
        // a long name is told cut, not whole
        assertThat(called.err().length()).as(name).isLessThan(600);
      }
    });
  }

  @Test
  void examineRefusesNamesAndPicturesByTheirCodes() throws IOException {
    pictures(folder);
    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty())) {
      NAMES.forEach((name, code) -> {
        Ran called = call("mark", "examine", "--name", name, "--format", "json");
        assertThat(called.exit()).as(name).isEqualTo(code.isEmpty() ? 0 : 1);
        assertThat(called.err()).as(name).contains(code.isEmpty() ? "" : "[" + code + "]");
      });
      PICTURE_CODES.forEach((file, code) -> {
        Ran called = call("mark", "examine", "--figure", file);
        assertThat(called.exit()).as(file).isEqualTo(1);
        assertThat(called.err()).as(file).contains("[" + code + "]");
      });
      assertThat(call("mark", "examine", "--figure", "good.svg").exit()).isZero();
    }
  }

  @Test
  void searchTellsEachBadRowAndAnswersAllOthers() throws IOException {
    List<String> names = new ArrayList<>(NAMES.keySet());
    names.add("LABUBU");
    csv("corpus.csv", names);
    csv("queries.csv", names);

    Ran called =
        call(
            "similarity",
            "search",
            "--corpus",
            "corpus.csv",
            "--name-column",
            "name",
            "--queries",
            "queries.csv",
            "--query-column",
            "name",
            "--top",
            "20",
            "--out",
            "o.csv");

    assertThat(called.exit()).isZero();
    List<String> rows = Files.readAllLines(folder.resolve("o.csv"));
    for (int row = 0; row < names.size(); row++) {
      String start = row + ",";
      String code = NAMES.getOrDefault(names.get(row), "");
      String place = ": row " + row + ":";
      if (code.isEmpty()) {
        // six names are read, and all six are LABUBU
        assertThat(rows).filteredOn(line -> line.startsWith(start)).hasSize(6);
        assertThat(called.err()).doesNotContain("row " + row + ":");
      } else {
        assertThat(rows).noneMatch(line -> line.startsWith(start));
        assertThat(called.err().lines().filter(line -> line.contains("[" + code + "]")))
            .anyMatch(line -> line.contains("corpus" + place))
            .anyMatch(line -> line.contains("queries" + place));
      }
    }
  }

  @Test
  void charactersTellsEachBadLineAndAnswersAllOthers() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (String line : List.of("未", "", "ab", "🎈", "\uE000", "甲".repeat(10_000), "\u200B")) {
      lines.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    lines.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
    lines.writeBytes("末\n".getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("q.txt"), lines.toByteArray());

    Ran called =
        call(
            "similarity",
            "characters",
            "--queries",
            "q.txt",
            "--candidates",
            "q.txt",
            "--by",
            "shape",
            "--out",
            "o.csv");

    assertThat(called.exit()).isZero();
    assertThat(Files.readAllLines(folder.resolve("o.csv")))
        .extracting(line -> line.replaceFirst(",[^,]*$", ""))
        .containsExactly("query_row,rank,candidate_row", "0,1,8", "8,1,0");
    for (int row : new int[] {1, 2, 3, 4, 5, 6}) {
      assertThat(called.err()).contains("q.txt: row " + row + ":");
    }
    assertThat(called.err().lines())
        .anyMatch(line -> line.contains("row 7:") && line.contains("[encoding]"));
  }

  @Test
  void logosTellsEachBadFileAndAnswersAllOthers() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path queries = Files.createDirectory(folder.resolve("queries"));
    pictures(corpus);
    pictures(queries);

    Ran called =
        call("similarity", "logos", "--corpus", "corpus", "--queries", "queries", "--out", "o.csv");

    assertThat(called.exit()).isZero();
    assertThat(Files.readAllLines(folder.resolve("o.csv")))
        .extracting(line -> line.replaceFirst(",[^,]*$", ""))
        .containsExactly("query_file,rank,corpus_file", "good.svg,1,good.svg");
    PICTURE_CODES.forEach((file, code) ->
        assertThat(called.err().lines().filter(line -> line.contains(file)))
            .as(file)
            .hasSize(2)
            .allMatch(line -> line.contains("[" + code + "]")));
  }

  private void csv(String file, List<String> names) throws IOException {
    StringBuilder text = new StringBuilder("id,name\n");
    names.forEach(name -> text.append("x,\"").append(name).append("\"\n"));
    Files.writeString(folder.resolve(file), text);
  }

  private static void pictures(Path into) throws IOException {
    write(into, "good.svg", svg("<circle cx='50' cy='50' r='30'/><path d='M5 5h20v60z'/>"));
    write(into, "empty.png", new byte[0]);
    write(into, "text.png", "no picture".getBytes(StandardCharsets.UTF_8));
    write(into, "moving.gif", "GIF89a".getBytes(StandardCharsets.UTF_8));
    write(into, "cut-off.png", png(64, 64, ""));
    write(into, "garbage.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3, 4, 5});
    write(into, "moving.png", png(64, 64, "acTL"));
    write(into, "moving.webp", webp());
    write(into, "moving.svg", svg("<rect width='9' height='9'><animate/></rect>"));
    write(into, "huge.png", png(50_000, 50_000, ""));
    write(into, "deep.svg", svg("<g>".repeat(500) + "</g>".repeat(500)));
    write(into, "outside.svg", svg("<image href='http://127.0.0.1/x.png'/>"));
    write(into, "broken.svg", svg("<rect>"));
  }

  private static byte[] svg(String body) {
    return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>" + body + "</svg>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /// A head that says how large it is, another chunk if one is named, and nothing behind it.
  private static byte[] png(int width, int height, String chunk) {
    ByteBuffer out = ByteBuffer.allocate(chunk.isEmpty() ? 33 : 45);
    out.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    out.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    out.put(new byte[] {8, 6, 0, 0, 0}).putInt(0);
    if (!chunk.isEmpty()) {
      out.putInt(0).put(chunk.getBytes(StandardCharsets.US_ASCII)).putInt(0);
    }
    return out.array();
  }

  /// An extended head whose flag says that it moves.
  private static byte[] webp() {
    byte[] bytes = new byte[30];
    ByteBuffer.wrap(bytes)
        .put("RIFF....WEBPVP8X....".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 0x02);
    return bytes;
  }

  private static void write(Path into, String name, byte[] bytes) throws IOException {
    Files.write(into.resolve(name), bytes);
  }
}
