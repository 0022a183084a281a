package org.zhiheng.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Option;

/// What is said of a set of data, as options of `zhiheng evidence deposit`.
final class DataOptions {

  private static final int TEXT_LENGTH_BYTES_MAX = 64_000;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "Of data-ip: where it is to be registered (see `zhiheng data-ip regions`); takes the",
        "fingerprint of the first file and prints its id as well."
      })
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--field",
      paramLabel = "NAME=TEXT",
      description = "Of data-ip: a field of the region's form; may be given several times.")
  private List<String> fields = List.of();

  @Option(names = "--holder", paramLabel = "NAME", description = "Of data-ip: who holds the set.")
  private String holder = "";

  @Option(
      names = "--source-statement",
      paramLabel = "TEXT|@FILE",
      description = "Of data-ip: where the data come from.")
  private String source = "";

  @Option(
      names = "--processing-statement",
      paramLabel = "TEXT|@FILE",
      description = "Of data-ip: what was done with them.")
  private String processing = "";

  Optional<String> region() {
    if (region.isEmpty() && !(fields.isEmpty() && (holder + source + processing).isEmpty())) {
      throw new ProblemsException(
          Problem.of(
              "data-region", "--region", "", "What is said of a set of data needs its region."));
    }
    return region;
  }

  String holder() {
    return holder.strip();
  }

  SortedMap<String, String> fields() {
    SortedMap<String, String> read = new TreeMap<>();
    for (String field : fields) {
      int sign = field.indexOf('=');
      if (sign < 1) {
        throw new ProblemsException(
            Problem.of("data-field", "--field", field, "A field is written NAME=TEXT."));
      }
      read.put(field.substring(0, sign).strip(), field.substring(sign + 1).strip());
    }
    return read;
  }

  String source(Path folder) throws IOException {
    return text(folder, source);
  }

  String processing(Path folder) throws IOException {
    return text(folder, processing);
  }

  private static String text(Path folder, String given) throws IOException {
    if (!given.startsWith("@")) {
      return given;
    }
    Path file = folder.resolve(given.substring(1));
    if (Files.size(file) > TEXT_LENGTH_BYTES_MAX) {
      throw new ProblemsException(
          Problem.of("evidence-text", given, "", "A statement has at most 64,000 bytes."));
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
