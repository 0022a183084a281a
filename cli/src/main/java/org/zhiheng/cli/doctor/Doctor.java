package org.zhiheng.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Looks a workspace over, one thing after the other; what cannot be looked at is a finding too.
///
/// A server may be running meanwhile: its database is joined, its log and index are read as they
/// stand. An embedded database that does not run is started for the look, and stopped.
public final class Doctor {

  private Doctor() {}

  /// All findings, in the order of what leans on what.
  ///
  /// @throws ProblemsException with `not-found` when there is no workspace
  public static List<Finding> look(Patient patient) {
    if (!Files.isDirectory(patient.home())) {
      throw new ProblemsException(
          Problem.of(
              "not-found", "", patient.home().toString(), "There is no workspace in this folder."));
    }
    List<Finding> findings = new ArrayList<>(new FolderChecks(patient).all());
    boolean open = false;
    try (Database database = Database.openAsItIs(patient.home(), patient.databaseUrl())) {
      open = true;
      DatabaseChecks checks = Database.asked(() -> new DatabaseChecks(patient, database));
      findings.addAll(Database.asked(checks::all));
      if (checks.hasRecord()) {
        findings.addAll(new LogChecks(patient, database).all());
        findings.addAll(new IndexChecks(patient, database).all());
      }
    } catch (IOException | ProblemsException failed) {
      findings.add(
          Finding.fail(
              "database",
              String.valueOf(failed.getMessage()),
              open
                  ? "It answered and then failed: look into its log."
                  : "Look into postgres.log in the workspace, or whether ZHIHENG_DATABASE_URL names"
                      + " a server that runs; its folder is never to be removed."));
    }
    return findings;
  }

  /// One look; what it throws is what it found.
  @FunctionalInterface
  interface Look {
    Finding look() throws IOException;
  }

  /// Looks, and tells what kept it from looking.
  static Finding tried(String check, String advice, Look look) {
    try {
      return Database.asked(look::look);
    } catch (IOException | ProblemsException | IllegalArgumentException why) {
      return Finding.fail(check, String.valueOf(why.getMessage()), advice);
    }
  }
}
