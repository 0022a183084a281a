package org.zhiheng.ledger.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Reads a bundle, and refuses every one that its parts, written again, would not give byte for
/// byte. For one thread.
///
/// Cost: each byte is read once; files go by, all else is held.
final class BundleReader {

  private static final int BUFFER_LENGTH_BYTES = 1 << 16;

  private final ByteSource source;
  private final Map<String, Octets> held = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Member> files = new ArrayList<>();

  private BundleReader(ByteSource source) {
    this.source = source;
  }

  /// Reads a bundle.
  ///
  /// @throws IOException when the bytes cannot be read
  /// @throws ProblemsException with the one reason why it is none
  static Bundle read(ByteSource source) throws IOException {
    return new BundleReader(source).bundle();
  }

  private Bundle bundle() throws IOException {
    List<Zip.Place> places = Zip.directory(source);
    long at = 0;
    for (Zip.Place place : places) {
      known(place);
      member(at, place);
      at = Zip.next(at, place);
    }
    BundleParts parts;
    try {
      parts = parts();
    } catch (IllegalArgumentException cannotBe) {
      throw refused("bundle-member", "", "A member is none that can be.");
    }
    rebuild(parts);
    return new Bundle(parts, files);
  }

  private static void known(Zip.Place place) {
    Optional<Integer> lengthBytesMax = Layout.lengthBytesMax(place.name());
    if (lengthBytesMax.isEmpty() && !Layout.isFile(place.name())) {
      throw refused("bundle-member", place.name(), "A bundle has no member of this name.");
    }
    if (lengthBytesMax.isPresent() && place.sizeBytes() > lengthBytesMax.get()) {
      throw refused(
          "bundle-member",
          place.name(),
          "This member has at most " + lengthBytesMax.get() + " bytes.");
    }
  }

  private void member(long at, Zip.Place place) throws IOException {
    byte[] local = Zip.local(place);
    byte[] there = new byte[local.length];
    source.read(at, there, 0, there.length);
    if (!Arrays.equals(local, there)) {
      throw refused("bundle-zip", place.name(), "What stands before the member differs.");
    }
    names.add(place.name());
    int crc32;
    if (Layout.isFile(place.name())) {
      Member file = passing(at + local.length, place);
      files.add(file);
      crc32 = file.crc32();
    } else {
      byte[] bytes = new byte[(int) place.sizeBytes()];
      source.read(at + local.length, bytes, 0, bytes.length);
      // the digests come last: what is damaged by chance is refused by its cheapest sum
      CRC32 sum = new CRC32();
      sum.update(bytes);
      crc32 = (int) sum.getValue();
      if (held.put(place.name(), Octets.of(bytes)) != null) {
        throw refused("bundle-member", place.name(), "A member stands once.");
      }
    }
    if (crc32 != place.crc32()) {
      throw refused("bundle-zip", place.name(), "The member's sum differs.");
    }
  }

  private Member passing(long from, Zip.Place place) throws IOException {
    Digesting digesting = new Digesting();
    byte[] buffer = new byte[(int) Math.min(BUFFER_LENGTH_BYTES, place.sizeBytes())];
    for (long done = 0; done < place.sizeBytes(); done += buffer.length) {
      int count = (int) Math.min(buffer.length, place.sizeBytes() - done);
      source.read(from + done, buffer, 0, count);
      digesting.update(buffer, count);
    }
    return digesting.member(place.name());
  }

  private BundleParts parts() {
    BundleParts.Content content =
        held.containsKey(Layout.ERASURE)
            ? new BundleParts.Erased(
                read(Layout.ERASURE, SignedStatement::parse),
                octets(Layout.ERASURE_SALT),
                read(Layout.ERASURE_LEAF, Leaf::parse),
                read(Layout.ERASURE_PROOF, LogProof::parse))
            : new BundleParts.Held(
                read(Layout.STATEMENT, SignedStatement::parse),
                Optional.ofNullable(held.get(Layout.STATEMENT_SM2)),
                octets(Layout.SALT));
    BundleParts.Entry entry =
        new BundleParts.Entry(
            read(Layout.LEAF, Leaf::parse),
            read(Layout.PROOF, LogProof::parse),
            read(Layout.SIBLING_PROOF, LogProof::parse),
            read(Layout.SIBLING_ROOT, LogProof::parse),
            Optional.ofNullable(held.get(Layout.RECEIPT)));
    BundleParts.Stamps stamps =
        new BundleParts.Stamps(
            Optional.ofNullable(held.get(Layout.STAMP_SHA_256)),
            Optional.ofNullable(held.get(Layout.STAMP_SM3)),
            Optional.ofNullable(held.get(Layout.RECORD)));
    List<Octets> anchors = new ArrayList<>();
    for (int at = 0; held.containsKey(Layout.anchor(at)); at++) {
      anchors.add(octets(Layout.anchor(at)));
    }
    SortedMap<String, Octets> copies = new TreeMap<>();
    held.forEach((name, octets) -> {
      if (name.startsWith(Layout.TRUST)) {
        copies.put(name.substring(Layout.TRUST.length()), octets);
      }
    });
    TrustPolicy policy = read(Layout.POLICY, TrustPolicy::parse);
    return new BundleParts(
        content,
        entry,
        stamps,
        anchors,
        new BundleParts.Hints(octets(Layout.POLICY), policy, copies));
  }

  private Octets octets(String name) {
    Octets octets = held.get(name);
    if (octets == null) {
      throw refused("bundle-member", name, "This member is missing.");
    }
    return octets;
  }

  private <T> T read(String name, Function<byte[], Parsed<T>> parse) {
    return switch (parse.apply(octets(name).bytes())) {
      case Parsed.Ok<T> ok -> ok.value();
      case Parsed.Refused<T> refused -> throw new ProblemsException(refused.problem().at(name));
    };
  }

  /// Compares what was read with what the parts give when they are written.
  private void rebuild(BundleParts parts) {
    if (!names.getFirst().equals(Layout.MANIFEST)) {
      throw refused("bundle-member", Layout.MANIFEST, "This member stands first.");
    }
    List<Layout.Piece> pieces = Layout.pieces(parts);
    List<String> listed = names.subList(1, names.size());
    List<Member> members = new ArrayList<>(pieces.size());
    int file = 0;
    for (int at = 0; at < Math.max(listed.size(), pieces.size()); at++) {
      if (at >= pieces.size()) {
        throw refused("bundle-member", listed.get(at), "This member is one too many.");
      }
      Layout.Piece piece = pieces.get(at);
      if (at >= listed.size() || !listed.get(at).equals(piece.name())) {
        throw refused(
            "bundle-member", piece.name(), "This member is missing, or not in its place.");
      }
      if (piece.octets().isEmpty()) {
        members.add(files.get(file));
        file++;
        continue;
      }
      if (!piece.octets().get().equals(octets(piece.name()))) {
        throw refused(
            "bundle-member", piece.name(), "This member is not written as its content is written.");
      }
      members.add(Digesting.of(piece.name(), piece.octets().get().bytes()));
    }
    if (!octets(Layout.MANIFEST).equals(Octets.of(Layout.manifest(members)))) {
      throw refused("bundle-digest", Layout.MANIFEST, "The digest list does not fit the members.");
    }
  }

  private static ProblemsException refused(String code, String name, String reason) {
    return new ProblemsException(Problem.of(code, "bundle", name, reason));
  }
}
