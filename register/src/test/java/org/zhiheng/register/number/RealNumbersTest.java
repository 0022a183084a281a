package org.zhiheng.register.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// The numbers and symbols of two gazettes of 2019.
final class RealNumbersTest {

  private static final List<String> FILES =
      List.of("invention_published", "invention_granted", "utility_model", "design");
  private static final int PUBLICATION = 2;
  private static final int APPLICATION = 4;
  private static final int CLASSES = 8;

  @Test
  void readsEveryApplicationNumberOfTheGazettes() throws IOException {
    List<Problem> problems = new ArrayList<>();
    int read = 0;
    for (List<String> row : rows()) {
      String number = row.get(APPLICATION);
      if (!number.isEmpty()) {
        read++;
        Numbers.application(Office.CN, number).refusal().ifPresent(problems::add);
      }
    }
    assertThat(problems).isEmpty();
    // SOURCE.md: 28,032 in all; about half of them lie beside the project
    assertThat(read == 0 || read > 14_000).isTrue();
  }

  @Test
  void readsEveryPublicationNumberOfTheGazettesAsItIs() throws IOException {
    for (List<String> row : rows()) {
      String number = row.get(PUBLICATION);
      assertThat(Numbers.publication(Office.CN, number).map(RightNumber::text))
          .isEqualTo(Parsed.ok(number));
    }
  }

  @Test
  void readsEverySymbolOfTheGazettes() throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (List<String> row : rows()) {
      ClassScheme scheme = row.getFirst().equals("design") ? ClassScheme.LOCARNO : ClassScheme.IPC;
      // the crawl turned a no-break space into two question marks
      for (String symbol : row.get(CLASSES).replace("?", "").split(";", -1)) {
        Symbols.read(scheme, symbol).refusal().ifPresent(problems::add);
      }
    }
    assertThat(problems).isEmpty();
  }

  private static List<List<String>> rows() throws IOException {
    Optional<Path> folder = SharedRecords.folder("numbers of the gazettes of 2019");
    List<List<String>> rows = new ArrayList<>();
    if (folder.isPresent()) {
      for (String file : FILES) {
        rows.addAll(
            SharedRecords.rows(
                folder.get().resolve("patents_cn_gazette_2019").resolve(file + ".csv.gz")));
      }
    }
    return rows;
  }
}
