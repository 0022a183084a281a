package org.zhiheng.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhiheng.values.Digest;

/// The real samples, which lie beside the repository and are never part of it.
public final class Shared {

  private Shared() {}

  /// The sample, or empty (said on standard output) where there are no samples.
  public static Optional<Path> file(String name) {
    String configured = System.getenv("ZHIHENG_SHARED_DATA");
    Path shared =
        configured != null
            ? Path.of(configured)
            : Path.of(System.getProperty("zhiheng.root", "."), "..", "shared", "data");
    Path file = shared.resolve(name);
    if (!Files.exists(file)) {
      System.out.println("NOT RUN: " + name + ": shared/data is missing");
      return Optional.empty();
    }
    return Optional.of(file);
  }

  /// The file, to be read.
  public static IntakeFile intake(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return new IntakeFile(
          path.getFileName().toString(), Digest.of(in), () -> Files.newInputStream(path));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
