package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.candidate.CandidatesContract;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.word.Words;

final class FolderCandidatesTest extends CandidatesContract {

  private final Words words = Words.load();
  private int folders;
  @TempDir private Path home;

  @Override
  protected Words words() {
    return words;
  }

  @Override
  protected Candidates empty() throws IOException {
    return LuceneCandidates.open(home.resolve("empty-" + folders++), words);
  }

  private LuceneCandidates open() throws IOException {
    return LuceneCandidates.open(home.resolve("index"), words);
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> list = Files.list(home.resolve("index"))) {
      return list.filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void holdsAfterReopeningWhatWasPutAndRemoved() throws IOException {
    String version;
    try (Candidates index = open()) {
      index.put(List.of(entry("1", "LABUBU"), entry("2", "LABUBU")));
      index.remove("org-a", List.of("1"));
      version = index.version("org-a");
    }
    try (Candidates index = open()) {
      assertThat(keys(index, "LABUBU")).containsExactly("2");
      assertThat(index.version("org-a")).isEqualTo(version);
    }
  }

  @Test
  void holdsAfterReopeningWhatWasRebuilt() throws IOException {
    try (Candidates index = open()) {
      index.put(List.of(entry("1", "LABUBU")));
      try (Candidates.Rebuild rebuild = index.rebuild()) {
        rebuild.add(List.of(entry("2", "LABUBU")));
        rebuild.commit();
      }
      assertThat(generations()).containsExactly("g-2");
    }
    try (Candidates index = open()) {
      assertThat(keys(index, "LABUBU")).containsExactly("2");
    }
  }

  @Test
  void refusesASecondWriter() throws IOException {
    try (Candidates _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("already writes the index");
    }
    open().close();
  }

  @Test
  void searchesBesideItsWriter() throws IOException {
    try (Candidates index = open()) {
      index.put(List.of(entry("1", "LABUBU")));
      try (Candidates reader = LuceneCandidates.openToRead(home.resolve("index"), words)) {
        index.put(List.of(entry("2", "LABUBU")));
        try (Candidates.Rebuild rebuild = index.rebuild()) {
          rebuild.add(List.of(entry("3", "LABUBU")));
          rebuild.commit();
        }

        assertThat(keys(reader, "LABUBU")).containsExactly("1");
        assertThat(reader.count("org-a")).isEqualTo(1);
        assertThat(reader.current()).isTrue();
        assertThatThrownBy(() -> reader.put(List.of())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader.remove("org-a", List.of())).isInstanceOf(IOException.class);
        assertThatThrownBy(reader::rebuild).isInstanceOf(IOException.class);
      }
      try (Candidates reader = LuceneCandidates.openToRead(home.resolve("index"), words)) {
        assertThat(keys(reader, "LABUBU")).containsExactly("3");
        assertThat(reader.version("org-a")).isEqualTo(index.version("org-a"));
      }
    }
  }

  @Test
  void saysThatThereIsNoneToRead() {
    assertThatThrownBy(() -> LuceneCandidates.openToRead(home.resolve("none"), words))
        .isInstanceOf(IOException.class);
  }

  @Test
  void clearsWhatAKilledRebuildLeft() throws IOException {
    open().close();
    Path left = Files.createDirectory(home.resolve("index/g-7"));
    Files.writeString(left.resolve("_0.cfs"), "half");
    Files.writeString(home.resolve("index/CURRENT.new"), "g-7");
    Files.writeString(home.resolve("index/bookmark"), "another's file");

    try (Candidates index = open()) {
      assertThat(generations()).containsExactly("g-1");
      index.put(List.of(entry("1", "LABUBU")));
    }
    assertThat(home.resolve("index/bookmark")).exists();
    assertThat(home.resolve("index/CURRENT.new")).doesNotExist();
  }

  @Test
  void refusesAPointerThatNamesNothing() throws IOException {
    open().close();
    Files.writeString(home.resolve("index/CURRENT"), "../elsewhere");
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not name an index");

    Files.writeString(home.resolve("index/CURRENT"), "g-99");
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void searchesWhileARebuildIsSwappedIn() throws IOException {
    try (Candidates index = open();
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      index.put(List.of(entry("1", "LABUBU")));
      AtomicBoolean over = new AtomicBoolean();
      Callable<Integer> searcher =
          () -> {
            int searches = 0;
            while (!over.get()) {
              // the old list or the new one, never half of it
              assertThat(keys(index, "LABUBU").size()).isIn(1, 2);
              searches++;
            }
            return searches;
          };
      List<Future<Integer>> searches = List.of(threads.submit(searcher), threads.submit(searcher));
      for (int round = 0; round < 3; round++) {
        try (Candidates.Rebuild rebuild = index.rebuild()) {
          rebuild.add(List.of(entry("1", "LABUBU"), entry("2", "LABUBU")));
          rebuild.commit();
        }
      }
      over.set(true);
      for (Future<Integer> one : searches) {
        assertThat(one).succeedsWithin(Duration.ofSeconds(60));
      }
      assertThat(keys(index, "LABUBU")).containsExactly("1", "2");
    }
  }
}
