package org.zhiheng.contracts.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.Words;

/// What every index of marks must do.
public abstract class CandidatesContract {

  private static final String OURS = "org-a";
  private static final String THEIRS = "org-b";
  private static final int MANY = 60;

  /// The words that the index under test uses.
  protected abstract Words words();

  /// A new, empty index, closed by the caller.
  protected abstract Candidates empty() throws IOException;

  /// An entry without goods.
  protected static MarkEntry entry(String key, String name) {
    return new MarkEntry(key, OURS, name, Set.of(), Set.of());
  }

  private CandidateQuery query(String space, String name, Set<String> classes, Set<String> groups) {
    return new CandidateQuery(space, words().read(name).orThrow(), classes, groups, 20);
  }

  /// The keys found in the space that [#entry] files in.
  protected final List<String> keys(Candidates index, String name) throws IOException {
    return keys(index, query(OURS, name, Set.of(), Set.of()));
  }

  private static List<String> keys(Candidates index, CandidateQuery query) throws IOException {
    return index.nearest(query).stream().map(Candidate::key).toList();
  }

  @Test
  void findsNothingInAnEmptyIndex() throws IOException {
    try (Candidates index = empty()) {
      assertThat(keys(index, "LABUBU")).isEmpty();
      assertThat(index.count(OURS)).isZero();
      assertThat(index.current()).isTrue();
    }
  }

  @Test
  void findsWhatWasPutBestFirst() throws IOException {
    try (Candidates index = empty()) {
      index.put(List.of(entry("1", "HUAWEI"), entry("2", "LABUBU"), entry("3", "LABUBE TOYS")));

      List<Candidate> found = index.nearest(query(OURS, "LABUBU", Set.of(), Set.of()));

      assertThat(found).extracting(Candidate::key).startsWith("2", "3");
      assertThat(found.getFirst().name()).isEqualTo("LABUBU");
      assertThat(found.getFirst().rating())
          .isEqualTo(
              words().rate(words().read("LABUBU").orThrow(), words().read("LABUBU").orThrow()));
    }
  }

  @Test
  void replacesAnEntryWithTheSameKey() throws IOException {
    try (Candidates index = empty()) {
      index.put(List.of(entry("1", "LABUBU")));
      index.put(List.of(entry("1", "HUAWEI")));

      assertThat(index.count(OURS)).isEqualTo(1);
      assertThat(keys(index, "HUAWEI")).containsExactly("1");
      assertThat(index.nearest(query(OURS, "LABUBU", Set.of(), Set.of())))
          .noneMatch(found -> found.name().equals("LABUBU"));
    }
  }

  @Test
  void takesTheLaterOfTwoInOneList() throws IOException {
    try (Candidates index = empty()) {
      index.put(List.of(entry("1", "LABUBU"), entry("1", "HUAWEI")));

      assertThat(index.count(OURS)).isEqualTo(1);
      assertThat(index.nearest(query(OURS, "HUAWEI", Set.of(), Set.of())))
          .extracting(Candidate::name)
          .containsExactly("HUAWEI");
    }
  }

  @Test
  void forgetsWhatWasRemovedAndIgnoresUnknownKeys() throws IOException {
    try (Candidates index = empty()) {
      index.put(List.of(entry("1", "LABUBU"), entry("2", "LABUBU")));
      index.remove(OURS, List.of("1", "9", "1"));
      index.remove(THEIRS, List.of("2"));

      assertThat(keys(index, "LABUBU")).containsExactly("2");
      assertThat(index.count(OURS)).isEqualTo(1);
    }
  }

  @Test
  void keepsSpacesApart() throws IOException {
    try (Candidates index = empty()) {
      index.put(
          List.of(entry("1", "LABUBU"), new MarkEntry("1", THEIRS, "LABUBA", Set.of(), Set.of())));

      assertThat(index.nearest(query(OURS, "LABUBU", Set.of(), Set.of())))
          .extracting(Candidate::name)
          .containsExactly("LABUBU");
      assertThat(index.nearest(query(THEIRS, "LABUBU", Set.of(), Set.of())))
          .extracting(Candidate::name)
          .containsExactly("LABUBA");
      assertThat(index.nearest(query("org-c", "LABUBU", Set.of(), Set.of()))).isEmpty();
      assertThat(index.count(OURS)).isEqualTo(1);
    }
  }

