package org.zhiheng.links.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogStopped;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Parsed;

/// The witnesses of a policy, asked over HTTP side by side.
///
/// Each is asked once, and once more when it says that it signed another size than we believed. A
/// signature counts when it holds under the key that the policy names; whoever does not answer in
/// time, refuses or sends nonsense is told of and passed over. One that says it has signed a larger
/// tree of this log, or another of this size, stops the log: a log that was put back from a backup
/// must not sign on. That is believed without proof, for a false alarm costs hours and a fork the
/// log's word; a witness that cries wolf is taken out of the policy.
///
/// The operator's own witness is not asked and never counts.
///
/// Source: C2SP tlog-witness v1.0.0, tlog-policy.
public final class HttpWitnesses implements Witnesses {

  /// How long is waited.
  ///
  /// @param answer for each request, and for all of them together
  /// @param others for those who have not answered when enough have signed
  public record Patience(Duration answer, Duration others) {

    /// For witnesses anywhere: a publication is made every five to ten seconds.
    public static final Patience USUAL = new Patience(Duration.ofSeconds(4), Duration.ofSeconds(1));

    /// @throws IllegalArgumentException when a time is not above zero
    public Patience {
      if (!answer.isPositive() || others.isNegative()) {
        throw new IllegalArgumentException("no patience: " + answer + ", " + others);
      }
    }
  }

  /// Is told what came of asking, by the thread that asked.
  @FunctionalInterface
  public interface Told {
    /// What each answered.
    ///
    /// @param size of the checkpoint that they were asked to sign
    /// @throws IOException when it cannot be kept; the log is not published then
    void round(long size, List<WitnessReply> replies) throws IOException;
  }

  private final HttpClient client;
  private final List<HttpWitness> witnesses;
  private final Quorum quorum;
  private final SignedNote empty;
  private final Patience patience;
  private final Told told;

  /// Proofs are made by one at a time.
  private final ReentrantLock proving = new ReentrantLock();

