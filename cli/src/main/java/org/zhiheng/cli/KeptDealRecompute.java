package org.zhiheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.finance.deal.ReportCheck;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.verifier.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `zhiheng deal recompute`: what an investor does with a report.
@Command(
    name = "recompute",
    description = {
      "Reckons a report on a deal again from the files it rests on, offline, without a workspace:",
      "a bundle (.ipev), which is verified first, or a folder of the same files.",
      "Ends with 4 unless every sign is the same."
    })
final class KeptDealRecompute implements Verb {

  private static final long FILE_BYTES_MAX = 64L << 20;

  private final Session session;

  @Parameters(index = "0", paramLabel = "BUNDLE", description = "A bundle, or a folder.")
  private Path from = Path.of("");

  KeptDealRecompute(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    Path path = session.around().folder().resolve(from);
    boolean folder = Files.isDirectory(path);
    if (!folder) {
      Verdicts verdicts =
          Verification.offline(session.around().clock().instant())
              .of(path, Optional.empty(), Optional.empty());
      if (!verdicts.holds()) {
        session.out().print(verdicts.text());
        return ExitCode.NOT_VERIFIED;
      }
    }
    ReportCheck check = ReportCheck.of(folder ? ofFolder(path) : ofBundle(path));
    Sheet sheet =
        new Sheet()
            .text("deal", check.deal())
            .number("period", check.period())
            .text("until", check.until().toString())
            .text("bundle", folder ? "none" : "verified")
            .truth("same", Boolean.toString(check.difference().isEmpty()));
    check
        .difference()
        .ifPresent(one ->
            sheet
                .number("line", one.line())
                .text("reported", one.reported())
                .text("reckoned", one.reckoned()));
    session.output().sheet(sheet);
    return check.difference().isEmpty() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
  }

  private static Map<String, String> ofFolder(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : ReportCheck.FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        bounded(name, Files.size(file));
        files.put(name, Files.readString(file));
      }
    }
    return files;
  }

  private static Map<String, String> ofBundle(Path bundle) throws IOException {
    List<StatedFile> stated = Verification.stated(bundle).map(Manifest::files).orElse(List.of());
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(bundle.toFile(), StandardCharsets.UTF_8)) {
      for (int at = 0; at < stated.size(); at++) {
        String name = stated.get(at).name();
        ZipEntry member = zip.getEntry(String.format(Locale.ROOT, "files/%04d", at + 1));
        if (member != null && ReportCheck.FILES.contains(name)) {
          bounded(name, member.getSize());
          try (InputStream in = zip.getInputStream(member)) {
            files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return files;
  }

  private static void bounded(String name, long bytes) {
    if (bytes > FILE_BYTES_MAX) {
      throw new ProblemsException(
          Problem.of(
              "file-too-large", name, bytes + " bytes", "A file of a report has at most 64 MiB."));
    }
  }
}
