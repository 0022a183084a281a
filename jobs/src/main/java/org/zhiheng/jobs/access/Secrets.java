package org.zhiheng.jobs.access;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Makes the secrets that are shown once.
///
/// The generator must be a cryptographic one outside of tests.
public final class Secrets {

  /// What every API token begins with, so that a leaked one is recognised.
  public static final String TOKEN_OPENING = "zht_";

  /// Characters of a token that are kept in the clear to tell two apart: `zht_` and 6 more.
  static final int OPENING_LENGTH = 10;

  /// 256 bits: a digest without salt is enough, nobody guesses these.
  private static final int TOKEN_BYTES = 32;

  /// Length of a token: its opening and 32 bytes in base64url without padding.
  static final int TOKEN_LENGTH = TOKEN_OPENING.length() + 43;

  /// 28 characters of 5 bits each make 140 bits.
  private static final int ONE_TIME_CHARACTERS = 28;

  /// Crockford's base 32, lower case: no i, l, o, u to mistake.
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private final RandomGenerator random;

  /// @param random a cryptographic generator outside of tests
  public Secrets(RandomGenerator random) {
    this.random = random;
  }

  /// A one-time password of 140 bits, in seven groups of four (`7k3m-…`).
  String oneTimePassword() {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < ONE_TIME_CHARACTERS; index++) {
      if (index > 0 && index % 4 == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// A token of 256 bits.
  String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return TOKEN_OPENING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
