package org.zhiheng.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What is stated: of which kind, about which right, which facts, which files. It has one spelling,
/// JCS; a text that reads as a manifest and is spelled otherwise is refused.
///
/// @param kind the kind that the leaf has too
/// @param subject the right it is about, if it is about one
/// @param statement facts as texts by name; amounts and dates too
/// @param files in their order
public record Manifest(
    LeafKind kind,
    Optional<RightId> subject,
    SortedMap<String, String> statement,
    List<StatedFile> files) {

  /// More are refused: a bundle counts them with four digits.
  public static final int FILES_MAX = 9_999;

  /// More facts are refused.
  public static final int FACTS_MAX = 1_000;

  private static final int FACT_LENGTH_BYTES_MAX = 64_000;

  private static final long VERSION = 1;

  /// @throws IllegalArgumentException when there are too many files or facts, a fact's name is no
  ///   word or its text is too long
  public Manifest {
    SortedMap<String, String> ordered = new TreeMap<>();
    ordered.putAll(statement);
    statement = Collections.unmodifiableSortedMap(ordered);
    files = List.copyOf(files);
    if (files.size() > FILES_MAX || statement.size() > FACTS_MAX) {
      throw new IllegalArgumentException(
          "a statement has at most 9,999 files and 1,000 facts: "
              + files.size()
              + ", "
              + statement.size());
    }
    statement.forEach((name, value) -> {
      if (!name.matches("[A-Za-z][A-Za-z0-9.-]{0,63}")
          || !Json.whole(value)
          || value.getBytes(StandardCharsets.UTF_8).length > FACT_LENGTH_BYTES_MAX) {
        throw new IllegalArgumentException(
            "a fact has a name of letters and digits and at most 64,000 bytes: " + name);
      }
    });
  }

  /// The word for a kind: its name in lower case, with hyphens.
  public static String word(LeafKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a manifest.
  public static Parsed<Manifest> parse(byte[] bytes) {
    Parsed<Json> read = Json.parse(bytes);
    if (read.refusal().isPresent()) {
      return new Parsed.Refused<>(read.refusal().get());
    }
    if (!(read.orThrow() instanceof Json.Fields(SortedMap<String, Json> fields))
        || !(fields.get("version") instanceof Json.Whole(long version))
        || !(fields.get("kind") instanceof Json.Text(String kind))
        || !(fields.get("subject") instanceof Json.Text(String subject))
        || !(fields.get("statement") instanceof Json.Fields(SortedMap<String, Json> facts))
        || !(fields.get("files") instanceof Json.Items(List<Json> files))) {
      return refused("", "A manifest has version, kind, subject, statement and files.");
    }
    Optional<LeafKind> known =
        Arrays.stream(LeafKind.values()).filter(one -> word(one).equals(kind)).findFirst();
    if (version != VERSION || known.isEmpty()) {
      return refused(version + " " + kind, "Version 1 and the kinds of leaves are known here.");
    }
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Json> fact : facts.entrySet()) {
      if (!(fact.getValue() instanceof Json.Text(String text))) {
        return refused(fact.getKey(), "A fact is a text.");
      }
      texts.put(fact.getKey(), text);
    }
    try {
      List<StatedFile> named = new ArrayList<>();
      files.forEach(file -> named.add(StatedFile.of(file)));
      Manifest manifest =
          new Manifest(
              known.get(),
              subject.isEmpty() ? Optional.empty() : Optional.of(RightId.parse(subject).orThrow()),
              texts,
              named);
      return Arrays.equals(manifest.bytes(), bytes)
          ? Parsed.ok(manifest)
          : refused("", "A manifest has no further fields, and each value one spelling.");
    } catch (ProblemsException not) {
      return new Parsed.Refused<>(not.problems().getFirst());
    } catch (IllegalArgumentException not) {
      return refused("", "A value of the manifest is too long or none that can be.");
    }
  }

  private static Parsed<Manifest> refused(String given, String reason) {
    return Parsed.refused("statement-manifest", given, reason);
  }

  /// As JCS spells it.
  public byte[] bytes() {
    SortedMap<String, Json> facts = new TreeMap<>();
    statement.forEach((name, value) -> facts.put(name, new Json.Text(value)));
    return new Json.Fields(
            new TreeMap<>(
                Map.of(
                    "version", new Json.Whole(VERSION),
                    "kind", new Json.Text(word(kind)),
                    "subject", new Json.Text(subject.map(RightId::toString).orElse("")),
                    "statement", new Json.Fields(facts),
                    "files", new Json.Items(files.stream().map(StatedFile::json).toList()))))
        .bytes();
  }
}
