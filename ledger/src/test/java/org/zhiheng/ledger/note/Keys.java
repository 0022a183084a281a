package org.zhiheng.ledger.note;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/// Keys for tests.
public final class Keys {

  private Keys() {}

  /// A log's key whose seed is one byte again and again.
  public static Ed25519Key log(String name, int seed) {
    return Ed25519Key.ofLog(name, seed(seed));
  }

  /// A witness's key whose seed is one byte again and again.
  public static Ed25519Key witness(String name, int seed) {
    return Ed25519Key.ofWitness(name, seed(seed));
  }

  private static byte[] seed(int seed) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    return bytes;
  }

  /// A fresh key of ML-DSA-44.
  public static MlDsa44Key mlDsa(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-44").generateKeyPair();
      return new MlDsa44Key(name, pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// A key of SM2 by its number.
  public static Sm2Key sm2(String name, long d) {
    return new Sm2Key(name, BigInteger.valueOf(d), new SecureRandom());
  }

  /// One of each kind.
  public static List<NoteSigner> all(String name) {
    return List.of(log(name, 1), witness(name, 2), mlDsa(name), sm2(name, 77));
  }
}
