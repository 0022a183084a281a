package org.zhiheng.ledger.time;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.zhiheng.ledger.statement.Octets;

/// The hashes that time is told by. SHA-1 and older ones are refused wherever they would decide.
public enum HashAlgorithm {
  /// SHA-256 (FIPS 180-4). By the JDK.
  SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256.getId(), 32),
  /// SHA-384 (FIPS 180-4). By the JDK; read, and used by none of our own records.
  SHA_384("SHA-384", NISTObjectIdentifiers.id_sha384.getId(), 48),
  /// SHA-512 (FIPS 180-4). By the JDK.
  SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512.getId(), 64),
  /// SM3 (GB/T 32905-2016). By Bouncy Castle.
  SM3("SM3", GMObjectIdentifiers.sm3.getId(), 32);

  private final String title;
  private final String oid;
  private final int lengthBytes;

  HashAlgorithm(String title, String oid, int lengthBytes) {
    this.title = title;
    this.oid = oid;
    this.lengthBytes = lengthBytes;
  }

  /// By its object identifier; empty when it is none of these.
  static Optional<HashAlgorithm> of(ASN1ObjectIdentifier oid) {
    for (HashAlgorithm one : values()) {
      if (one.oid.equals(oid.getId())) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /// As people write it: `SHA-256`.
  public String title() {
    return title;
  }

  /// How long its hashes are.
  public int lengthBytes() {
    return lengthBytes;
  }

  /// The hash of these bytes.
  public Octets digest(byte[] bytes) {
    return Octets.of(raw(bytes));
  }

  ASN1ObjectIdentifier oid() {
    return new ASN1ObjectIdentifier(oid);
  }

  byte[] raw(byte[]... parts) {
    return switch (this) {
      case SHA_256, SHA_384, SHA_512 -> {
        MessageDigest digest = jdk();
        for (byte[] part : parts) {
          digest.update(part);
        }
        yield digest.digest();
      }
      case SM3 -> {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
          digest.update(part, 0, part.length);
        }
        byte[] out = new byte[lengthBytes];
        digest.doFinal(out, 0);
        yield out;
      }
    };
  }

  private MessageDigest jdk() {
    try {
      return MessageDigest.getInstance(title);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has " + title, absent);
    }
  }
}
