package org.zhiheng.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.links.witness.LogPolicy;
import org.zhiheng.store.files.FileDocuments;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.files.ProveFolder;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.prove.PostgresEvidence;
import org.zhiheng.store.postgres.prove.PostgresEvidenceFiles;
import org.zhiheng.store.postgres.prove.PostgresHead;
import org.zhiheng.values.Digest;

/// The tamper-evident log: its files, its head in the database, its witnesses, and the documents
/// that evidence names.
///
/// @param patient whose
/// @param database open
record LogChecks(Patient patient, Database database) {

  List<Finding> all() {
    if (!Files.exists(patient.home().resolve("keys/signing-keys"))) {
      return List.of(Finding.ok("log", "nothing was logged yet"), documents());
    }
    return List.of(
        Doctor.tried("log", "Put the log's files back from the newest copy.", this::log),
        Doctor.tried("head", "Put the newest copy of log and record back together.", this::head),
        Doctor.tried("witnesses", "See whether log/policy reads.", this::witnesses),
        documents());
  }

  private FileKeys keys() throws IOException {
    return new ProveFolder(patient.home()).keys(new SecureRandom());
  }

  private Tiles tiles() {
    return new ProveFolder(patient.home()).tiles();
  }

  private Finding log() throws IOException {
    LogIdentity log = keys().log();
    LogCheck.Report report = LogCheck.of(tiles(), log.keys(), log.siblingKeys());
    if (!report.faults().isEmpty()) {
      return Finding.fail(
          "log",
          report.faults().size() + " faults; the first: " + report.faults().getFirst(),
          "Stop the server and put these files back from a copy: zhiheng log drill DIR tries one,"
              + " zhiheng log fsck lists all faults.");
    }
    return Finding.ok("log", report.size() + " entries make every tile and both roots");
  }

  private long published() throws IOException {
    Optional<byte[]> checkpoint = tiles().read("checkpoint");
    return checkpoint.isEmpty() ? 0 : size(new String(checkpoint.get(), StandardCharsets.UTF_8));
  }

  private long signed() throws IOException {
    return new PostgresHead(database, keys().origin()).latest().map(LogChecks::size).orElse(0L);
  }

  private static long size(String note) {
    return Checkpoint.parse(
            SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).orThrow().text())
        .orThrow()
        .head()
        .size();
  }

  private Finding head() throws IOException {
    long published = published();
    long signed = signed();
    long told = new PostgresEvidence(database).lastIndex().map(last -> last + 1).orElse(0L);
    long[] durable = {signed};
    new ProveFolder(patient.home()).unpublished(signed, (index, _) -> durable[0] = index + 1);
    String found =
        "signed up to " + signed + ", published " + published + ", told to the record " + told;
    if (published > signed) {
      return Finding.fail(
          "head",
          found,
          "The database is older than the log: put the newer copy of the record back; signing now"
              + " would make a second history.");
    }
    if (told > durable[0]) {
      return Finding.fail(
          "head", found, "The log's files are older than the record: put the newer files back.");
    }
    return published < signed
        ? Finding.warn(
            "head", found, "A process ended before it published: the next one to log will.")
        : Finding.ok("head", found);
  }

  private Finding witnesses() throws IOException {
    FileKeys keys = keys();
    LogPolicy policy = LogPolicy.in(new ProveFolder(patient.home()).policy());
    if (policy.text().isEmpty()) {
      return Finding.ok("witnesses", "nobody is asked: there is no log/policy");
    }
    try (Witnesses witnesses = policy.witnesses(keys.witness().key(), keys.log(), (_, _) -> {})) {
      long seen = witnesses.largestSeen(keys.origin());
      long signed = signed();
      if (seen > signed) {
        return Finding.fail(
            "witnesses",
            "one has seen " + seen + " entries, and the log is at " + signed,
            "The log was put back from an old copy: put the newer one back, or begin a new log.");
      }
      List<String> missing = unsigned(policy, keys);
      String found = "none has seen more than " + signed + " entries";
      return missing.isEmpty()
          ? Finding.ok("witnesses", found)
          : Finding.warn(
              "witnesses",
              found
                  + "; these have not signed the published checkpoint: "
                  + String.join(", ", missing),
              "See what they answered: zhiheng log witnesses.");
    }
  }

  /// Witnesses that may sign the published checkpoint and did not.
  private List<String> unsigned(LogPolicy policy, FileKeys keys) throws IOException {
    Optional<byte[]> checkpoint = tiles().read("checkpoint");
    if (checkpoint.isEmpty()) {
      return List.of();
    }
    SignedNote note = SignedNote.parse(checkpoint.get()).orThrow();
    List<VerifierKey> own = new ArrayList<>(keys.log().keys());
    own.add(keys.witness().key());
    return policy.trust().stream()
        .flatMap(trust -> trust.witnessesBut(own).stream())
        .filter(one -> note.check(List.of(one.key())).signers().isEmpty())
        .map(Quorum.Witness::name)
        .toList();
  }

  private Finding documents() {
    return Doctor.tried(
        "documents",
        "See to it that the folder documents can be read.",
        () -> {
          FileDocuments documents =
              FileDocuments.open(patient.home().resolve("documents"), patient.clock());
          List<Digest> named = new PostgresEvidenceFiles(database).named();
          for (Digest one : named) {
            if (documents.bytes(one).isEmpty()) {
              return Finding.fail(
                  "documents",
                  "evidence names " + one.hex() + ", and it is not there",
                  "Put this document back from a backup.");
            }
          }
          return Finding.ok("documents", named.size() + " that evidence names are there");
        });
  }
}
