package org.zhiheng.server.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.Digest;

/// Loads the sample as one import run per part, the same every time: loading twice changes nothing.
///
/// Every right of it carries an event [#CODE] that says what it is and how far it can be trusted.
/// What is in it and where it comes from stands in `SOURCE.md` beside the data.
public final class Sample {

  /// The code of the event that marks a record as part of the sample.
  public static final String CODE = "sample";

  /// The day the sample was put together.
  static final LocalDate MADE_ON = LocalDate.of(2026, 11, 22);

  private final ImportRuns runs;
  private final InstantSource clock;

  /// Into these runs, by this clock.
  public Sample(ImportRuns runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /// Loads what is not loaded yet.
  ///
  /// @return what was read, taken and left in all parts together
  /// @throws IOException when a part cannot be read
  public ImportRun.Counts load(Acting acting) throws IOException {
    String icons = SampleMarks.list();
    ImportRun.Counts counts =
        land(acting, SampleMarks.FILE_NAME, icons, SampleMarks.notices(icons));
    for (Part part : parts()) {
      counts = counts.plus(land(acting, part.name, part.text, part.notices()));
    }
    return counts;
  }

  /// The sample's patents, as they are loaded.
  static List<Notice> patents() throws IOException {
    List<Notice> notices = new ArrayList<>();
    for (Part part : parts()) {
      notices.addAll(part.notices());
    }
    return notices;
  }

  /// The institute's last: a list shows what came last first, and these have most to tell.
  private static List<Part> parts() throws IOException {
    return List.of(Part.of("patents-recalled.csv"), Part.of("institute.json"));
  }

  private ImportRun.Counts land(Acting acting, String name, String text, List<Notice> notices) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ImportRun run =
        runs.start(
            acting.organisation(),
            CODE,
            name,
            Digest.of(bytes).hex(),
            bytes.length,
            acting.name(),
            clock.instant());
    ImportRun.Counts counts = ImportRun.Counts.NONE;
    for (int from = 0; from < notices.size(); from += ImportRuns.BATCH_MAX) {
      List<Notice> batch =
          notices.subList(from, Math.min(from + ImportRuns.BATCH_MAX, notices.size()));
      counts = counts.plus(runs.land(run, batch, 0, List.of(), from + batch.size()));
    }
    runs.end(run.id(), ImportRun.State.FINISHED, "", clock.instant());
    return counts;
  }

  /// The event that says what a record is.
  static DatedFact marked(String text) {
    return new DatedFact(MADE_ON, new Fact.Noted(CODE, text));
  }

  /// A file of the sample that lies beside this class.
  private record Part(String name, String text) {

    static Part of(String name) throws IOException {
      try (InputStream in = Sample.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("the sample's part is missing from the program: " + name);
        }
        return new Part(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    List<Notice> notices() throws IOException {
      return name.endsWith(".json")
          ? SamplePatents.institute(name, text)
          : SamplePatents.recalled(name, text);
    }
  }
}
