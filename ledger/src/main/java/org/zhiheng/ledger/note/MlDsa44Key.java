package org.zhiheng.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// A key of ML-DSA-44 (FIPS 204), which holds against quantum computers. By the JDK.
public final class MlDsa44Key implements NoteSigner {

  private static final String ALGORITHM = "ML-DSA-44";

  /// What stands before the raw key in a SubjectPublicKeyInfo (RFC 9881, id-ml-dsa-44).
  private static final byte[] PUBLIC_KEY_INFO =
      HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

  private final PrivateKey secret;
  private final VerifierKey key;

  /// A key by its encoded halves, as [java.security.KeyPairGenerator] makes them.
  ///
  /// @param pkcs8 the private key
  /// @param publicKeyInfo the public key
  /// @throws IllegalArgumentException when they are no keys of ML-DSA-44
  public MlDsa44Key(String name, byte[] pkcs8, byte[] publicKeyInfo) {
    if (!Arrays.equals(PUBLIC_KEY_INFO, Arrays.copyOf(publicKeyInfo, PUBLIC_KEY_INFO.length))) {
      throw new IllegalArgumentException("no public key of " + ALGORITHM);
    }
    this.key =
        VerifierKey.of(
            name,
            NoteAlgorithm.ML_DSA_44,
            Arrays.copyOfRange(publicKeyInfo, PUBLIC_KEY_INFO.length, publicKeyInfo.length));
    try {
      this.secret =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException not) {
      throw new IllegalArgumentException("no private key of " + ALGORITHM, not);
    }
  }

  static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    byte[] info = Arrays.copyOf(PUBLIC_KEY_INFO, PUBLIC_KEY_INFO.length + publicKey.length);
    System.arraycopy(publicKey, 0, info, PUBLIC_KEY_INFO.length, publicKey.length);
    try {
      PublicKey known =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(info));
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(known);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK from 24 on has " + ALGORITHM, absent);
    }
  }

  @Override
  public VerifierKey key() {
    return key;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signing = Signature.getInstance(ALGORITHM);
      signing.initSign(secret);
      signing.update(message);
      return signing.sign();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("the key no longer signs", failed);
    }
  }
}
