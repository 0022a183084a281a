package org.zhiheng.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.bundle.Check;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;

/// All that the script says, it has words for, and no others.
final class VerifyViewTest {

  private static final Pattern REASON =
      Pattern.compile("\"((?:statement|inclusion|witness|time|anchor)\\.[A-Za-z0-9.]+)\"");

  private static final Pattern REFUSAL =
      Pattern.compile("new Refused\\(\"(zip|member|header|sum|missing|form|order|digests)\"");

  private final Path scripts =
      Path.of(System.getProperty("zhiheng.root", ".."))
          .resolve("server/src/main/resources/org/zhiheng/server/assets/verify");

  @Test
  void hasWordsForAllThatTheScriptSays() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (String script : List.of("chain.js", "judge.js", "record.js", "stamp.js", "time.js")) {
      Matcher reasons = REASON.matcher(Files.readString(scripts.resolve(script)));
      while (reasons.find()) {
        wanted.add("reason." + reasons.group(1));
      }
    }
    Matcher refusals = REFUSAL.matcher(Files.readString(scripts.resolve("bundle.js")));
    while (refusals.find()) {
      wanted.add("refusal." + refusals.group(1));
    }
    Stream.of(Check.values()).forEach(check -> wanted.add("check." + check.word()));
    Stream.of(Verdict.Result.values()).forEach(result -> wanted.add("result." + result.word()));
    Stream.of(LeafKind.values()).forEach(kind -> wanted.add("kind." + Manifest.word(kind)));
    Stream.of("holds", "partly", "fails", "refused").forEach(one -> wanted.add("outcome." + one));
    Stream.of(
            "log",
            "index",
            "size",
            "root",
            "kind",
            "issuer",
            "issuerSays",
            "subject",
            "files",
            "revokedAt")
        .forEach(one -> wanted.add("fact." + one));
    Stream.of("policy", "key", "given", "certificate", "fact", "notText")
        .forEach(one -> wanted.add("given." + one));
    Stream.of("asked", "of", "vouched", "unvouched", "unreadable", "progress", "reason.refused")
        .forEach(wanted::add);
    for (Language language : Language.values()) {
      assertThat(said(language)).as(language.name().toLowerCase(Locale.ROOT)).isEqualTo(wanted);
    }
  }

  private static Set<String> said(Language language) {
    return VerifyView.of(Words.load(language, java.time.ZoneOffset.UTC)).words().stream()
        .map(VerifyView.Said::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
