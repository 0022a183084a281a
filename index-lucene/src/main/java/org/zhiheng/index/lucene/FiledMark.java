package org.zhiheng.index.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.values.Digest;

/// What the index keeps of a mark beside its postings, in one value: it is read for every
/// candidate.
///
/// @param sum 128 bits of the digest of all that was filed; they also settle which of two equally
///   promising marks is looked at
record FiledMark(Sum sum, String space, String key, String name) {

  /// What is kept of an entry.
  ///
  /// @param readable whether the name can be read; if not it is not kept, for it is never shown
  static FiledMark of(MarkEntry entry, boolean readable) {
    MessageDigest sha = Digest.sha256();
    feed(sha, entry.space());
    feed(sha, entry.key());
    feed(sha, entry.name());
    feed(sha, entry.classes());
    feed(sha, entry.groups());
    ByteBuffer digest = ByteBuffer.wrap(sha.digest());
    return new FiledMark(
        new Sum(digest.getLong(), digest.getLong()),
        entry.space(),
        entry.key(),
        readable ? entry.name() : "");
  }

  private static void feed(MessageDigest sha, Collection<String> texts) {
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(texts.size()).flip());
    new TreeSet<>(texts).forEach(text -> feed(sha, text));
  }

  private static void feed(MessageDigest sha, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha.update(bytes);
  }

  /// Sum, then space and key with their lengths in UTF-8 bytes (two bytes each), then the name.
  BytesRef bytes() {
    byte[] spaceBytes = space.getBytes(StandardCharsets.UTF_8);
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(
            2 * Long.BYTES
                + 2 * Short.BYTES
                + spaceBytes.length
                + keyBytes.length
                + nameBytes.length);
    out.putLong(sum.high()).putLong(sum.low());
    out.putShort((short) spaceBytes.length).put(spaceBytes);
    out.putShort((short) keyBytes.length).put(keyBytes);
    out.put(nameBytes);
    return new BytesRef(out.array());
  }

  static FiledMark read(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    Sum sum = new Sum(in.getLong(), in.getLong());
    String space = text(in, in.getShort());
    String key = text(in, in.getShort());
    return new FiledMark(sum, space, key, text(in, in.remaining()));
  }

  /// The first 64 bits of the sum, without reading the rest.
  static long draw(BytesRef bytes) {
    return ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).getLong();
  }

  private static String text(ByteBuffer in, int length) {
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
