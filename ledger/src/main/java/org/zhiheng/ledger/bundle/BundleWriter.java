package org.zhiheng.ledger.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Writes bundles. The same parts give the same bytes.
///
/// Whether the parts fit together is not asked here but for the files, whose digests are taken
/// anyway; check what was written with [BundleCheck] before it is handed over.
public final class BundleWriter {

  private static final int BUFFER_LENGTH_BYTES = 1 << 16;

  /// What was written.
  ///
  /// @param sizeBytes how much
  /// @param digest of it
  public record Written(long sizeBytes, Digest digest) {}

  private BundleWriter() {}

  /// Writes a bundle. Each file is read twice and never held.
  ///
  /// @param files in the order of the statement
  /// @param out is not closed
  /// @throws IOException when a file cannot be read or changed meanwhile, or the bundle cannot be
  ///   written; what was written then is no bundle
  /// @throws ProblemsException with `bundle-file` when a file is not the one that is stated; then
  ///   nothing was written
  /// @throws IllegalArgumentException when there are more or fewer files than stated
  public static Written write(BundleParts parts, List<FileContent> files, OutputStream out)
      throws IOException {
    List<StatedFile> stated = Layout.stated(parts);
    if (stated.size() != files.size()) {
      throw new IllegalArgumentException(
          "the statement names " + stated.size() + " files, given are " + files.size());
    }
    List<Layout.Piece> pieces = Layout.pieces(parts);
    List<Member> members = new ArrayList<>(pieces.size() + 1);
    int file = 0;
    for (Layout.Piece piece : pieces) {
      if (piece.octets().isPresent()) {
        members.add(Digesting.of(piece.name(), piece.octets().get().bytes()));
      } else {
        members.add(stated(piece.name(), stated.get(file), files.get(file)));
        file++;
      }
    }
    byte[] manifest = Layout.manifest(members);
    Member first = Digesting.of(Layout.MANIFEST, manifest);
    MessageDigest digest = Digest.sha256();
    // not closed: closing it would close what was given
    @SuppressWarnings("resource")
    OutputStream digested = new DigestOutputStream(out, digest);
    List<Zip.Place> places = new ArrayList<>(members.size() + 1);
    places.add(Zip.Place.of(first));
    digested.write(Zip.local(places.getFirst()));
    digested.write(manifest);
    file = 0;
    for (int at = 0; at < members.size(); at++) {
      Zip.Place place = Zip.Place.of(members.get(at));
      places.add(place);
      digested.write(Zip.local(place));
      if (pieces.get(at).octets().isPresent()) {
        digested.write(pieces.get(at).octets().get().bytes());
      } else {
        Member copied = copy(place.name(), files.get(file), digested);
        file++;
        if (!copied.equals(members.get(at))) {
          throw new IOException(place.name() + " changed while it was put into the bundle");
        }
      }
    }
    byte[] end = Zip.end(places);
    digested.write(end);
    digested.flush();
    long sizeBytes = end.length;
    for (Zip.Place place : places) {
      sizeBytes = Zip.next(sizeBytes, place);
    }
    return new Written(sizeBytes, new Digest(HexFormat.of().formatHex(digest.digest())));
  }

  private static Member stated(String name, StatedFile stated, FileContent content)
      throws IOException {
    Member member = copy(name, content, OutputStream.nullOutputStream());
    if (!same(stated, member)) {
      throw new ProblemsException(
          Problem.of(
              "bundle-file", name, stated.name(), "The file is not the one that was stated."));
    }
    return member;
  }

  /// Whether a member has the bytes that are stated.
  static boolean same(StatedFile stated, Member member) {
    return stated.sizeBytes() == member.sizeBytes()
        && stated.sha256().equals(member.sha256())
        && stated.sm3().equals(member.sm3());
  }

  private static Member copy(String name, FileContent content, OutputStream out)
      throws IOException {
    Digesting digesting = new Digesting();
    byte[] buffer = new byte[BUFFER_LENGTH_BYTES];
    try (InputStream in = content.open()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digesting.update(buffer, count);
        if (digesting.sizeBytes() > StatedFile.SIZE_BYTES_MAX) {
          throw new IOException(name + " has more than 2 GB");
        }
        out.write(buffer, 0, count);
      }
    }
    return digesting.member(name);
  }
}
