package org.zhiheng.jobs.prove.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Pieces of a set that are shown, with what proves that they stand in it. It has one spelling,
/// JCS; `docs/formats/data-opening.md` has it byte for byte.
///
/// @param root of the set's fingerprint, hexadecimal in the file
/// @param size leaves of the fingerprint
/// @param rows in the order of their indices, each once
public record DataOpening(Hash root, long size, List<Row> rows) {

  /// More in one file are refused.
  public static final int ROWS_MAX = 10_000;

  private static final long VERSION = 1;

  /// A piece that is shown.
  ///
  /// @param index of its leaf, from 0
  /// @param salt of its leaf
  /// @param bytes of the piece
  /// @param path the hashes beside the way up
  public record Row(long index, Hash salt, Bytes bytes, List<Hash> path) {

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when the index is negative
    public Row {
      path = List.copyOf(path);
      if (index < 0) {
        throw new IllegalArgumentException("index must be >= 0: " + index);
      }
    }

    /// The piece as text, where it is UTF-8.
    public Optional<String> text() {
      try {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.array())).toString());
      } catch (CharacterCodingException _) {
        return Optional.empty();
      }
    }
  }

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when there is no row or too many, or they stand in no order
  public DataOpening {
    rows = List.copyOf(rows);
    if (rows.isEmpty() || rows.size() > ROWS_MAX) {
      throw new IllegalArgumentException("an opening has 1 to 10,000 rows: " + rows.size());
    }
    for (int at = 1; at < rows.size(); at++) {
      if (rows.get(at).index() <= rows.get(at - 1).index()) {
        throw new IllegalArgumentException("rows stand in the order of their indices, each once");
      }
    }
  }

  /// As JCS spells it.
  public byte[] bytes() {
    SortedMap<String, Json> fields = new TreeMap<>();
    fields.put("version", new Json.Whole(VERSION));
    fields.put("root", new Json.Text(root.hex()));
    fields.put("size", new Json.Whole(size));
    fields.put("rows", new Json.Items(rows.stream().map(DataOpening::json).toList()));
    return new Json.Fields(fields).bytes();
  }

  private static Json json(Row row) {
    SortedMap<String, Json> fields = new TreeMap<>();
    fields.put("index", new Json.Whole(row.index()));
    fields.put("salt", new Json.Text(row.salt().base64()));
    fields.put(
        "path",
        new Json.Items(
            row.path().stream().map(hash -> (Json) new Json.Text(hash.base64())).toList()));
    Optional<String> text = row.text();
    fields.put(
        text.isPresent() ? "text" : "bytes",
        new Json.Text(
            text.orElseGet(() -> Base64.getEncoder().encodeToString(row.bytes().array()))));
    return new Json.Fields(fields);
  }

  /// Reads what [#bytes] wrote; every other spelling is refused with `data-opening`.
  public static Parsed<DataOpening> parse(byte[] bytes) {
    Parsed<Json> read = Json.parse(bytes);
    if (read.refusal().isPresent()) {
      return new Parsed.Refused<>(read.refusal().get());
    }
    if (!(read.orThrow() instanceof Json.Fields(SortedMap<String, Json> fields))
        || !(fields.get("version") instanceof Json.Whole(long version))
        || !(fields.get("root") instanceof Json.Text(String root))
        || !(fields.get("size") instanceof Json.Whole(long size))
        || !(fields.get("rows") instanceof Json.Items(List<Json> items))
        || version != VERSION
        || !root.matches("[0-9a-f]{64}")) {
      return refused("An opening has version 1, root, size and rows.");
    }
    try {
      List<Row> rows = new ArrayList<>();
      for (Json item : items) {
        rows.add(row(item));
      }
      DataOpening opening = new DataOpening(Hash.at(HexFormat.of().parseHex(root), 0), size, rows);
      return Arrays.equals(opening.bytes(), bytes)
          ? Parsed.ok(opening)
          : refused("An opening has no further fields, and each value one spelling.");
    } catch (ProblemsException not) {
      return new Parsed.Refused<>(not.problems().getFirst());
    } catch (IllegalArgumentException not) {
      return refused("A value of the opening is none that can be: " + not.getMessage());
    }
  }

  private static Row row(Json item) {
    if (!(item instanceof Json.Fields(SortedMap<String, Json> fields))
        || !(fields.get("index") instanceof Json.Whole(long index))
        || !(fields.get("salt") instanceof Json.Text(String salt))
        || !(fields.get("path") instanceof Json.Items(List<Json> path))) {
      throw new IllegalArgumentException("a row has index, salt, path, and text or bytes");
    }
    byte[] piece;
    if (fields.get("text") instanceof Json.Text(String text)) {
      piece = text.getBytes(StandardCharsets.UTF_8);
    } else if (fields.get("bytes") instanceof Json.Text(String base64)) {
      piece = Base64.getDecoder().decode(base64);
    } else {
      throw new IllegalArgumentException("a row has text or bytes");
    }
    List<Hash> hashes = new ArrayList<>();
    for (Json one : path) {
      hashes.add(Hash.parse(one instanceof Json.Text(String text) ? text : "").orThrow());
    }
    return new Row(index, Hash.parse(salt).orThrow(), Bytes.of(piece), hashes);
  }

  private static Parsed<DataOpening> refused(String reason) {
    return Parsed.refused("data-opening", "", reason);
  }

  /// Checks every row against the fingerprint of a statement that was itself verified.
  ///
  /// @return one problem of the code `data-row-proof` for each row that does not hold; none where
  ///   all do
  public List<Problem> check(SetFingerprint stated) {
    List<Problem> problems = new ArrayList<>();
    if (!stated.root().equals(root) || stated.units().size() != size) {
      problems.add(
          Problem.of(
              "data-row-proof",
              "root",
              root.hex(),
              "The statement has another fingerprint: " + stated.root().hex() + "."));
      return problems;
    }
    for (Row row : rows) {
      Shown shown =
          new InclusionProof(row.index(), size, row.path())
              .check(
                  TreeAlgorithm.SHA_256.hasher(),
                  SetFingerprint.leaf(row.salt(), row.bytes().array()),
                  stated.root());
      if (shown instanceof Shown.Refused(int _, String reason)) {
        problems.add(Problem.of("data-row-proof", "rows", Long.toString(row.index()), reason));
      }
    }
    return problems;
  }
}
