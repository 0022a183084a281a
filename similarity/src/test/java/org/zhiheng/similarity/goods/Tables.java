package org.zhiheng.similarity.goods;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tables for tests: a small invented one, and the real sample where it lies beside the repository.
final class Tables {

  private static final Path SAMPLE =
      Path.of(System.getProperty("zhiheng.root", ".."), "../shared/data/class_cn_similar_groups");

  private Tables() {}

  static Map<String, byte[]> smallFiles() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : GoodsTableReader.FILES) {
      try (InputStream in = Tables.class.getResourceAsStream("small/" + name)) {
        files.put(name, in.readAllBytes());
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
    return files;
  }

  static GoodsTable small() {
    return table("invented", smallFiles());
  }

  static GoodsTable table(String edition, Map<String, byte[]> files) {
    return switch (GoodsTableReader.read(edition, files)) {
      case GoodsTableReader.Outcome.Read read -> read.table();
      case GoodsTableReader.Outcome.Refused refused ->
          throw new AssertionError(refused.problems().toString());
    };
  }

  /// The real sample; empty where it is not there.
  static Optional<Map<String, byte[]>> sampleFiles() {
    if (!Files.isDirectory(SAMPLE)) {
      return Optional.empty();
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : GoodsTableReader.FILES) {
      try {
        files.put(name, Files.readAllBytes(SAMPLE.resolve(name)));
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
    return Optional.of(files);
  }

  static Map<String, byte[]> with(String name, String text) {
    Map<String, byte[]> files = smallFiles();
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
