package org.zhiheng.index.lucene;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.values.Digest;

/// What the index keeps of a mark beside its postings, in one value: it is read for every
/// candidate.
///
/// @param sum 128 bits of the digest of all that was filed; they also settle which of two equally
///   promising marks is looked at
/// @param spelling what the mark is glanced at by; [Spelling#NONE] when its name cannot be read
/// @param name empty when it cannot be read, for it is never shown
record FiledMark(Sum sum, Spelling spelling, String space, String key, String name) {

  /// Where the spelling begins.
  static final int SPELLING_AT = 2 * Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// What is kept of an entry.
  ///
  /// @param spelling of the name, when it can be read
  static FiledMark of(MarkEntry entry, Optional<Spelling> spelling) {
    MessageDigest sha = Digest.sha256();
    feed(sha, entry.space());
    feed(sha, entry.key());
    feed(sha, entry.name());
    feed(sha, entry.classes());
    feed(sha, entry.groups());
    ByteBuffer digest = ByteBuffer.wrap(sha.digest());
    return new FiledMark(
        new Sum(digest.getLong(), digest.getLong()),
        spelling.orElse(Spelling.NONE),
        entry.space(),
        entry.key(),
        spelling.isPresent() ? entry.name() : "");
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

  /// Sum; the lengths of letters, pinyin and Han (one byte each), then these, a Han character in
  /// two bytes; space and key with their lengths in UTF-8 bytes (two bytes each); the name.
  BytesRef bytes() {
    byte[] spaceBytes = space.getBytes(StandardCharsets.UTF_8);
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(
            SPELLING_AT
                + 3
                + spelling.letters().length()
                + spelling.pinyin().length()
                + 2 * spelling.han().length()
                + 2 * Short.BYTES
                + spaceBytes.length
                + keyBytes.length
                + nameBytes.length);
    out.putLong(sum.high()).putLong(sum.low());
    out.put((byte) spelling.letters().length());
    out.put((byte) spelling.pinyin().length());
    out.put((byte) spelling.han().length());
    out.put(spelling.letters().getBytes(StandardCharsets.US_ASCII));
    out.put(spelling.pinyin().getBytes(StandardCharsets.US_ASCII));
    spelling.han().chars().forEach(one -> out.putShort((short) one));
    out.putShort((short) spaceBytes.length).put(spaceBytes);
    out.putShort((short) keyBytes.length).put(keyBytes);
    out.put(nameBytes);
    return new BytesRef(out.array());
  }

  static FiledMark read(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    Sum sum = new Sum(in.getLong(), in.getLong());
    int letters = in.get();
    int pinyin = in.get();
    int han = in.get();
    String lettersRead = text(in, letters);
    String pinyinRead = text(in, pinyin);
    StringBuilder characters = new StringBuilder(han);
    for (int left = han; left > 0; left--) {
      characters.append((char) in.getShort());
    }
    String space = text(in, in.getShort());
    String key = text(in, in.getShort());
    Spelling spelling = new Spelling(lettersRead, pinyinRead, characters.toString());
    return new FiledMark(sum, spelling, space, key, text(in, in.remaining()));
  }

  /// The first 64 bits of the sum, without reading the rest.
  static long draw(BytesRef bytes) {
    return (long) LONG.get(bytes.bytes, bytes.offset);
  }

  private static String text(ByteBuffer in, int length) {
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
