package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import org.zhiheng.cli.doctor.Doctor;
import org.zhiheng.cli.doctor.Finding;
import org.zhiheng.cli.doctor.Patient;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import picocli.CommandLine.Command;

/// `zhiheng doctor`
@Command(
    name = "doctor",
    description = {
      "Looks the workspace over: what is well, what is not, and what to do.",
      "Folder, disk, keys, database and its form, clocks, log and head, witnesses, documents,",
      "index; each ok, warn or fail. Nothing is changed. Ends with 4 when something fails; a server",
      "may be running meanwhile."
    })
final class DoctorVerb implements Verb {

  private final Session session;

  DoctorVerb(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    List<Finding> findings =
        Doctor.look(
            new Patient(
                session.home(),
                StoredWorkspaces.external(session.around()),
                session.around().variable("PATH"),
                session.around().clock()));
    try (Listing listing =
        session
            .output()
            .listing(
                Column.text("check"),
                Column.text("state"),
                Column.text("found"),
                Column.text("advice"))) {
      for (Finding one : findings) {
        listing.row(one.check(), one.state().toString(), one.found(), one.advice());
      }
    }
    return findings.stream().anyMatch(one -> one.state() == Finding.State.FAIL)
        ? ExitCode.NOT_VERIFIED
        : ExitCode.DONE;
  }
}
