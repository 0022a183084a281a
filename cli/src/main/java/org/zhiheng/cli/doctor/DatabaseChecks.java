package org.zhiheng.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.RecordForm;

/// The database, its form and its clock.
final class DatabaseChecks {

  /// The oldest release that the record's statements are written for.
  private static final int SERVER_LEAST = 15;

  /// Clocks that are kept by NTP differ by less.
  private static final Duration APART_WARN = Duration.ofSeconds(5);

  private static final Duration APART_FAIL = Duration.ofMinutes(1);

  private final Patient patient;
  private final Database database;
  private final RecordForm form;

  DatabaseChecks(Patient patient, Database database) {
    this.patient = patient;
    this.database = database;
    this.form = RecordForm.of(database);
  }

  /// Whether there is a record in the form that this release reads.
  boolean hasRecord() {
    return form.there() == form.known() && !form.failed();
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    int server = form.server() / 10_000;
    findings.add(
        server < SERVER_LEAST
            ? Finding.fail(
                "database",
                "PostgreSQL " + server,
                "Zhiheng needs PostgreSQL " + SERVER_LEAST + " or newer.")
            : Finding.ok("database", "PostgreSQL " + server + " answers"));
    findings.add(migrations());
    findings.add(clock());
    return findings;
  }

  private Finding migrations() {
    String found = "the record is of form " + form.there() + ", this release's is " + form.known();
    if (form.failed()) {
      return Finding.fail(
          "migrations", found + ", and one failed half-way", "Put the last backup back.");
    }
    if (form.there() > form.known()) {
      return Finding.fail(
          "migrations", found, "A newer release was here: start that one, or put a backup back.");
    }
    return form.there() < form.known()
        ? Finding.warn(
            "migrations", found, "Back up, then start the server: it brings the record up to date.")
        : Finding.ok("migrations", found);
  }

  private Finding clock() {
    Instant now = patient.clock().instant();
    Instant theirs = RecordForm.now(database);
    Duration apart = Duration.between(theirs, now).abs();
    if (apart.compareTo(APART_WARN) > 0) {
      String found = "this clock and the database's are " + apart.toSeconds() + " s apart";
      String advice = "Keep both by NTP: evidence is dated by this one.";
      return apart.compareTo(APART_FAIL) > 0
          ? Finding.fail("clock", found, advice)
          : Finding.warn("clock", found, advice);
    }
    if (hasRecord()) {
      Optional<Instant> last = form.lastEntry(database);
      if (last.isPresent() && last.get().isAfter(now.plus(APART_WARN))) {
        return Finding.fail(
            "clock",
            "something was recorded at " + last.get() + ", and now it is " + now,
            "The clock went back, or was wrong then: set it right, and note down when.");
      }
    }
    return Finding.ok("clock", "agrees with the database's and with what was recorded");
  }
}
