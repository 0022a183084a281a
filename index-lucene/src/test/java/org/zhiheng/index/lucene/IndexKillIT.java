package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.seeds.Seed;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.Words;

/// A process that writes the index is killed at several moments, putting and rebuilding. What is
/// left opens and holds all that was written by calls that returned, the one under way whole or not
/// at all. That the power fails is what [KillTest] is for.
final class IndexKillIT {

  private static final int KILLS = 4;
  private static final int LINES_BEFORE_KILL_MAX = 6;
  private static final int NANOS_BEFORE_KILL_MAX = 20_000_000;
  private static final long END_SECONDS_MAX = 60;

  @TempDir private Path home;
  private final Words words = Words.load();

  @Test
  void holdsWhatReturnedThoughItsWriterIsKilled() throws IOException, InterruptedException {
    Seed seed = Seed.of(7);
    int held = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      int said = startAndKill(seed, kill);
      try (Candidates index = LuceneCandidates.open(home, words)) {
        held = (int) index.count(IndexChild.SPACE) / IndexChild.BATCH;
        // calls that returned after the last line was read are held too
        assertThat(held).as("kill %d", kill).isGreaterThanOrEqualTo(said);
        assertThat(index.version(IndexChild.SPACE)).as("kill %d", kill).isEqualTo(version(held));
        MarkEntry last = IndexChild.entries(held - 1, held).getLast();
        assertThat(index.nearest(query(last.name())))
            .extracting(Candidate::key)
            .startsWith(last.key());
      }
    }
    assertThat(held).isGreaterThanOrEqualTo(KILLS);
  }

  private CandidateQuery query(String name) {
    return new CandidateQuery(IndexChild.SPACE, words.read(name).orThrow(), Set.of(), Set.of(), 5);
  }

  private String version(int batches) throws IOException {
    try (Candidates quiet = LuceneCandidates.inMemory(words)) {
      quiet.put(IndexChild.entries(0, batches));
      return quiet.version(IndexChild.SPACE);
    }
  }

  // the last number of batches that the child said
  private int startAndKill(Seed seed, int kill) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    IndexChild.class.getName(),
                    home.toString(),
                    kill % 2 == 0 ? "rebuild" : "put"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int lines = seed.between(1, LINES_BEFORE_KILL_MAX + 1);
    int said = 0;
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      for (; lines > 0; lines--) {
        String line = out.readLine();
        assertThat(line).as("kill %d: the child ended by itself", kill).isNotNull();
        said = Integer.parseInt(line);
      }
      LockSupport.parkNanos(seed.between(0, NANOS_BEFORE_KILL_MAX));
      child.destroyForcibly();
    }
    assertThat(child.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed by signal 9").isEqualTo(128 + 9);
    return said;
  }
}
