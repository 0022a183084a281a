package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.Digest;

/// A migration that was shipped is what made somebody's record: it is never changed, renamed or
/// taken away, and a new one comes behind all others. `migrations.sha256` says what was shipped.
final class ShippedMigrationsTest {

  private static final String LIST = "migrations.sha256";
  private static final Pattern NAME = Pattern.compile("V([1-9][0-9]*)__[a-z0-9_]+\\.sql");

  private static List<String> shipped() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ShippedMigrationsTest.class.getResourceAsStream(LIST))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static List<String> there() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("zhiheng.root", ".."),
            "store-postgres/src/main/resources/org/zhiheng/store/postgres/migration");
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.sorted(Comparator.comparingInt(ShippedMigrationsTest::number)).toList()) {
        lines.add(Digest.of(Files.readAllBytes(file)).hex() + "  " + file.getFileName());
      }
    }
    return lines;
  }

  private static int number(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    assertThat(name.matches()).as("the name of " + file).isTrue();
    return Integer.parseInt(name.group(1));
  }

  @Test
  void areAsTheyWereShipped() throws IOException {
    assertThat(there())
        .as("a new migration is added at the end of " + LIST + "; no other line ever changes")
        .isEqualTo(shipped());
  }

  @Test
  void comeOneBehindTheOther() throws IOException {
    List<Integer> numbers =
        shipped().stream()
            .map(line -> number(Path.of(line.substring(line.indexOf(' ') + 2))))
            .toList();

    assertThat(numbers).isNotEmpty().isSorted().doesNotHaveDuplicates();
  }
}
