package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.bundle.LoggedRevocation;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.server.BesideJava.Given;
import org.zhiheng.server.BesideJava.Said;

/// The page judges a withdrawal as the verifier does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyWithdrawalIT {

  private static final Instant AS_OF = Instant.parse("2026-12-01T00:00:00Z");
  private static final long SEED = 20261130;
  private static final int CHANGES = 120;

  private Optional<BesideJava> beside = Optional.empty();

  @BeforeAll
  void open() {
    beside = BesideJava.open();
  }

  @AfterAll
  void close() {
    beside.ifPresent(BesideJava::close);
  }

  private static List<Given> givens() {
    Given nothing = Given.nothing(AS_OF);
    Given trusted = new Given("", MadeBundles.trust(), AS_OF);
    Given stranger =
        new Given(
            "",
            new TreeMap<>(
                java.util.Map.of(
                    "logs.txt",
                    Ed25519Key.ofLog(MadeBundles.ORIGIN, new byte[32])
                        .key()
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
            AS_OF);
    return List.of(
        nothing,
        trusted,
        stranger,
        nothing.asking(MadeBundles.policy()),
        trusted.asking(MadeBundles.policy() + "#require time\n"),
        nothing.asking("quorum none\n"));
  }

  private static byte[] with(BundleParts parts, SortedMap<String, Octets> copies) {
    return MadeBundles.written(MadeBundles.with(parts, copies));
  }

  @Test
  void comesToTheVerdictsOfTheVerifier() {
    BundleParts held = MadeBundles.held();
    SortedMap<String, Octets> copies = MadeBundles.withdrawn(held);
    List<byte[]> bundles =
        List.of(
            MadeBundles.written(held),
            MadeBundles.written(MadeBundles.erased(held)),
            with(held, copies),
            with(MadeBundles.erased(held), copies));
    for (Given given : givens()) {
      beside.ifPresent(one -> one.same(bundles, given));
    }
    beside.ifPresent(one -> {
      Said said = one.page(bundles, Given.nothing(AS_OF)).get(2);
      assertThat(said.line()).isEqualTo("holds passed passed passed absent absent");
      assertThat(said.why()).contains("statement.revocation.withdrawn 11 | 另有日期 <b>");
    });
  }

  @Test
  void refusesWhatIsNoRevocationOfIt() {
    BundleParts held = MadeBundles.held();
    Hash previous = held.entry().leaf().commitment().sha256();
    LoggedRevocation good =
        MadeBundles.logged(MadeBundles.revocation(held, 2), MadeBundles.SIGNER, previous);
    List<LoggedRevocation> lies =
        List.of(
            MadeBundles.logged(MadeBundles.revocation(held, 3), MadeBundles.SIGNER, previous),
            MadeBundles.logged(
                MadeBundles.revocation(held, 2),
                Ed25519Key.ofLog("deposits.example.cn", new byte[32]),
                previous),
            MadeBundles.logged(
                MadeBundles.revocation(held, 2),
                Ed25519Key.ofLog("somebody.example", new byte[32]),
                previous),
            MadeBundles.logged(
                MadeBundles.revocation(held, 2), MadeBundles.SIGNER, Commitment.NONE),
            MadeBundles.logged(
                ((BundleParts.Held) held.content()).statement().manifest(),
                MadeBundles.SIGNER,
                previous),
            new LoggedRevocation(
                good.statement(), Octets.of(new byte[32]), good.leaf(), good.proof()),
            new LoggedRevocation(good.statement(), good.salt(), held.entry().leaf(), good.proof()),
            new LoggedRevocation(good.statement(), good.salt(), good.leaf(), held.entry().proof()));
    List<byte[]> bundles = new ArrayList<>();
    lies.forEach(lie -> bundles.add(with(held, lie.copies())));
    for (String name : good.copies().keySet()) {
      SortedMap<String, Octets> less = good.copies();
      less.remove(name);
      bundles.add(with(held, less));
      SortedMap<String, Octets> torn = good.copies();
      torn.put(name, Octets.of(new byte[] {1}));
      bundles.add(with(held, torn));
    }
    for (Given given : givens()) {
      beside.ifPresent(one ->
          assertThat(one.same(bundles, given))
              .allMatch(said -> said.line().startsWith("fails failed")));
    }
  }

  private static SignedStatement change(Ed25519Key signer, Ed25519Key old, Ed25519Key fresh) {
    return SignedStatement.sign(
        signer,
        new KeyEvent(
                MadeBundles.ORIGIN,
                KeyEvent.Use.STATEMENT,
                KeyEvent.Step.CHANGED,
                List.of(old.key()),
                List.of(fresh.key()),
                Optional.of(4L),
                "the key is old")
            .manifest(),
        AS_OF);
  }

  @Test
  void followsChangesOfTheKey() {
    BundleParts held = MadeBundles.held();
    String issuer = "deposits.example.cn";
    List<Ed25519Key> keys = new ArrayList<>(List.of(MadeBundles.SIGNER));
    for (int number = 1; number <= 2; number++) {
      byte[] secret = new byte[32];
      secret[0] = (byte) number;
      keys.add(Ed25519Key.ofLog(issuer, secret));
    }
    SignedStatement first = change(keys.get(0), keys.get(0), keys.get(1));
    SignedStatement second = change(keys.get(1), keys.get(1), keys.get(2));
    LoggedRevocation by =
        MadeBundles.logged(
            MadeBundles.revocation(held, 2),
            keys.get(2),
            held.entry().leaf().commitment().sha256());
    List<List<SignedStatement>> bad =
        List.of(
            List.of(),
            List.of(first),
            List.of(second),
            List.of(second, first),
            List.of(first, second, second),
            // signed by the new key, which nobody named
            List.of(first, change(keys.get(2), keys.get(1), keys.get(2))),
            List.of(change(keys.get(2), keys.get(2), keys.get(2))),
            List.of(first, by.statement()));
    beside.ifPresent(one -> {
      Given nothing = Given.nothing(AS_OF);
      assertThat(one.same(List.of(with(held, by(by, List.of(first, second)))), nothing))
          .allMatch(said -> said.line().startsWith("holds passed"));
      assertThat(
              one.same(bad.stream().map(changes -> with(held, by(by, changes))).toList(), nothing))
          .allMatch(said -> said.line().startsWith("fails failed"));
    });
  }

  private static SortedMap<String, Octets> by(LoggedRevocation one, List<SignedStatement> changes) {
    return new LoggedRevocation(one.statement(), one.salt(), one.leaf(), one.proof(), changes)
        .copies();
  }

  @Test
  void noBitOfItCanBeChanged() {
    Random random = new Random(SEED);
    BundleParts held = MadeBundles.held();
    SortedMap<String, Octets> copies = MadeBundles.withdrawn(held);
    List<String> names = List.copyOf(copies.keySet());
    List<byte[]> bundles = new ArrayList<>();
    for (int change = 0; change < CHANGES; change++) {
      SortedMap<String, Octets> changed = new TreeMap<>(copies);
      String name = names.get(random.nextInt(names.size()));
      byte[] bytes = copies.getOrDefault(name, Octets.of(new byte[1])).bytes();
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      changed.put(name, Octets.of(bytes));
      bundles.add(with(held, changed));
    }
    beside.ifPresent(one -> {
      List<Said> said = one.same(bundles, Given.nothing(AS_OF));
      // a line of a witness may be changed: nobody asked for one under the revocation
      assertThat(said.stream().filter(each -> each.line().startsWith("fails failed")).count())
          .as("of seed " + SEED)
          .isGreaterThan(CHANGES * 3 / 4);
    });
  }
}