  @Test
  void looksOnlyAtTheGoodsAskedFor() throws IOException {
    try (Candidates index = empty()) {
      index.put(
          List.of(
              new MarkEntry("1", OURS, "LABUBU", Set.of("28"), Set.of("2802")),
              new MarkEntry("2", OURS, "LABUBU", Set.of("25", "28"), Set.of("2501", "2803")),
              new MarkEntry("3", OURS, "LABUBU", Set.of("09"), Set.of("0901")),
              new MarkEntry("4", OURS, "LABUBU", Set.of(), Set.of())));

      assertThat(keys(index, query(OURS, "LABUBU", Set.of("28"), Set.of())))
          .containsExactly("1", "2");
      assertThat(keys(index, query(OURS, "LABUBU", Set.of("25", "09"), Set.of())))
          .containsExactly("2", "3");
      assertThat(keys(index, query(OURS, "LABUBU", Set.of(), Set.of("2802", "0901"))))
          .containsExactly("1", "3");
      assertThat(keys(index, query(OURS, "LABUBU", Set.of("28"), Set.of("2501"))))
          .containsExactly("2");
      assertThat(keys(index, query(OURS, "LABUBU", Set.of(), Set.of())))
          .containsExactly("1", "2", "3", "4");
    }
  }

  @Test
  void ordersEqualsByTheirKeysAndGivesNoMoreThanAsked() throws IOException {
    try (Candidates index = empty()) {
      List<MarkEntry> entries = new ArrayList<>();
      for (int at = MANY - 1; at >= 0; at--) {
        entries.add(entry(Integer.toString(at + 100), "LABUBU"));
      }
      index.put(entries);

      // of 60 equals, 100..159, the first 20 by key
      assertThat(keys(index, "LABUBU"))
          .hasSize(20)
          .isSorted()
          .startsWith("100", "101", "102")
          .endsWith("119");
    }
  }

  @Test
  void filesWhatCannotBeReadButNeverFindsIt() throws IOException {
    try (Candidates index = empty()) {
      index.put(
          List.of(
              entry("1", ""),
              entry("2", "x".repeat(Words.LENGTH_MAX + 1)),
              entry("3", "界".repeat(MarkEntry.NAME_LENGTH_MAX)),
              entry("4", "LABUBU")));
      String before = index.version(OURS);
      index.put(List.of(entry("2", "y".repeat(Words.LENGTH_MAX + 1))));

      assertThat(index.count(OURS)).isEqualTo(4);
      assertThat(index.version(OURS)).isNotEqualTo(before);
      assertThat(keys(index, "xxx")).doesNotContain("1", "2", "3");
      index.remove(OURS, List.of("1", "2", "3"));
      assertThat(index.count(OURS)).isEqualTo(1);
    }
  }

  @Test
  void namesTheSameEntriesTheSame() throws IOException {
    MarkEntry one = new MarkEntry("1", OURS, "LABUBU", Set.of("28", "25"), Set.of("2802"));
    MarkEntry other = entry("2", "HUAWEI");
    try (Candidates index = empty()) {
      index.put(List.of(one));
      String first = index.version(OURS);
      index.put(List.of(other));
      String both = index.version(OURS);
      index.put(List.of(new MarkEntry("2", OURS, "HUAWEI", Set.of("09"), Set.of())));
      String changed = index.version(OURS);
      index.put(List.of(other, new MarkEntry("1", THEIRS, "XIAOMI", Set.of(), Set.of())));
      String back = index.version(OURS);
      index.remove(OURS, List.of("2"));

      assertThat(List.of(first, both, changed)).doesNotHaveDuplicates();
      assertThat(back).isEqualTo(both);
      assertThat(index.version(OURS)).isEqualTo(first);
    }
  }

  @Test
  void searchesTheOldUntilARebuildIsCommitted() throws IOException {
    try (Candidates index = empty()) {
      index.put(List.of(entry("old", "LABUBU")));
      try (Candidates.Rebuild rebuild = index.rebuild()) {
        rebuild.add(List.of(entry("new", "LABUBU")));
        assertThat(keys(index, "LABUBU")).containsExactly("old");

        rebuild.commit();
        assertThat(keys(index, "LABUBU")).containsExactly("new");
      }
      assertThat(keys(index, "LABUBU")).containsExactly("new");
      index.put(List.of(entry("more", "LABUBU")));
      assertThat(keys(index, "LABUBU")).containsExactly("more", "new");
    }
  }

  @Test
  void discardsARebuildThatIsNotCommitted() throws IOException {
    try (Candidates index = empty()) {
      index.put(List.of(entry("old", "LABUBU")));
      String before = index.version(OURS);
      try (Candidates.Rebuild rebuild = index.rebuild()) {
        rebuild.add(List.of(entry("new", "LABUBU")));
      }

      assertThat(keys(index, "LABUBU")).containsExactly("old");
      assertThat(index.version(OURS)).isEqualTo(before);
      try (Candidates.Rebuild again = index.rebuild()) {
        again.commit();
      }
      assertThat(index.count(OURS)).isZero();
    }
  }

