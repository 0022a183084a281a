package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.Words;

/// Which marks a search takes to the engine.
final class ChosenMarksTest {

  private static final String SPACE = "org-a";

  private final Words words = Words.load();

  private static MarkEntry entry(String key, String name, String inClass) {
    return new MarkEntry(key, SPACE, name, Set.of(inClass), Set.of());
  }

  private List<Candidate> found(Candidates index, String name, Set<String> classes, int most)
      throws IOException {
    return index.nearest(
        new CandidateQuery(SPACE, words.read(name).orThrow(), classes, Set.of(), most));
  }

  @Test
  void listsAMarkOfBothScriptsOnce() throws IOException {
    try (Candidates index = LuceneCandidates.inMemory(words)) {
      index.put(
          List.of(
              entry("both", "华为 HUAWEI", "09"),
              entry("latin", "HUAWEI", "09"),
              entry("han", "华为", "09")));
      for (String asked : List.of("HUAWEI", "华为", "HUAWEI 华为", "hua wei")) {
        assertThat(found(index, asked, Set.of(), 20))
            .as(asked)
            .extracting(Candidate::key)
            .doesNotHaveDuplicates()
            .contains("both", "latin", "han");
      }
    }
  }

  /// More marks share the only terms than are glanced at: the digests decide, and the same again.
  @Test
  void choosesTheSameOfTooManyThatPromiseTheSame() throws IOException {
    List<MarkEntry> entries = new ArrayList<>();
    int many = 3 * Effort.USUAL.glanced();
    for (int at = 0; at < many; at++) {
      entries.add(entry("k" + at, "LABUBU", "28"));
    }
    try (Candidates once = LuceneCandidates.inMemory(words);
        Candidates twice = LuceneCandidates.inMemory(words)) {
      once.put(entries);
      twice.put(entries.subList(many / 2, many));
      twice.put(entries.subList(0, many / 2));
      List<Candidate> found = found(once, "LABUBU", Set.of(), 20);

      assertThat(found).hasSize(20).allMatch(one -> one.rating().order() == 1);
      assertThat(found(twice, "LABUBU", Set.of(), 20)).isEqualTo(found);
    }
  }

  @Test
  void findsTheOneOfItsClassAmongManyOfOthers() throws IOException {
    List<MarkEntry> entries = new ArrayList<>();
    for (int at = 0; at < 2_000; at++) {
      entries.add(entry("k" + at, "LABUBU", "28"));
    }
    entries.add(entry("wanted", "LABUBA", "09"));
    try (Candidates index = LuceneCandidates.inMemory(words)) {
      index.put(entries);

      assertThat(found(index, "LABUBU", Set.of("09"), 5))
          .extracting(Candidate::key)
          .containsExactly("wanted");
    }
  }

  @Test
  void doesNotLoseAMarkToThoseThatWereRemoved() throws IOException {
    List<MarkEntry> entries = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (int at = 0; at < 2_000; at++) {
      entries.add(entry("k" + at, "LABUBU", "28"));
      gone.add("k" + at);
    }
    entries.add(entry("left", "LABUBA", "28"));
    try (Candidates index = LuceneCandidates.inMemory(words)) {
      index.put(entries);
      index.remove(SPACE, gone);

      assertThat(found(index, "LABUBU", Set.of(), 5))
          .extracting(Candidate::key)
          .containsExactly("left");
    }
  }
}
