package org.zhiheng.ledger.opening;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Some rows of a set, shown. It has one spelling; every other one is refused.
///
/// Source: docs/formats/data-opening.md. Whether the root is one that somebody stated is not said
/// here: [#stated] compares it with the facts of a statement.
///
/// @param unit what a row is, as the statement says
/// @param count rows of the whole set
/// @param root over all of them
/// @param rows in their order, each once
public record Opening(String unit, long count, Hash root, List<OpenedRow> rows) {

  /// Longer files are refused.
  public static final int LENGTH_BYTES_MAX = Json.LENGTH_BYTES_MAX;

  private static final String FORMAT = "zhiheng-data-opening";
  private static final int VERSION = 1;

  /// Facts that a statement of a set has.
  public static final String UNIT = "data.unit";

  /// The same.
  public static final String COUNT = "data.count";

  /// The same, in 64 hexadecimal digits.
  public static final String ROOT = "data.root";

  /// Copies the list.
  public Opening {
    rows = List.copyOf(rows);
  }

  /// As it is written.
  public byte[] bytes() {
    return new Json.Fields(
            fields(
                Map.of(
                    "count", new Json.Whole(count),
                    "format", new Json.Text(FORMAT),
                    "root", new Json.Text(root.hex()),
                    "rows", new Json.Items(rows.stream().map(Opening::row).toList()),
                    "unit", new Json.Text(unit),
                    "version", new Json.Whole(VERSION))))
        .bytes();
  }

  private static SortedMap<String, Json> fields(Map<String, Json> values) {
    return new TreeMap<>(values);
  }

  private static Json row(OpenedRow row) {
    return new Json.Fields(
        fields(
            Map.of(
                "content",
                text(row.content()),
                "index",
                new Json.Whole(row.index()),
                "path",
                new Json.Items(
                    row.path().stream().<Json>map(hash -> new Json.Text(hash.base64())).toList()),
                "salt",
                text(row.salt()))));
  }

  private static Json text(Octets bytes) {
    return new Json.Text(Base64.getEncoder().encodeToString(bytes.bytes()));
  }

  /// Reads one.
  public static Parsed<Opening> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused("An opening has at most 32 MB.");
    }
    Parsed<Json> json = Json.parse(bytes);
    if (json.refusal().isPresent()) {
      return new Parsed.Refused<>(json.refusal().get());
    }
    try {
      return Parsed.ok(read(json.orThrow()));
    } catch (IllegalArgumentException | ClassCastException unfit) {
      return refused("The file is no opening of a set, version 1.");
    }
  }

  private static Opening read(Json json) {
    SortedMap<String, Json> fields = fields(json, 6);
    List<OpenedRow> rows = new ArrayList<>();
    for (Json one : ((Json.Items) need(fields, "rows")).values()) {
      SortedMap<String, Json> row = fields(one, 4);
      List<Hash> path = new ArrayList<>();
      for (Json hash : ((Json.Items) need(row, "path")).values()) {
        path.add(Hash.parse(((Json.Text) hash).value()).found().orElseThrow(Opening::unfit));
      }
      OpenedRow read =
          new OpenedRow(whole(row, "index"), octets(row, "salt"), octets(row, "content"), path);
      if ((!rows.isEmpty() && rows.getLast().index() >= read.index())
          || read.salt().bytes().length != RowTree.SECRET_LENGTH_BYTES
          || path.size() > InclusionProof.PATH_MAX) {
        throw unfit();
      }
      rows.add(read);
    }
    String root = word(fields, "root");
    if (!word(fields, "format").equals(FORMAT)
        || whole(fields, "version") != VERSION
        || rows.isEmpty()
        || rows.size() > RowTree.OPENED_MAX
        || !root.matches("[0-9a-f]{64}")) {
      throw unfit();
    }
    return new Opening(
        word(fields, "unit"),
        whole(fields, "count"),
        Hash.at(java.util.HexFormat.of().parseHex(root), 0),
        rows);
  }

  private static SortedMap<String, Json> fields(Json json, int count) {
    SortedMap<String, Json> fields = ((Json.Fields) json).values();
    if (fields.size() != count) {
      throw unfit();
    }
    return fields;
  }

  private static Json need(SortedMap<String, Json> fields, String name) {
    return Optional.ofNullable(fields.get(name)).orElseThrow(Opening::unfit);
  }

  private static String word(SortedMap<String, Json> fields, String name) {
    return ((Json.Text) need(fields, name)).value();
  }

  private static long whole(SortedMap<String, Json> fields, String name) {
    long value = ((Json.Whole) need(fields, name)).value();
    if (value < 0) {
      throw unfit();
    }
    return value;
  }

  /// Base64 in its one spelling: bits that mean nothing are 0.
  private static Octets octets(SortedMap<String, Json> fields, String name) {
    String text = word(fields, name);
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw unfit();
    }
    return Octets.of(bytes);
  }

  private static IllegalArgumentException unfit() {
    return new IllegalArgumentException("no opening");
  }

  private static Parsed<Opening> refused(String reason) {
    return Parsed.refused("data-opening", "", reason);
  }

  /// Whether all rows stand under the root that a statement states; else why not.
  ///
  /// @param facts of the statement
  public Optional<String> stated(SortedMap<String, String> facts) {
    if (!facts.containsKey(ROOT)) {
      return Optional.of("The statement states no set of rows.");
    }
    if (!root.hex().equals(facts.get(ROOT))
        || !Long.toString(count).equals(facts.get(COUNT))
        || !unit.equals(facts.get(UNIT))) {
      return Optional.of("The statement is about another set.");
    }
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    for (OpenedRow row : rows) {
      switch (row.check(hasher, count, root)) {
        case Shown.Proven _ -> {
          // the next
        }
        case Shown.Refused refused -> {
          return Optional.of(
              "Row " + row.index() + " is not of the set: " + Problem.shown(refused.reason()));
        }
      }
    }
    return Optional.empty();
  }
}
