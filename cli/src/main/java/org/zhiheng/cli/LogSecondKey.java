package org.zhiheng.cli;

import java.io.IOException;
import java.util.Optional;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.ledger.statement.Sm2Certificate;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows or makes the key that signs statements a second time.
@Command(
    name = "second-key",
    description = {
      "Shows the certificate of the key that signs statements a second time, by SM2 with SM3; with",
      "--make, makes that key. Statements have one signature, by Ed25519, until there is one."
    })
final class LogSecondKey implements Verb {

  private final Session session;

  @Option(
      names = "--make",
      paramLabel = "NAME",
      description = "Make the key, with a certificate that it gives itself under this name.")
  private Optional<String> name = Optional.empty();

  LogSecondKey(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    try (Workspace workspace = session.workspace()) {
      Proving proving = workspace.proving();
      Optional<SigningKeys.SecondKey> there = proving.secondKey();
      SigningKeys.SecondKey key =
          name.isPresent()
              ? made(proving, there, name.get().strip())
              : there.orElseThrow(() ->
                  new ProblemsException(
                      Problem.of(
                          "not-found",
                          "",
                          "",
                          "There is no second key: make one with --make NAME.")));
      byte[] certificate = key.certificate().bytes();
      session
          .output()
          .sheet(
              new Sheet()
                  .text("subject", Sm2Certificate.subject(certificate, key.key()))
                  .text("certificate", "keys/statement-sm2.crt")
                  .text("sha256", Digest.of(certificate).hex()));
      return ExitCode.DONE;
    }
  }

  private static SigningKeys.SecondKey made(
      Proving proving, Optional<SigningKeys.SecondKey> there, String name) throws IOException {
    if (there.isPresent()) {
      throw refused(
          name,
          "There is a second key already; take keys/statement-sm2 and its certificate away first.");
    }
    if (name.isEmpty() || name.length() > Sm2Certificate.NAME_LENGTH_MAX) {
      throw refused(name, "A certificate's name has 1 to 64 characters.");
    }
    return proving.makeSecondKey(name);
  }

  private static ProblemsException refused(String given, String reason) {
    return new ProblemsException(Problem.of("log-second-key", "--make", given, reason));
  }
}
