package org.zhiheng.jobs.prove.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Parsed;

/// Rows that were opened, and what a statement says of their set, spoilt. Exceptions that may come
/// out: none. No opening that was changed holds.
final class OpeningFuzz {

  private static final Hash SECRET = new Hash(1, 2, 3, 4);
  private static final List<SetFingerprint.Part> PARTS =
      List.of(
          new SetFingerprint.Part(
              UnitKind.ROWS,
              () ->
                  new ByteArrayInputStream(
                      "a,b\n1,甲\n2,\"x\ny\"\n3,z\n".getBytes(StandardCharsets.UTF_8))));
  private static final SetFingerprint FINGERPRINT = fingerprint();
  private static final byte[] OPENING = opening();

  private static SetFingerprint fingerprint() {
    try {
      return SetFingerprint.taken(PARTS, SECRET);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] opening() {
    try {
      return Openings.opened(PARTS, FINGERPRINT, SECRET, new TreeSet<>(List.of(1L, 3L))).bytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Seeds(300)
  void noChangedOpeningHolds(Seed seed) {
    byte[] spoilt =
        Spoilt.json(seed, new String(OPENING, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    switch (DataOpening.parse(spoilt)) {
      case Parsed.Ok<DataOpening>(DataOpening read) -> {
        assertThat(read.bytes()).isEqualTo(spoilt);
        // one with fewer rows is another opening, and holds
        if (read.rows().size() == 2 && !Arrays.equals(spoilt, OPENING)) {
          assertThat(read.check(FINGERPRINT)).isNotEmpty();
        }
      }
      case Parsed.Refused<DataOpening>(org.zhiheng.values.Problem problem) ->
          assertThat(problem.code()).isIn("data-opening", "statement-json", "log-hash");
    }
  }

  @Seeds(300)
  void factsOfASetAreReadOrNone(Seed seed) {
    SortedMap<String, String> facts = new TreeMap<>(FINGERPRINT.facts());
    String name = seed.oneOf(List.copyOf(facts.keySet()));
    facts.put(name, Spoilt.text(seed, String.valueOf(facts.get(name))));
    Optional<SetFingerprint> read = SetFingerprint.of(facts);
    read.ifPresent(set -> assertThat(SetFingerprint.of(set.facts())).contains(set));
  }
}
