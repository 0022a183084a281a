package org.zhiheng.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Receipt;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.Sm2Signature;
import org.zhiheng.ledger.statement.StatedFile;

/// Which members a bundle of given parts has, in their order, and what is in them.
final class Layout {

  static final String MANIFEST = "manifest.json";
  static final String STATEMENT = "statement.cose";
  static final String STATEMENT_SM2 = "statement.sm2.p7s";
  static final String SALT = "salt.bin";
  static final String FILES = "files/";
  static final String ERASURE = "erasure.cose";
  static final String ERASURE_SALT = "erasure.salt.bin";
  static final String ERASURE_LEAF = "erasure.leaf";
  static final String ERASURE_PROOF = "erasure.tlog-proof";
  static final String LEAF = "entry.leaf";
  static final String PROOF = "proof.tlog-proof";
  static final String SIBLING_PROOF = "proof.gm.tlog-proof";
  static final String SIBLING_ROOT = "root.gm.tlog-proof";
  static final String RECEIPT = "receipt.cbor";
  static final String STAMP_SHA_256 = "checkpoint.sha256.tsr";
  static final String STAMP_SM3 = "checkpoint.sm3.tsr";
  static final String RECORD = "record.ers";
  static final String CHAIN = "chain/";
  static final String POLICY = "policy.txt";
  static final String TRUST = "trust/";
  static final String README_ZH = "README.zh.html";
  static final String README_EN = "README.en.html";

  private static final Pattern ANCHOR = Pattern.compile("chain/[0-9]{2}\\.json");
  private static final Pattern FILE = Pattern.compile("files/[0-9]{4}");

  private static final String FORMAT = "zhiheng-evidence-bundle";
  private static final long VERSION = 1;

  /// All members with 10,200 of the longest names stay below.
  private static final int MANIFEST_LENGTH_BYTES_MAX = 4_000_000;

  /// A page names 200 files at most, each with a name of up to 1,000 bytes.
  private static final int README_LENGTH_BYTES_MAX = 4_000_000;

  private static final Map<String, Integer> LENGTHS_BYTES_MAX =
      Map.ofEntries(
          Map.entry(MANIFEST, MANIFEST_LENGTH_BYTES_MAX),
          Map.entry(STATEMENT, SignedStatement.LENGTH_BYTES_MAX),
          Map.entry(STATEMENT_SM2, Sm2Signature.LENGTH_BYTES_MAX),
          Map.entry(SALT, 32),
          Map.entry(ERASURE, SignedStatement.LENGTH_BYTES_MAX),
          Map.entry(ERASURE_SALT, 32),
          Map.entry(ERASURE_LEAF, Leaf.LENGTH_BYTES),
          Map.entry(ERASURE_PROOF, LogProof.LENGTH_BYTES_MAX),
          Map.entry(LEAF, Leaf.LENGTH_BYTES),
          Map.entry(PROOF, LogProof.LENGTH_BYTES_MAX),
          Map.entry(SIBLING_PROOF, LogProof.LENGTH_BYTES_MAX),
          Map.entry(SIBLING_ROOT, LogProof.LENGTH_BYTES_MAX),
          Map.entry(RECEIPT, Receipt.LENGTH_BYTES_MAX),
          Map.entry(STAMP_SHA_256, BundleParts.Stamps.TOKEN_LENGTH_BYTES_MAX),
          Map.entry(STAMP_SM3, BundleParts.Stamps.TOKEN_LENGTH_BYTES_MAX),
          Map.entry(RECORD, BundleParts.Stamps.RECORD_LENGTH_BYTES_MAX),
          Map.entry(POLICY, TrustPolicy.LENGTH_BYTES_MAX),
          Map.entry(README_ZH, README_LENGTH_BYTES_MAX),
          Map.entry(README_EN, README_LENGTH_BYTES_MAX));

  /// A member that is not the digest list.
  ///
  /// @param name in the bundle
  /// @param octets what is in it; nothing for a file, whose bytes are elsewhere
  record Piece(String name, Optional<Octets> octets) {}

  private Layout() {}

