package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.zhiheng.jobs.prove.data.DataItem;
import picocli.CommandLine.Option;

/// What is said of a data set, as options of `zhiheng evidence deposit`.
final class DataOptions {

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {
        "Of a data set: where it is to be registered (zhiheng data-ip regions). Makes the kind",
        "data-ip."
      })
  private String region = "";

  @Option(
      names = "--field",
      paramLabel = "NAME=TEXT",
      description = "Of a data set: a field that the region asks for; may be given several times.")
  private List<String> fields = List.of();

  @Option(names = "--holder", paramLabel = "NAME", description = "Of a data set: who holds it.")
  private String holder = "";

  @Option(
      names = "--source-statement",
      paramLabel = "FILE|TEXT",
      description = "Of a data set: where the data come from; the text of a file of this name.")
  private String source = "";

  @Option(
      names = "--processing-statement",
      paramLabel = "FILE|TEXT",
      description = "Of a data set: what was done to the data; the text of a file of this name.")
  private String processing = "";

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = "Of a data set: under which licence it is held or given.")
  private String licence = "";

  @Option(
      names = "--contract-ends",
      paramLabel = "DATE",
      converter = Options.OfDate.class,
      description = "Of a data set: when the licence or contract ends that it is held by.")
  private Optional<LocalDate> contractEnds = Optional.empty();

  @Option(
      names = "--chunks",
      description = "Of a data set: take the fingerprint over pieces of 64 KiB, of CSV files too.")
  private boolean chunks;

  /// Whether CSV files are cut into chunks.
  boolean chunks() {
    return chunks;
  }

  /// What is said of it.
  ///
  /// @param folder that names of files are read in
  /// @throws IOException when a file cannot be read
  DataItem item(Path folder) throws IOException {
    SortedMap<String, String> named = EvidenceVerbs.stated(fields);
    return new DataItem(
        region.strip(),
        holder.strip(),
        named,
        text(folder, source),
        text(folder, processing),
        licence.strip(),
        contractEnds);
  }

  /// The text, or that of the file of this name.
  private static String text(Path folder, String given) throws IOException {
    if (given.isBlank() || given.length() > 255 || given.indexOf('\0') >= 0) {
      return given.strip();
    }
    Path file = folder.resolve(given.strip());
    return Files.isRegularFile(file) ? Files.readString(file).strip() : given.strip();
  }
}
