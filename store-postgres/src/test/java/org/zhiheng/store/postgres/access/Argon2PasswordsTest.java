package org.zhiheng.store.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.seeds.Seed;

final class Argon2PasswordsTest {

  private final Argon2Passwords passwords = new Argon2Passwords(Seed.of(1).random());

  // The vectors of the reference implementation (phc-winner-argon2, src/test.c, Argon2id, v=19).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
      })
  void readsTheHashesOfTheReferenceImplementation(String hash) {
    assertThat(passwords.matches("password", hash)).isTrue();
    assertThat(passwords.matches("Password", hash)).isFalse();
  }

  @Test
  void matchesWhatItHashedAndNothingElse() {
    String hash = passwords.hash("三只老虎 跑得快 tigers");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("三只老虎 跑得快 tigers", hash)).isTrue();
    assertThat(passwords.matches("三只老虎 跑得快 tiger", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(passwords.hash("the same password"))
        .isNotEqualTo(passwords.hash("the same password"));
  }

  @Test
  void takesOnePasswordFromTwoKeyboards() {
    String hash = passwords.hash("ｆｕｌｌ width cafe\u0301");

    assertThat(passwords.matches("full width caf\u00e9", hash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=256,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
      })
  void matchesNothingWithAHashItDoesNotKnow(String hash) {
    assertThat(passwords.matches("password", hash)).isFalse();
    assertThat(passwords.outdated(hash)).isTrue();
  }

  @Test
  void tellsAWeakerHash() {
    assertThat(
            passwords.outdated(
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"))
        .isTrue();
    assertThat(passwords.outdated(passwords.hash("a new password"))).isFalse();
  }
}