  private HttpWitnesses(
      Map<URI, List<VerifierKey>> witnesses,
      Quorum quorum,
      SignedNote empty,
      Patience patience,
      Told told) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.answer())
            .build();
    this.witnesses =
        witnesses.entrySet().stream()
            .map(one -> new HttpWitness(client, one.getKey(), one.getValue()))
            .toList();
    this.quorum = quorum;
    this.empty = empty;
    this.patience = patience;
    this.told = told;
  }

  /// The witnesses of a policy that have an address.
  ///
  /// @param policy whom to ask, and how many are enough
  /// @param own keys of the operator's own witness
  /// @param log whose checkpoints they are asked to sign; it signs one without entries, to ask them
  ///   what they have seen
  /// @param told what each of them said, each time that they were asked to sign
  /// @return refused with `log-witness-address` when an address is none
  public static Parsed<HttpWitnesses> of(
      TrustPolicy policy, Set<VerifierKey> own, LogIdentity log, Patience patience, Told told) {
    Map<URI, List<VerifierKey>> asked = new LinkedHashMap<>();
    Set<VerifierKey> mine = new HashSet<>(own);
    mine.addAll(log.keys());
    for (Quorum.Witness witness : policy.witnessesBut(mine)) {
      if (witness.address().isEmpty()) {
        continue;
      }
      Optional<URI> address = address(witness.place());
      if (address.isEmpty()) {
        return Parsed.refused(
            "log-witness-address",
            witness.address(),
            "A witness is asked at http://… or https://…, without a query.");
      }
      asked.computeIfAbsent(address.get(), _ -> new ArrayList<>()).add(witness.key());
    }
    String text =
        Checkpoint.of(log.origin(), new TreeHead(0, TreeAlgorithm.SHA_256.hasher().empty())).text();
    SignedNote empty =
        new SignedNote(
            text, log.signers().stream().map(one -> one.line(text, Optional.empty())).toList());
    return Parsed.ok(new HttpWitnesses(asked, policy.quorum(), empty, patience, told));
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web
              && address.getHost() != null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  @Override
  public List<SignatureLine> cosign(SignedNote checkpoint, Growth growth) throws IOException {
    long size = Checkpoint.parse(checkpoint.text()).orThrow().head().size();
    Growth oneAtATime =
        from -> {
          proving.lock();
          try {
            return growth.since(from);
          } finally {
            proving.unlock();
          }
        };
    List<WitnessReply> replies =
        gathered(one -> one.ask(checkpoint, size, oneAtATime, patience.answer()));
    List<SignatureLine> lines = new ArrayList<>();
    Optional<LogStopped> stop = Optional.empty();
    for (WitnessReply reply : replies) {
      switch (reply) {
        case WitnessReply.Signed signed -> lines.addAll(signed.lines());
        case WitnessReply.Ahead ahead -> stop = Optional.of(stopped(ahead, size));
        case WitnessReply.Latest _,
            WitnessReply.Behind _,
            WitnessReply.Refused _,
            WitnessReply.Invalid _,
            WitnessReply.Failed _ -> {}
      }
    }
    // before the log stops: why it does is to be seen afterwards
    try {
      told.round(size, replies);
    } catch (IOException untold) {
      if (stop.isEmpty()) {
        throw untold;
      }
      stop.get().addSuppressed(untold);
    }
    if (stop.isPresent()) {
      throw stop.get();
    }
    return lines;
  }

  private static LogStopped stopped(WitnessReply.Ahead ahead, long size) {
    return new LogStopped(
        ahead.size() > size
            ? "The witness at "
                + ahead.witness()
                + " has signed size "
                + ahead.size()
                + ", and this log is at "
                + size
                + ": it was put back from a backup."
            : "The witness at "
                + ahead.witness()
                + " has signed another tree of size "
                + size
                + ": this log is kept twice, or was put back from a backup.");
  }

  @Override
  public long largestSeen(String origin) {
    String mine = Checkpoint.parse(empty.text()).orThrow().origin();
    if (!mine.equals(origin)) {
      throw new IllegalArgumentException("asked for " + origin + ", made for " + mine);
    }
    List<WitnessReply> replies;
    try {
      replies =
          gathered(one -> {
            Optional<Long> seen = one.largestSeen(empty, patience.answer());
            return seen.isPresent()
                ? new WitnessReply.Latest(one.name(), seen.get())
                : new WitnessReply.Failed(one.name(), "It does not say what it has seen.");
          });
    } catch (IOException impossible) {
      throw new IllegalStateException("nothing is proved here", impossible);
    }
    long largest = 0;
    for (WitnessReply reply : replies) {
      switch (reply) {
        case WitnessReply.Latest seen -> largest = Math.max(largest, seen.size());
        case WitnessReply.Signed _,
            WitnessReply.Ahead _,
            WitnessReply.Behind _,
            WitnessReply.Refused _,
            WitnessReply.Invalid _,
            WitnessReply.Failed _ -> {}
      }
    }
    return largest;
  }

  /// What is asked of one witness.
  @FunctionalInterface
  private interface Question {
    WitnessReply put(HttpWitness witness) throws IOException, InterruptedException;
  }

  /// Who replied what.
  private record Replied(HttpWitness witness, WitnessReply reply) {}

  /// Asks all side by side, waits as long as patience says, and gives a reply of each.
  private List<WitnessReply> gathered(Question question) throws IOException {
    Set<HttpWitness> open = new LinkedHashSet<>(witnesses);
    List<WitnessReply> replies = new ArrayList<>();
    long deadline = System.nanoTime() + patience.answer().toNanos();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      CompletionService<Replied> asked = new ExecutorCompletionService<>(threads);
      witnesses.forEach(one -> asked.submit(() -> new Replied(one, question.put(one))));
      boolean enough = false;
      while (!open.isEmpty()) {
        Future<Replied> done =
            asked.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (done == null) {
          break;
        }
        Replied replied = done.get();
        open.remove(replied.witness());
        replies.add(replied.reply());
        if (!enough && reached(replies)) {
          enough = true;
          deadline = Math.min(deadline, System.nanoTime() + patience.others().toNanos());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unproved) {
        throw unproved;
      }
      throw new IllegalStateException("asking a witness", failed.getCause());
    } finally {
      threads.shutdownNow();
      threads.close();
    }
    open.forEach(
        late -> replies.add(new WitnessReply.Failed(late.name(), "It did not answer in time.")));
    return replies;
  }

  private boolean reached(List<WitnessReply> replies) {
    Set<VerifierKey> signed = new HashSet<>();
    for (WitnessReply reply : replies) {
      if (reply instanceof WitnessReply.Signed one) {
        signed.addAll(one.keys());
      }
    }
    return !signed.isEmpty() && quorum.reached(signed);
  }

  /// Ends what is still asked.
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
