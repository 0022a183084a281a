package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
