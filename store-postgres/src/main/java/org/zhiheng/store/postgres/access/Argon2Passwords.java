package org.zhiheng.store.postgres.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.access.Passwords;

/// Argon2id: 19 MiB, two passes, one lane; 128 bits of salt, 256 of hash.
///
/// [#AT_ONCE_MAX] hashings run at once, so at most 76 MiB; the others wait in turn for up to
/// [#WAIT_MAX]. Passwords are normalised (NFKC) first, so that two keyboards give one password.
///
/// Source: RFC 9106 (2021-09); the settings are the second of the OWASP Password Storage Cheat
/// Sheet (recalled; the text was not opened). The text form is that of the PHC string format.
public final class Argon2Passwords implements Passwords {

  /// Hashings at once: each needs [#MEMORY_KIB].
  static final int AT_ONCE_MAX = 4;

  /// Who waits longer is told to come back.
  static final Duration WAIT_MAX = Duration.ofSeconds(5);

  /// Memory of one hashing.
  private static final int MEMORY_KIB = 19 * 1024;

  /// A hash that asks for more than this was not made here and is not tried: 64 MiB.
  private static final int MEMORY_KIB_READ_MAX = 64 * 1024;

  private static final int PASSES = 2;
  private static final int PASSES_READ_MAX = 10;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=1"
              + "\\$([A-Za-z0-9+/]{8,64})\\$([A-Za-z0-9+/]{22,86})");

  private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);
  private final RandomGenerator random;
  private final String nobody;

  /// @param random for the salts; a cryptographic generator outside of tests
  public Argon2Passwords(RandomGenerator random) {
    this.random = random;
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    // drawn, not hashed: no password leads to it, and to make one would cost every start a hashing
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(hash);
    this.nobody = new Parts(MEMORY_KIB, PASSES, salt, hash).text();
  }

  @Override
  public String hash(CharSequence password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new Parts(MEMORY_KIB, PASSES, salt, run(password, MEMORY_KIB, PASSES, salt, HASH_BYTES))
        .text();
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    Optional<Parts> read = Parts.read(hash);
    if (read.isEmpty()) {
      // The same work, so that time does not tell a broken hash from a wrong password.
      run(password, MEMORY_KIB, PASSES, new byte[SALT_BYTES], HASH_BYTES);
      return false;
    }
    Parts kept = read.get();
    byte[] given = run(password, kept.memoryKib, kept.passes, kept.salt, kept.hash.length);
    return MessageDigest.isEqual(given, kept.hash);
  }

  @Override
  public boolean outdated(String hash) {
    return Parts.read(hash)
        .map(kept ->
            kept.memoryKib < MEMORY_KIB
                || kept.passes < PASSES
                || kept.hash.length < HASH_BYTES
                || kept.salt.length < SALT_BYTES)
        .orElse(true);
  }

  @Override
  public String nobody() {
    return nobody;
  }

  private byte[] run(CharSequence password, int memoryKib, int passes, byte[] salt, int length) {
    byte[] bytes =
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    takeTurn();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(passes)
              .withParallelism(LANES)
              .withSalt(salt)
              .build());
      byte[] out = new byte[length];
      generator.generateBytes(bytes, out);
      return out;
    } finally {
      turns.release();
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private void takeTurn() {
    try {
      if (!turns.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy(WAIT_MAX);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Busy(WAIT_MAX);
    }
  }

  /// A hash taken apart.
  private static final class Parts {
    private final int memoryKib;
    private final int passes;
    private final byte[] salt;
    private final byte[] hash;

    private Parts(int memoryKib, int passes, byte[] salt, byte[] hash) {
      this.memoryKib = memoryKib;
      this.passes = passes;
      this.salt = salt;
      this.hash = hash;
    }

    private static Optional<Parts> read(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int memoryKib = Integer.parseInt(matcher.group(1));
      int passes = Integer.parseInt(matcher.group(2));
      if (memoryKib < 8 || memoryKib > MEMORY_KIB_READ_MAX || passes > PASSES_READ_MAX) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Parts(
                memoryKib,
                passes,
                Base64.getDecoder().decode(matcher.group(3)),
                Base64.getDecoder().decode(matcher.group(4))));
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }

    private String text() {
      Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
      return "$argon2id$v=19$m="
          + memoryKib
          + ",t="
          + passes
          + ",p="
          + LANES
          + "$"
          + base64.encodeToString(salt)
          + "$"
          + base64.encodeToString(hash);
    }
  }
}
