package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The lines of the file of keys, `name value` each.
///
/// | name | what |
/// |---|---|
/// | `origin` | the log's name |
/// | `log-…`, `issuer-ed25519`, `witness-ed25519` | the keys, base64; they are always there |
/// | `…-old` | a key that goes, while its change is under way |
/// | `change-statement`, `change-log` | that change: stage, organisation, `keep` or `destroy`, by whom and why in base64 |
/// | `retired-1`, … | what signed once: use, last entry, organisation, evidence, the public key |
///
/// @param values by name, in the file's order
record KeyLines(Map<String, String> values) {

  static final String ORIGIN = "origin";
  static final String ISSUER = "issuer-ed25519";
  static final String OLD = "-old";
  static final String RETIRED = "retired-";

  /// The log's keys.
  static final List<String> LOG =
      List.of("log-ed25519", "log-ml-dsa-44", "log-ml-dsa-44-public", "log-sm2");

  private static final Set<String> ALWAYS =
      Set.of(
          ORIGIN,
          "log-ed25519",
          "log-ml-dsa-44",
          "log-ml-dsa-44-public",
          "log-sm2",
          ISSUER,
          "witness-ed25519");

  /// Reads a file.
  ///
  /// @throws IOException when it cannot be read, lacks a key or has a line of another name
  static KeyLines read(Path file) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int space = line.indexOf(' ');
      if (space > 0) {
        lines.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    if (!lines.keySet().containsAll(ALWAYS) || !lines.keySet().stream().allMatch(KeyLines::known)) {
      throw new IOException(file + " has not the keys it should have: " + ALWAYS);
    }
    KeyLines read = new KeyLines(lines);
    if (read.torn("change-statement", List.of(ISSUER)) || read.torn("change-log", LOG)) {
      throw new IOException(file + " has a change of keys and not the keys that go with it");
    }
    return read;
  }

  private static boolean known(String name) {
    return ALWAYS.contains(name)
        || name.equals("change-statement")
        || name.equals("change-log")
        || name.equals(ISSUER + OLD)
        || (name.endsWith(OLD) && LOG.contains(name.substring(0, name.length() - OLD.length())))
        || name.matches("retired-[1-9][0-9]{0,4}");
  }

  private boolean torn(String change, List<String> keys) {
    return keys.stream()
        .anyMatch(key -> values.containsKey(key + OLD) != values.containsKey(change));
  }

  /// A value that is always there.
  String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no key " + name);
    }
    return value;
  }

  byte[] bytes(String name) {
    return Base64.getDecoder().decode(value(name));
  }

  /// A value that may be missing.
  Optional<String> found(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// As the file holds them.
  String text() {
    return values.entrySet().stream()
        .map(line -> line.getKey() + " " + line.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /// Tells one state of a file from another: each is written aside and renamed, so that each has a
  /// number of its own on the disk.
  ///
  /// @param number of the file on the disk
  /// @param at when it was written
  /// @param length in bytes
  record Stamp(String number, FileTime at, long length) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(
          Objects.toString(attributes.fileKey(), ""),
          attributes.lastModifiedTime(),
          attributes.size());
    }
  }
}
