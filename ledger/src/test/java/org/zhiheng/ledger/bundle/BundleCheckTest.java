package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BundleCheckTest {

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a.txt", "first", "合同.txt", "second"));

  private static byte[] bundle() {
    return Bundles.written(Bundles.parts(FILES, List.of(Bundles.ONE)), FILES.values());
  }

  @Test
  void holdsByTheKeysItNamesAndSaysThatNobodyVouched() {
    Verdicts verdicts = Bundles.check(bundle());
    assertThat(verdicts.refusal()).isEmpty();
    assertThat(verdicts.all().stream().map(one -> one.check() + " " + one.result()).toList())
        .containsExactly(
            "STATEMENT PASSED",
            "INCLUSION PASSED",
            "WITNESS PASSED",
            "TIME ABSENT",
            "ANCHOR ABSENT");
    assertThat(verdicts.of(Check.STATEMENT).reason())
        .contains("by the key the bundle names; nobody outside vouched for it");
    assertThat(verdicts.holds()).isTrue();
  }

  @Test
  void holdsByKeysFromOutside() {
    Verdicts verdicts =
        Bundles.check(
            bundle(),
            Optional.of(Bundles.bundlePolicy(Bundles.policy())),
            Optional.of(Bundles.trust()));
    assertThat(verdicts.holds()).as(verdicts.text()).isTrue();
    assertThat(verdicts.text()).doesNotContain("nobody outside");
  }
}
