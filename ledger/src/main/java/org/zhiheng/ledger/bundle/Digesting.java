package org.zhiheng.ledger.bundle;

import java.security.MessageDigest;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Digest;

/// Takes the three sums of a member while its bytes go by. For one thread.
final class Digesting {

  private final CRC32 crc32 = new CRC32();
  private final MessageDigest sha256 = Digest.sha256();
  private final SM3Digest sm3 = new SM3Digest();
  private long sizeBytes;

  static Member of(String name, byte[] bytes) {
    Digesting digesting = new Digesting();
    digesting.update(bytes, bytes.length);
    return digesting.member(name);
  }

  void update(byte[] bytes, int count) {
    crc32.update(bytes, 0, count);
    sha256.update(bytes, 0, count);
    sm3.update(bytes, 0, count);
    sizeBytes += count;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /// What went by; and it begins anew.
  Member member(String name) {
    byte[] out = new byte[Hash.LENGTH_BYTES];
    sm3.doFinal(out, 0);
    Member member =
        new Member(
            name, sizeBytes, (int) crc32.getValue(), Hash.at(sha256.digest(), 0), Hash.at(out, 0));
    crc32.reset();
    sizeBytes = 0;
    return member;
  }
}
