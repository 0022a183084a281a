package org.zhiheng.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class OutputTest {

  private static String listed(OutputFormat format, String... cells) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    try (Listing listing =
        new Output(out, format).listing(Column.text("name"), Column.number("count"))) {
      for (int i = 0; i < cells.length; i += 2) {
        listing.row(cells[i], cells[i + 1]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void alignsWideCharactersByTheirWidth() {
    assertThat(listed(OutputFormat.TEXT, "电池", "7", "cell", "12"))
        .isEqualTo("name  count\n电池      7\ncell     12\n");
  }

  @Test
  void showsWhatWouldMoveTheCursor() {
    assertThat(listed(OutputFormat.TEXT, "a\u001b[2Jb", "1")).contains("a\\u{1b}[2Jb");
    assertThat(listed(OutputFormat.CSV, "a\u202eb", "1")).contains("a\\u{202e}b");
    assertThat(listed(OutputFormat.JSON, "a\u009bb", "1")).contains("\"a\\u009bb\"");
  }

  @Test
  void quotesCsvOnlyWhereItMust() {
    assertThat(listed(OutputFormat.CSV, "a,\"b\"", "1"))
        .isEqualTo("name,count\r\n\"a,\"\"b\"\"\",1\r\n");
  }

  @Test
  void writesAnEmptyListAsOne() {
    assertThat(listed(OutputFormat.JSON)).isEqualTo("[]\n");
    assertThat(listed(OutputFormat.CSV)).isEqualTo("name,count\r\n");
    assertThat(listed(OutputFormat.TEXT)).isEmpty();
  }

  @Test
  void writesAMissingNumberAsNull() {
    assertThat(listed(OutputFormat.JSON, "a", "")).contains("{\"name\":\"a\",\"count\":null}");
  }

  @Test
  void cutsLongCellsButTheLast() {
    String line =
        listed(OutputFormat.TEXT, "长".repeat(40), "1").lines().skip(1).findFirst().orElse("");

    // 31 wide characters take 62 columns; with the ellipsis 63 of the 64
    assertThat(line).startsWith("长".repeat(31) + "…");
  }
}
