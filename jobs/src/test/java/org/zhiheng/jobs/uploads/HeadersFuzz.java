package org.zhiheng.jobs.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.TokenId;
import org.zhiheng.jobs.administer.DeadlineName;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.jobs.prove.use.UseItem;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// Heads of uploads, addresses, names and ids as nobody means them. Exceptions that may come out:
/// none, but [ProblemsException] of the facts of a use.
final class HeadersFuzz {

  private static final String DIGEST = ContentDigest.of(Digest.of(new byte[] {1}));

  private static void refused(Parsed<?> parsed) {
    parsed
        .refusal()
        .ifPresent(problem -> {
          assertThat(problem.code()).isNotBlank();
          assertThat(problem.line().length()).isLessThan(1_500);
        });
  }

  @Seeds(300)
  void digestsAreReadOrRefused(Seed seed) {
    String sound = seed.chance(0.5) ? DIGEST : "sha-512=:AAAA:, " + DIGEST;
    refused(ContentDigest.parse(Spoilt.text(seed, sound)));
  }

  @Seeds(500)
  void addressesAreReadOrRefused(Seed seed) {
    String sound =
        seed.oneOf(
            List.of(
                "https://www.example.cn:8443/a/b?c=d#e",
                "http://例子.中国/商品?名=值",
                "http://[::1]:80/",
                "HTTPS://EXAMPLE.ORG"));
    Parsed<WebAddress> parsed = WebAddress.parse(Spoilt.text(seed, sound));
    refused(parsed);
    parsed
        .found()
        .ifPresent(address -> {
          assertThat(address.host()).isNotBlank();
          assertThat(address.port()).isBetween(1, 65_535);
          assertThat(WebAddress.parse(address.toString()).orThrow()).isEqualTo(address);
        });
  }

  /// The JDK's URI has no bytes for half a sign, and looks for them.
  @Test
  void refusesHalfASignInAnAddress() {
    assertThat(WebAddress.parse("http://example.cn/\uD800").refusal()).isPresent();
    assertThat(WebAddress.parse("http://example.cn/🎈").found()).isPresent();
  }

  @Seeds(300)
  void idsAndNamesAreReadOrRefused(Seed seed) {
    refused(UploadId.parse(Spoilt.text(seed, "UP0123456789abcdef0123456789abcdef")));
    refused(TokenId.parse(Spoilt.text(seed, "K12")));
    refused(ExaminationId.parse(Spoilt.text(seed, "X12")));
    refused(WatchId.parse(Spoilt.text(seed, "W12")));
    refused(EvidenceId.parse(Spoilt.text(seed, "EV12")));
    refused(DealName.parse(Spoilt.text(seed, "hlhy-2025-1")));
    refused(LoginName.parse(Spoilt.text(seed, "li.na")));
    refused(DeadlineName.parse(Spoilt.text(seed, "R12 cn.patent.annuity/5")));
  }

  @Seeds(300)
  void factsOfUseAreReadOrRefused(Seed seed) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("use.kind", "sale");
    facts.put("use.from", "2024-01-01");
    facts.put("use.to", "2024-12-31");
    facts.put("use.place", "上海");
    facts.put("use.country", "CN");
    facts.put("use.good.1", "软件");
    String name = seed.oneOf(List.copyOf(facts.keySet()));
    String value = String.valueOf(facts.remove(name));
    facts.put(
        seed.chance(0.7) ? name : Spoilt.text(seed, name),
        seed.chance(0.8) ? Spoilt.text(seed, value) : value);
    try {
      UseItem item = UseItem.parse(facts);
      assertThat(UseItem.parse(item.facts())).isEqualTo(item);
    } catch (ProblemsException refused) {
      assertThat(refused.problems()).isNotEmpty();
    }
  }
}
