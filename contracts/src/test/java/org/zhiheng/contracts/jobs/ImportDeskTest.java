package org.zhiheng.contracts.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.ProblemsException;

/// Uploads are imported in the background, and are never lost by closing.
final class ImportDeskTest {

  private static final long BYTES_MAX = 10_000_000;
  private static final int ROWS = 2 * ImportRuns.BATCH_MAX + 10;
  private static final long WAIT_SECONDS_MAX = 60;

  private final Room room = new Room();

  private static ImportRun submit(ImportDesk desk, Room room, IntakeFile file) throws IOException {
    try (InputStream in = file.opener().open()) {
      return desk.submit(room.manager, IntakeKind.MARKS_CSV, file.name(), in, BYTES_MAX);
    }
  }

  /// Waits for the end of a run and gives all that was told of it.
  private List<ImportRun> watched(ImportDesk desk, ImportId id) throws InterruptedException {
    List<ImportRun> told = new CopyOnWriteArrayList<>();
    CountDownLatch ended = new CountDownLatch(1);
    try (ImportDesk.Watch _ =
        desk.watch(
            room.viewer,
            id,
            run -> {
              told.add(run);
              if (run.state() != ImportRun.State.RUNNING) {
                ended.countDown();
              }
            })) {
      assertThat(ended.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }
    return told;
  }

  @Test
  void tellsHowFarARunIsUntilItsEnd() throws IOException, InterruptedException {
    try (ImportDesk desk = new ImportDesk(room.imports, room.documents)) {
      ImportRun submitted = submit(desk, room, MarkRows.file(ROWS, 1_000));

      List<ImportRun> told = watched(desk, submitted.id());

      assertThat(told.getLast().state()).isEqualTo(ImportRun.State.FINISHED);
      assertThat(told.getLast().counts())
          .isEqualTo(new ImportRun.Counts(ROWS, ROWS - ROWS / 1_000, ROWS / 1_000, 0));
      assertThat(told)
          .extracting(run -> run.counts().read())
          .isSorted()
          .allMatch(read -> read <= ROWS);
    }
  }

  @Test
  void leavesWhatItCannotEndToBeResumed() throws IOException, InterruptedException {
    IntakeFile file = MarkRows.file(ROWS, 1_000);
    ImportId id;
    try (ImportDesk desk = new ImportDesk(room.imports, room.documents)) {
      CountDownLatch begun = new CountDownLatch(1);
      id = submit(desk, room, file).id();
      try (ImportDesk.Watch _ =
          desk.watch(
              room.viewer,
              id,
              run -> {
                if (run.counts().read() > 0) {
                  begun.countDown();
                }
              })) {
        assertThat(begun.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      }
    }
    ImportRun left = room.imports.find(room.viewer, id).orElseThrow();

    try (ImportDesk desk = new ImportDesk(room.imports, room.documents)) {
      // a machine that is quick enough was through before it was closed
      int resumed = desk.resumeAll(room.manager);
      assertThat(resumed).isEqualTo(left.state() == ImportRun.State.INTERRUPTED ? 1 : 0);
      assertThat(watched(desk, id).getLast().state()).isEqualTo(ImportRun.State.FINISHED);
    }
    assertThat(room.imports.find(room.viewer, id).orElseThrow().counts())
        .isEqualTo(new ImportRun.Counts(ROWS, ROWS - ROWS / 1_000, ROWS / 1_000, 0));
  }

  @Test
  void resumesNoRunThatIsFinishedOrWasNotUploadedHere() throws IOException, InterruptedException {
    IntakeFile file = MarkRows.file(3, 100);
    ImportRun elsewhere = room.imports.begin(room.manager, IntakeKind.MARKS_CSV, file, 1);
    room.imports.fail(elsewhere, "A reason.");
    try (ImportDesk desk = new ImportDesk(room.imports, room.documents)) {
      assertThat(desk.resume(room.manager, elsewhere.id())).isEmpty();
      ImportRun done = submit(desk, room, MarkRows.file(4, 100));
      watched(desk, done.id());
      assertThat(desk.resume(room.manager, done.id())).isEmpty();
      assertThat(desk.resume(room.manager, new ImportId(99))).isEmpty();
    }
    assertThat(room.imports.list(room.viewer, Optional.empty(), 10)).hasSize(2);
  }

  @Test
  void keepsNothingOfWhoMayNotImport() {
    try (ImportDesk desk = new ImportDesk(room.imports, room.documents)) {
      assertThatThrownBy(() ->
              desk.submit(
                  room.viewer,
                  IntakeKind.MARKS_CSV,
                  "m.csv",
                  InputStream.nullInputStream(),
                  BYTES_MAX))
          .isInstanceOf(ProblemsException.class);
    }
    assertThat(room.imports.list(room.viewer, Optional.empty(), 10)).isEmpty();
  }
}
