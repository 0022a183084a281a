package org.zhiheng.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// The verifier as a program of its own.
///
/// `java -jar zhiheng-verifier.jar BUNDLE.ipev [--policy FILE] [--trust FOLDER] [--format
/// text|json]`
///
/// Ends with 0 when all holds that is asked for, else with 4; with 2 when the command line, the
/// policy or the folder of keys are not understood.
public final class Main {

  private static final int HOLDS = 0;
  private static final int USAGE = 2;
  private static final int NOT_VERIFIED = 4;

  private static final String HELP =
      """
      Verifies an evidence bundle offline and gives five verdicts, each with its reason:
      statement, inclusion, witness, time, anchor.

      java -jar zhiheng-verifier.jar BUNDLE.ipev [--policy FILE] [--trust FOLDER] [--format text|json]

        --policy FILE     what is asked: logs, witnesses and quorum as C2SP tlog-policy writes them;
                          a line "#require time anchor" asks for more. Without it, statement and
                          inclusion must hold.
        --trust FOLDER    whose keys count: logs.txt, witnesses.txt, issuers.txt with one key a line,
                          certificates of time-stamping authorities, and chain.txt with blocks of
                          outside chains. Without it and without a policy, the bundle is taken at
                          its own word, and the verdicts say so.
        --format FORMAT   text (else) or json

      Ends with 0 when all holds that is asked for, with 4 when not or when the bundle cannot be
      read, with 2 when the command line, the policy or the folder are not understood.
      """;

  private Main() {}

  /// Verifies one bundle.
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code = run(List.of(arguments), Instant.now(), out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), false, StandardCharsets.UTF_8);
  }

  /// The same without a process.
  static int run(List<String> arguments, Instant now, PrintStream out, PrintStream err) {
    if (arguments.equals(List.of("--help"))) {
      out.print(HELP);
      return HOLDS;
    }
    return switch (Options.parse(arguments)) {
      case Parsed.Refused<Options> refused -> {
        err.println(refused.problem().line());
        err.print(HELP);
        yield USAGE;
      }
      case Parsed.Ok<Options> ok -> verify(ok.value(), now, out, err);
    };
  }

  private static int verify(Options options, Instant now, PrintStream out, PrintStream err) {
    Verdicts verdicts;
    try {
      verdicts = Verification.offline(now).of(options.bundle(), options.policy(), options.trust());
    } catch (ProblemsException refused) {
      refused.problems().forEach(problem -> err.println(problem.line()));
      return USAGE;
    } catch (IOException unreadable) {
      err.println("The policy or the folder of keys cannot be read: " + unreadable.getMessage());
      return USAGE;
    }
    switch (options.format()) {
      case TEXT -> out.print(verdicts.text());
      case JSON -> out.println(verdicts.json().toText());
    }
    return verdicts.holds() ? HOLDS : NOT_VERIFIED;
  }
}
