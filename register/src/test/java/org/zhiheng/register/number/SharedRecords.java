package org.zhiheng.register.number;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The real records beside the project, where a machine has them.
final class SharedRecords {

  private SharedRecords() {}

  /// The folder, or nothing (and a line on stdout) where it is missing.
  static Optional<Path> folder(String what) {
    String named = System.getenv("ZHIHENG_SHARED_DATA");
    Path folder =
        named == null
            ? Path.of(System.getProperty("zhiheng.root", "."), "..", "shared", "data")
            : Path.of(named);
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    System.out.println("NOT RUN: " + what + ": shared/data is missing");
    return Optional.empty();
  }

  /// The rows of a CSV file without its header, each a list of fields.
  static List<List<String>> rows(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      List<String> fields = new ArrayList<>();
      StringBuilder field = new StringBuilder();
      boolean quoted = false;
      for (char c : new String(in.readAllBytes(), StandardCharsets.UTF_8).toCharArray()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
          fields.add(field.toString().strip());
          field.setLength(0);
          if (c == '\n') {
            rows.add(List.copyOf(fields));
            fields.clear();
          }
        } else {
          field.append(c);
        }
      }
    }
    return rows.subList(1, rows.size());
  }
}
