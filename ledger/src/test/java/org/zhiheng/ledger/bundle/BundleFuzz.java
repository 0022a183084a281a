package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Parsed;

/// Bundles with several things done to them at once, and policies. Exceptions that may come out:
/// none. What was changed does not hold, whoever sealed it again.
final class BundleFuzz {

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a.txt", "first", "合同.txt", "second"));

  private static final byte[] GOOD =
      Bundles.written(Bundles.parts(FILES, List.of(Bundles.ONE)), FILES.values());

  private static final String POLICY =
      Bundles.policy() + "#require witness\n#operator own\n# a remark\n";

  /// The bundle's members in their order, by name.
  private static Map<String, byte[]> members() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try {
      int at = 0;
      for (Zip.Place place : Zip.directory(new HeldBytes(Octets.of(GOOD)))) {
        int from = at + Zip.LOCAL_LENGTH_BYTES + place.nameLength();
        at = (int) Zip.next(at, place);
        members.put(place.name(), java.util.Arrays.copyOfRange(GOOD, from, at));
      }
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    return members;
  }

  /// With a digest list and sums that fit.
  private static byte[] sealed(Map<String, byte[]> members) {
    List<Member> listed = new ArrayList<>();
    members.forEach((name, bytes) -> {
      if (!name.equals(Layout.MANIFEST)) {
        listed.add(Digesting.of(name, bytes));
      }
    });
    members.put(Layout.MANIFEST, Layout.manifest(listed));
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    List<Zip.Place> places = new ArrayList<>();
    members.forEach((name, bytes) -> {
      Zip.Place place = Zip.Place.of(Digesting.of(name, bytes));
      places.add(place);
      out.writeBytes(Zip.local(place));
      out.writeBytes(bytes);
    });
    out.writeBytes(Zip.end(places));
    return out.toByteArray();
  }

  @Seeds(300)
  void noChangedBundleHolds(Seed seed) {
    byte[] spoilt = Spoilt.bytes(seed, GOOD);
    Verdicts verdicts = Bundles.check(spoilt, Optional.empty(), Optional.of(Bundles.trust()));
    assertThat(verdicts.text()).isNotBlank();
    if (!java.util.Arrays.equals(spoilt, GOOD)) {
      assertThat(verdicts.holds()).isFalse();
    }
  }

  @Seeds(300)
  void noSpoiltMemberHoldsUnderSumsThatFit(Seed seed) {
    Map<String, byte[]> members = members();
    String name = seed.oneOf(List.copyOf(members.keySet()));
    byte[] sound = java.util.Objects.requireNonNull(members.get(name));
    byte[] spoilt =
        seed.chance(0.5)
            ? Spoilt.bytes(seed, sound)
            : Spoilt.lines(seed, new String(sound, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    members.put(name, spoilt);
    Verdicts verdicts =
        Bundles.check(sealed(members), Optional.empty(), Optional.of(Bundles.trust()));
    assertThat(verdicts.json().bytes()).isNotEmpty();
    // the bundle's own policy is a hint, and says nothing that is believed
    if (!name.equals(Layout.MANIFEST)
        && !name.equals(Layout.POLICY)
        && !same(name, spoilt, sound)) {
      assertThat(verdicts.holds()).as(name).isFalse();
    }
  }

  /// Whether a member says the same: to a checkpoint anybody may add a line of a signature.
  private static boolean same(String name, byte[] spoilt, byte[] sound) {
    if (!name.endsWith(".tlog-proof") || LogProof.parse(spoilt).refusal().isPresent()) {
      return java.util.Arrays.equals(spoilt, sound);
    }
    LogProof one = LogProof.parse(spoilt).orThrow();
    LogProof other = LogProof.parse(sound).orThrow();
    return one.inclusion().equals(other.inclusion())
        && one.checkpoint().text().equals(other.checkpoint().text());
  }

  @Seeds(300)
  void policiesAreReadOrRefused(Seed seed) {
    byte[] spoilt =
        (seed.chance(0.8) ? Spoilt.lines(seed, POLICY) : Spoilt.text(seed, POLICY))
            .getBytes(StandardCharsets.UTF_8);
    Parsed<BundlePolicy> parsed = BundlePolicy.parse(spoilt);
    switch (parsed) {
      case Parsed.Ok<BundlePolicy>(BundlePolicy policy) ->
          assertThat(Bundles.check(GOOD, Optional.of(policy), Optional.empty()).text())
              .isNotBlank();
      case Parsed.Refused<BundlePolicy>(org.zhiheng.values.Problem problem) ->
          assertThat(problem.code()).contains("policy");
    }
  }
}
