package org.zhiheng.contracts.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// A file is taken in once, however often it is given and wherever a run was cut off.
final class ImportsTest {

  /// One row in so many is refused.
  private static final int BAD_EVERY = 100;

  /// Two whole batches and a bit.
  private static final int ROWS = 2 * ImportRuns.BATCH_MAX + 321;

  private static final int REFUSED = ROWS / BAD_EVERY;

  private final Room room = new Room();

  private ImportRun run(IntakeFile file, Imports.Watcher watcher) {
    ImportRun begun = room.imports.begin(room.manager, IntakeKind.MARKS_CSV, file, 1);
    return room.imports.carryOut(begun, IntakeKind.MARKS_CSV, file, watcher);
  }

  @Test
  void countsAddUpAndASecondRunChangesNothing() {
    IntakeFile file = MarkRows.file(ROWS, BAD_EVERY);
    List<ImportRun.Counts> told = new ArrayList<>();

    ImportRun first = run(file, told::add);
    ImportRun second = run(file, counts -> true);

    assertThat(first.state()).isEqualTo(ImportRun.State.FINISHED);
    assertThat(first.counts()).isEqualTo(new ImportRun.Counts(ROWS, ROWS - REFUSED, REFUSED, 0));
    assertThat(told)
        .isNotEmpty()
        .allSatisfy(counts ->
            assertThat(counts.read())
                .isEqualTo(counts.taken() + counts.refused() + counts.unchanged()));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.counts()).isEqualTo(new ImportRun.Counts(ROWS, 0, REFUSED, ROWS - REFUSED));
    assertThat(room.rights()).isEqualTo(ROWS - REFUSED);
    List<Problem> problems = room.imports.problems(room.viewer, first.id(), 0, 1_000);
    assertThat(problems).hasSize(REFUSED).extracting(Problem::code).containsOnly("nice-class");
    assertThat(problems.getFirst().path()).isEqualTo("line 101, column classes");
    assertThat(problems.getFirst().source()).isEqualTo("marks.csv");
  }

  @Seeds(4)
  void goesOnWhereItWasCutOff(Seed seed) {
    IntakeFile file = MarkRows.file(ROWS, BAD_EVERY);
    ImportRun last = run(file, counts -> seed.chance(0.3));
    int runs = 1;
    while (last.state() == ImportRun.State.INTERRUPTED && runs < 10) {
      ImportRun next = run(file, counts -> seed.chance(0.3));
      assertThat(next.id()).isEqualTo(last.id());
      assertThat(next.counts().read()).isGreaterThanOrEqualTo(last.counts().read());
      last = next;
      runs++;
    }

    assertThat(last.state()).isEqualTo(ImportRun.State.FINISHED);
    assertThat(last.counts()).isEqualTo(new ImportRun.Counts(ROWS, ROWS - REFUSED, REFUSED, 0));
    assertThat(room.rights()).isEqualTo(ROWS - REFUSED);
    assertThat(room.imports.problems(room.viewer, last.id(), 0, 1_000)).hasSize(REFUSED);
  }

  @Test
  void keepsWhatWasLandedWhenTheFileBreaksOff() throws IOException {
    IntakeFile whole = MarkRows.file(ROWS, BAD_EVERY);
    byte[] bytes;
    try (InputStream in = whole.opener().open()) {
      bytes = in.readAllBytes();
    }
    IntakeFile broken =
        new IntakeFile(
            "marks.csv", whole.digest(), () -> new BreakingOff(bytes, bytes.length * 2 / 3));

    ImportRun failed = run(broken, counts -> true);
    ImportRun resumed = run(whole, counts -> true);

    assertThat(failed.state()).isEqualTo(ImportRun.State.FAILED);
    assertThat(failed.failure()).isEqualTo("The file could not be read: the disk is gone");
    assertThat(failed.counts().read()).isPositive();
    assertThat(resumed.id()).isEqualTo(failed.id());
    assertThat(resumed.counts()).isEqualTo(new ImportRun.Counts(ROWS, ROWS - REFUSED, REFUSED, 0));
  }

  @Test
  void givesARunToOneAlone() {
    IntakeFile file = MarkRows.file(3, BAD_EVERY);
    ImportRun one = room.imports.begin(room.manager, IntakeKind.MARKS_CSV, file, 1);
    ImportRun other = room.imports.begin(room.manager, IntakeKind.MARKS_CSV, file, 1);

    assertThat(other.id()).isNotEqualTo(one.id());
    assertThat(room.imports.claim(room.manager, one.id())).isEmpty();
    room.imports.fail(one, "A reason.");
    assertThat(room.imports.claim(room.manager, one.id())).map(ImportRun::id).contains(one.id());
  }

  @Test
  void letsOnlyThoseImportWhoMay() {
    IntakeFile file = Room.file("marks.csv", "");

    assertThatThrownBy(() -> room.imports.begin(room.viewer, IntakeKind.MARKS_CSV, file, 1))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("import");
    assertThat(room.imports.list(room.viewer, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void takesAnEmptyFileForAWrongOne() {
    ImportRun run =
        run(
            new IntakeFile(
                "e.csv", Digest.of(new byte[0]), () -> new ByteArrayInputStream(new byte[0])),
            counts -> true);

    assertThat(run.state()).isEqualTo(ImportRun.State.FINISHED);
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(1, 0, 1, 0));
  }

  /// A disk that goes away.
  private static final class BreakingOff extends InputStream {
    private final byte[] bytes;
    private final int readable;
    private int at;

    BreakingOff(byte[] bytes, int readable) {
      this.bytes = bytes.clone();
      this.readable = readable;
    }

    @Override
    public int read() throws IOException {
      if (at >= readable) {
        throw new IOException("the disk is gone");
      }
      return bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      if (at >= readable) {
        throw new IOException("the disk is gone");
      }
      int some = Math.min(count, readable - at);
      System.arraycopy(bytes, at, into, from, some);
      at += some;
      return some;
    }
  }
}