  /// How long a member that is held in memory may be; nothing when there is none of this name.
  static Optional<Integer> lengthBytesMax(String name) {
    if (ANCHOR.matcher(name).matches()) {
      return Optional.of(BundleParts.ANCHOR_LENGTH_BYTES_MAX);
    }
    if (name.startsWith(TRUST) && BundleParts.Hints.named(name.substring(TRUST.length()))) {
      return Optional.of(BundleParts.Hints.COPY_LENGTH_BYTES_MAX);
    }
    return Optional.ofNullable(LENGTHS_BYTES_MAX.get(name));
  }

  /// Whether a member is one of the files.
  static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /// The member for the file at this place in the statement, from 0.
  static String file(int at) {
    return String.format(Locale.ROOT, FILES + "%04d", at + 1);
  }

  /// The member for the anchor at this place, from 0.
  static String anchor(int at) {
    return String.format(Locale.ROOT, CHAIN + "%02d.json", at + 1);
  }

  /// The files that the statement names.
  static List<StatedFile> stated(BundleParts parts) {
    return switch (parts.content()) {
      case BundleParts.Held held -> held.statement().manifest().files();
      case BundleParts.Erased _ -> List.of();
    };
  }

  /// All members but the digest list, in their order.
  static List<Piece> pieces(BundleParts parts) {
    List<Piece> pieces = new ArrayList<>();
    switch (parts.content()) {
      case BundleParts.Held held -> {
        add(pieces, STATEMENT, held.statement().encoded());
        held.sm2().ifPresent(cms -> add(pieces, STATEMENT_SM2, cms));
        add(pieces, SALT, held.salt());
        for (int at = 0; at < held.statement().manifest().files().size(); at++) {
          pieces.add(new Piece(file(at), Optional.empty()));
        }
      }
      case BundleParts.Erased erased -> {
        add(pieces, ERASURE, erased.notice().encoded());
        add(pieces, ERASURE_SALT, erased.salt());
        add(pieces, ERASURE_LEAF, erased.leaf().bytes());
        add(pieces, ERASURE_PROOF, utf8(erased.proof().toString()));
      }
    }
    BundleParts.Entry entry = parts.entry();
    add(pieces, LEAF, entry.leaf().bytes());
    add(pieces, PROOF, utf8(entry.proof().toString()));
    add(pieces, SIBLING_PROOF, utf8(entry.siblingProof().toString()));
    add(pieces, SIBLING_ROOT, utf8(entry.siblingRoot().toString()));
    entry.receipt().ifPresent(receipt -> add(pieces, RECEIPT, receipt));
    parts.stamps().sha256().ifPresent(token -> add(pieces, STAMP_SHA_256, token));
    parts.stamps().sm3().ifPresent(token -> add(pieces, STAMP_SM3, token));
    parts.stamps().record().ifPresent(all -> add(pieces, RECORD, all));
    for (int at = 0; at < parts.anchors().size(); at++) {
      add(pieces, anchor(at), parts.anchors().get(at));
    }
    add(pieces, POLICY, parts.hints().policy());
    parts.hints().copies().forEach((name, copy) -> add(pieces, TRUST + name, copy));
    Readme.Values values = Readme.Values.of(parts);
    add(pieces, README_ZH, Readme.CHINESE.of(values));
    add(pieces, README_EN, Readme.ENGLISH.of(values));
    return pieces;
  }

  private static void add(List<Piece> pieces, String name, Octets octets) {
    pieces.add(new Piece(name, Optional.of(octets)));
  }

  private static void add(List<Piece> pieces, String name, byte[] bytes) {
    add(pieces, name, Octets.of(bytes));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The digest list, which names every other member.
  static byte[] manifest(List<Member> members) {
    List<Json> listed = new ArrayList<>(members.size());
    for (Member member : members) {
      listed.add(
          new Json.Fields(
              new TreeMap<>(
                  Map.of(
                      "name", new Json.Text(member.name()),
                      "sha256", new Json.Text(member.sha256().hex()),
                      "size", new Json.Whole(member.sizeBytes()),
                      "sm3", new Json.Text(member.sm3().hex())))));
    }
    return new Json.Fields(
            new TreeMap<>(
                Map.of(
                    "format", new Json.Text(FORMAT),
                    "version", new Json.Whole(VERSION),
                    "members", new Json.Items(listed))))
        .bytes();
  }
}
