package org.zhiheng.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Test vectors that others made; they lie beside the project and are not part of it.
public final class Vectors {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Vectors() {}

  /// The folder of a set, if it is there; says that tests are not run where it is not.
  public static Optional<Path> folder(String set) {
    Path folder =
        Path.of(System.getProperty("zhiheng.root", ".."), "../shared/data/evidence-vectors", set)
            .normalize();
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    System.out.println("NOT RUN: " + set + ": shared/data is missing");
    return Optional.empty();
  }

  /// All files below a folder whose names end so, in the order of their paths.
  public static List<Path> files(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A file of JSON.
  public static JsonNode json(Path file) {
    return JSON.readTree(file.toFile());
  }

  /// The bytes of a file.
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
