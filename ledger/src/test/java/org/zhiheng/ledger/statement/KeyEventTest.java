package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Ed25519Key;

final class KeyEventTest {

  private static final Instant AT = Instant.parse("2026-11-30T08:00:00Z");
  private static final Ed25519Key OLD = key("example.com/log/issuer", 1);
  private static final Ed25519Key FRESH = key("example.com/log/issuer", 2);
  private static final KeyEvent EVENT =
      event(KeyEvent.Use.STATEMENT, KeyEvent.Step.CHANGED, OLD, FRESH);

  private static Ed25519Key key(String name, int seed) {
    byte[] secret = new byte[32];
    secret[0] = (byte) seed;
    return Ed25519Key.ofLog(name, secret);
  }

  private static KeyEvent event(
      KeyEvent.Use use, KeyEvent.Step step, Ed25519Key old, Ed25519Key fresh) {
    return new KeyEvent(
        "example.com/log",
        use,
        step,
        List.of(old.key()),
        List.of(fresh.key()),
        Optional.of(41L),
        "a notebook was lost");
  }

  private static Optional<Ed25519Key> successor(KeyEvent event, Ed25519Key signer) {
    return KeyEvent.successor(SignedStatement.sign(signer, event.manifest(), AT)).map(_ -> FRESH);
  }

  @Test
  void readsWhatItWrites() {
    KeyEvent first =
        new KeyEvent(
            "example.com/log",
            KeyEvent.Use.LOG,
            KeyEvent.Step.BEGUN,
            List.of(OLD.key(), FRESH.key()),
            List.of(FRESH.key(), OLD.key()),
            Optional.empty(),
            "it ages");
    for (KeyEvent one : List.of(EVENT, first)) {
      Manifest read = Manifest.parse(one.manifest().bytes()).orThrow();
      assertThat(KeyEvent.of(read)).hasValue(one);
    }
  }

  @Test
  void aManifestWithAnotherFactOrValueIsNone() {
    Map<String, String> lies =
        Map.of(
            "use", "witness",
            "step", "ended",
            "old", "example.com/log/issuer",
            "new", "",
            "last", "-1",
            "reason", " ",
            "more", "x");
    lies.forEach((name, value) -> {
      TreeMap<String, String> facts = new TreeMap<>(EVENT.manifest().statement());
      facts.put(name, value);
      assertThat(KeyEvent.of(new Manifest(LeafKind.KEY_EVENT, Optional.empty(), facts, List.of())))
          .as(name)
          .isEmpty();
    });
    assertThat(
            KeyEvent.of(
                new Manifest(
                    LeafKind.REVOKE, Optional.empty(), EVENT.manifest().statement(), List.of())))
        .isEmpty();
  }

  @Test
  void onlyTheOldKeyNamesItsSuccessor() {
    assertThat(successor(EVENT, OLD)).isPresent();
    assertThat(successor(EVENT, FRESH)).isEmpty();
    assertThat(successor(EVENT, key("example.com/log/issuer", 3))).isEmpty();
    assertThat(
            successor(
                event(
                    KeyEvent.Use.STATEMENT,
                    KeyEvent.Step.CHANGED,
                    OLD,
                    key("example.com/other", 2)),
                OLD))
        .isEmpty();
    assertThat(successor(event(KeyEvent.Use.LOG, KeyEvent.Step.BEGUN, OLD, FRESH), OLD)).isEmpty();
    SignedStatement good = SignedStatement.sign(OLD, EVENT.manifest(), AT);
    byte[] torn = good.signature().bytes();
    torn[0] ^= 1;
    assertThat(
            KeyEvent.successor(
                new SignedStatement(
                    good.manifest(), good.issuer(), AT, good.key(), Octets.of(torn))))
        .isEmpty();
  }

  @Test
  void refusesAChangeWithoutKeysOrReason() {
    assertThatThrownBy(() ->
            new KeyEvent(
                "l",
                KeyEvent.Use.LOG,
                KeyEvent.Step.BEGUN,
                List.of(),
                List.of(OLD.key()),
                Optional.empty(),
                "x"))
        .hasMessageContaining("old keys and new ones");
    assertThatThrownBy(() ->
            new KeyEvent(
                "l",
                KeyEvent.Use.LOG,
                KeyEvent.Step.BEGUN,
                List.of(OLD.key()),
                List.of(OLD.key()),
                Optional.empty(),
                "字".repeat(334)))
        .hasMessageContaining("1 to 1,000 bytes");
  }
}
