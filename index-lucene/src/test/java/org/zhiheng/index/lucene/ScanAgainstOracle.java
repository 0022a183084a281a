package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.candidate.ScanCandidates;
import org.zhiheng.seeds.Seed;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

/// What the index leaves out: beside a scan that rates every mark.
final class ScanAgainstOracle {

  private static final int NAMES = 3_000;
  private static final int QUESTIONS = 120;
  private static final String SPACE = "org-a";
  private static final List<String> SYLLABLES =
      List.of(
          "la", "bu", "ki", "sta", "ron", "mer", "vo", "ex", "ti", "can", "do", "pri", "ma", "sol",
          "ne", "fu", "gra", "lin", "ox", "be");
  private static final List<String> CHARACTERS =
      List.of(
          "华", "为", "小", "米", "泡", "玛", "特", "龙", "福", "金", "源", "天", "海", "美", "乐", "家", "宝", "康",
          "星", "云", "山", "雅", "德", "信");

  private final Words words = Words.load();

  private static String name(Seed seed) {
    StringBuilder name = new StringBuilder();
    boolean han = seed.chance(0.4);
    for (int left = seed.between(2, han ? 5 : 4); left > 0; left--) {
      name.append(seed.oneOf(han ? CHARACTERS : SYLLABLES));
    }
    return name.toString();
  }

  private static String changed(Seed seed, String name) {
    StringBuilder changed = new StringBuilder(name);
    int at = seed.between(0, name.length());
    boolean han = name.charAt(0) > 0x2000;
    switch (seed.between(0, 3)) {
      case 0 -> changed.insert(at, seed.oneOf(han ? CHARACTERS : SYLLABLES));
      case 1 -> changed.setCharAt(at, han ? '新' : (char) ('a' + seed.between(0, 26)));
      default -> changed.append(changed.charAt(at));
    }
    return changed.toString();
  }

  @Test
  void findsWhatAScanFinds() throws IOException {
    Seed seed = Seed.of(11);
    List<MarkEntry> entries = new ArrayList<>();
    for (int at = 0; at < NAMES; at++) {
      entries.add(new MarkEntry("k" + at, SPACE, name(seed), Set.of(), Set.of()));
    }
    int scanned = 0;
    int found = 0;
    try (Candidates index = LuceneCandidates.inMemory(words);
        Candidates scan = new ScanCandidates(words)) {
      index.put(entries);
      scan.put(entries);
      for (int question = 0; question < QUESTIONS; question++) {
        String asked = changed(seed, entries.get(seed.between(0, NAMES)).name());
        WordMark mark = words.read(asked).orThrow();
        CandidateQuery query = new CandidateQuery(SPACE, mark, Set.of(), Set.of(), 10);
        List<Candidate> all = scan.nearest(query);
        List<Candidate> own = index.nearest(query);

        if (all.getFirst().rating().order() >= 0.6) {
          assertThat(own).as(asked).isNotEmpty();
          assertThat(own.getFirst()).as(asked).isEqualTo(all.getFirst());
        }
        // a name of the scan's ten that shares nothing is no loss
        List<Candidate> like = all.stream().filter(one -> one.rating().order() > 0.3).toList();
        scanned += like.size();
        Set<Candidate> both = new HashSet<>(own);
        both.retainAll(like);
        found += both.size();
      }
    }
    assertThat(scanned).isGreaterThan(QUESTIONS);
    assertThat((double) found / scanned)
        .as("recall@10 of %d", scanned)
        .isGreaterThanOrEqualTo(0.95);
  }
}