  @Test
  void keepsWhatIsWrittenDuringARebuild() throws IOException {
    try (Candidates index = empty()) {
      index.put(List.of(entry("1", "LABUBU"), entry("2", "LABUBU"), entry("3", "LABUBU")));
      try (Candidates.Rebuild rebuild = index.rebuild()) {
        rebuild.add(List.of(entry("1", "LABUBU")));
        index.put(List.of(entry("1", "HUAWEI"), entry("4", "HUAWEI")));
        index.remove(OURS, List.of("3"));
        rebuild.add(List.of(entry("2", "LABUBU"), entry("3", "LABUBU"), entry("4", "LABUBU")));
        rebuild.commit();
      }

      assertThat(index.nearest(query(OURS, "HUAWEI", Set.of(), Set.of())))
          .filteredOn(found -> found.name().equals("HUAWEI"))
          .extracting(Candidate::key)
          .containsExactly("1", "4");
      assertThat(index.nearest(query(OURS, "LABUBU", Set.of(), Set.of())))
          .filteredOn(found -> found.name().equals("LABUBU"))
          .extracting(Candidate::key)
          .containsExactly("2");
      assertThat(index.count(OURS)).isEqualTo(3);
    }
  }

  @Test
  void replacesAKeyThatComesAgainInARebuild() throws IOException {
    try (Candidates index = empty();
        Candidates other = empty()) {
      try (Candidates.Rebuild rebuild = index.rebuild()) {
        rebuild.add(List.of(entry("1", "LABUBU"), entry("2", "XIAOMI"), entry("1", "HUAWEI")));
        rebuild.add(List.of(entry("2", "LABUBU")));
        rebuild.commit();
      }
      other.put(List.of(entry("1", "HUAWEI"), entry("2", "LABUBU")));

      assertThat(index.count(OURS)).isEqualTo(2);
      assertThat(index.version(OURS)).isEqualTo(other.version(OURS));
    }
  }

  @Test
  void refusesASecondRebuild() throws IOException {
    try (Candidates index = empty();
        Candidates.Rebuild first = index.rebuild()) {
      assertThatThrownBy(index::rebuild).isInstanceOf(IllegalStateException.class);
      first.commit();
      assertThatThrownBy(() -> first.add(List.of())).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(first::commit).isInstanceOf(IllegalStateException.class);
    }
  }

  /// Puts, replacements and removals in one order or another, in one call or many, or by a rebuild:
  /// the same entries have one version and are found in one order.
  @Seeds(4)
  void answersTheSameHoweverTheEntriesCameIn(Seed seed) throws IOException {
    List<MarkEntry> entries = new ArrayList<>();
    for (int at = 0; at < 3 * MANY; at++) {
      entries.add(entry("k" + at, name(seed)));
    }
    try (Candidates first = empty();
        Candidates second = empty();
        Candidates third = empty()) {
      first.put(entries);
      List<MarkEntry> shuffled = new ArrayList<>(entries);
      Collections.shuffle(shuffled, new Random(seed.number()));
      for (int from = 0; from < shuffled.size(); from += MANY) {
        second.put(List.of(entry("k" + from, "WRONG"), entry("gone" + from, name(seed))));
        second.put(shuffled.subList(from, Math.min(shuffled.size(), from + MANY)));
        second.remove(OURS, List.of("gone" + from));
      }
      second.put(entries);
      try (Candidates.Rebuild rebuild = third.rebuild()) {
        rebuild.add(shuffled);
        rebuild.commit();
      }

      assertThat(second.version(OURS)).isEqualTo(first.version(OURS));
      assertThat(third.version(OURS)).isEqualTo(first.version(OURS));
      for (int at = 0; at < 10; at++) {
        CandidateQuery query = query(OURS, name(seed), Set.of(), Set.of());
        List<Candidate> expected = first.nearest(query);
        assertThat(second.nearest(query)).isEqualTo(expected);
        assertThat(third.nearest(query)).isEqualTo(expected);
      }
    }
  }

  private static String name(Seed seed) {
    List<String> parts =
        List.of("LA", "BU", "KI", "star", "coffee", "泡", "玛", "特", "华", "NO", "ra", "mi");
    StringBuilder name = new StringBuilder();
    for (int left = seed.between(2, 5); left > 0; left--) {
      name.append(seed.oneOf(parts));
    }
    return name.toString();
  }
}
