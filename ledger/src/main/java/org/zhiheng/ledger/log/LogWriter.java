package org.zhiheng.ledger.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.tree.EntryBundle;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// The one writer of a log.
///
/// Three steps, each of its own: [#add] puts an entry into the pool; [#flush] gives the pooled
/// entries their indices and makes them durable, and only then tells their senders; [#publish]
/// works what is durable into tiles, signs a checkpoint, swaps it into the head, asks the
/// witnesses, and only then shows it. Who calls them and how often is the caller's choice; a clock
/// is not needed here.
///
/// Any failure of the disk, the head or a check stops the writer for good ([LogStopped]): after a
/// failed fsync the page cache may lie, so nothing is tried again. Opening the log anew replays,
/// recomputes and compares.
///
/// Safe for many threads; flushing and publishing may run side by side, each is done by one at a
/// time.
public final class LogWriter {

  /// Entries that wait to be made durable; beyond that the answer is [Added.Busy].
  public static final int POOL_MAX = 4_096;

  /// Entries that are durable and wait for their tiles; beyond that too. 100 MB of leaves.
  public static final int UNPUBLISHED_MAX = 1_000_000;

  /// The time in which a pool is usually emptied.
  private static final long RETRY_AFTER_MILLIS = 50;

  private final Wal wal;
  private final Tiles tiles;
  private final Head head;
  private final Witnesses witnesses;
  private final Integration integration;

  private final ReentrantLock pool = new ReentrantLock();
  private final ReentrantLock flushing = new ReentrantLock();
  private final ReentrantLock publishing = new ReentrantLock();

  /// Guarded by pool.
  private List<Waiting> waiting = new ArrayList<>();

  /// Durable, not yet in tiles. Guarded by pool.
  private final ArrayDeque<byte[]> durable = new ArrayDeque<>();

  /// Guarded by publishing.
  private LogIdentity identity;

  /// Index of the next entry. Guarded by flushing.
  private long next;

  /// The note that was swapped into the head last. Guarded by publishing.
  private Optional<SignedNote> latest;

  /// Whether what was signed last is known to be published: not after opening, for the process
  /// before may have ended between the two. Guarded by publishing.
  private boolean shown;

  private volatile Optional<LogStopped> stopped = Optional.empty();

  private static final class Waiting {
    private final byte[] entry;
    private final CompletableFuture<Long> index = new CompletableFuture<>();

    private Waiting(byte[] entry) {
      this.entry = entry;
    }
  }

  private LogWriter(LogIdentity identity, Wal wal, Tiles tiles, Head head, Witnesses witnesses) {
    this.identity = identity;
    this.wal = wal;
    this.tiles = tiles;
    this.head = head;
    this.witnesses = witnesses;
    this.integration = new Integration();
    this.latest = Optional.empty();
  }

  /// Opens a log: takes it up at the checkpoint it signed last, compares, and replays what is
  /// durable and not yet in tiles.
  ///
  /// @throws LogStopped when what is there does not fit together, or a witness has seen more
  /// @throws IOException when something cannot be read
  public static LogWriter open(
      LogIdentity identity, Wal wal, Tiles tiles, Head head, Witnesses witnesses)
      throws IOException {
    LogWriter log = new LogWriter(identity, wal, tiles, head, witnesses);
    log.takeUp();
    return log;
  }

  private void takeUp() throws IOException {
    long size = 0;
    Optional<String> signed = head.latest();
    if (signed.isPresent()) {
      SignedNote note = SignedNote.parse(utf8(signed.get())).orThrow();
      Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
      if (!checkpoint.origin().equals(identity.origin())) {
        throw new LogStopped("The head is that of another log: " + checkpoint.origin());
      }
      if (note.check(identity.keys()) instanceof NoteCheck.Refused refused) {
        throw new LogStopped("The head was not signed by this log: " + refused.reason());
      }
      size = checkpoint.head().size();
      resume(size);
      if (!integration.head().equals(checkpoint.head())) {
        throw new LogStopped(
            "The tiles of size "
                + size
                + " have another root than the checkpoint that was signed.");
      }
      latest = Optional.of(note);
    }
    long seen = witnesses.largestSeen(identity.origin());
    if (seen > size) {
      throw new LogStopped(
          "A witness has seen size "
              + seen
              + ", and this log is at "
              + size
              + ": it was put back from a backup. Signing would fork it.");
    }
    next = size;
    wal.replay(
        size,
        (index, entry) -> {
          if (index != next) {
            throw new LogStopped(
                "The write-ahead log has " + index + " where " + next + " follows.");
          }
          durable.add(entry);
          next++;
        });
  }

  private void resume(long size) {
    try {
      integration.resume(size, tiles);
    } catch (IOException | RuntimeException missing) {
      throw new LogStopped(
          "The checkpoint of size " + size + " was signed, and its tiles are not whole.", missing);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Signs with other keys from the next checkpoint on: those of the same log, while they are
  /// changed.
  ///
  /// @throws IllegalArgumentException when they are of another log
  public void signAs(LogIdentity next) {
    publishing.lock();
    try {
      if (!next.origin().equals(identity.origin())) {
        throw new IllegalArgumentException("these are the keys of another log: " + next.origin());
      }
      identity = next;
    } finally {
      publishing.unlock();
    }
  }

  /// Puts an entry into the pool.
  ///
  /// @param entry at most 65,535 bytes; not to be changed afterwards
  /// @throws IllegalArgumentException when it is longer
  /// @throws LogStopped when the log stopped before
  public Added add(byte[] entry) {
    if (entry.length > EntryBundle.ENTRY_LENGTH_MAX) {
      throw new IllegalArgumentException("entry must have <= 65535 bytes: " + entry.length);
    }
    check();
    Waiting one = new Waiting(entry);
    pool.lock();
    try {
      if (waiting.size() >= POOL_MAX || durable.size() >= UNPUBLISHED_MAX) {
        return new Added.Busy(RETRY_AFTER_MILLIS);
      }
      waiting.add(one);
    } finally {
      pool.unlock();
    }
    return new Added.Pooled(one.index);
  }

  private void check() {
    if (stopped.isPresent()) {
      throw new LogStopped(stopped.get().reason(), stopped.get());
    }
  }

  /// Makes the pooled entries durable and tells their senders.
  ///
  /// @return how many
  /// @throws LogStopped when they are not known to be durable
  public int flush() {
    List<Waiting> batch = List.of();
    flushing.lock();
    try {
      check();
      pool.lock();
      try {
        batch = waiting;
        waiting = new ArrayList<>();
      } finally {
        pool.unlock();
      }
      if (batch.isEmpty()) {
        return 0;
      }
      List<byte[]> entries = batch.stream().map(one -> one.entry).toList();
      long first = next;
      try {
        wal.append(first, entries);
      } catch (IOException failed) {
        throw stop(new LogStopped("The write-ahead log failed at entry " + first + ".", failed));
      }
      next += batch.size();
      pool.lock();
      try {
        durable.addAll(entries);
      } finally {
        pool.unlock();
      }
      for (int at = 0; at < batch.size(); at++) {
        batch.get(at).index.complete(first + at);
      }
      return batch.size();
    } catch (LogStopped stop) {
      batch.forEach(one -> one.index.completeExceptionally(stop));
      throw stop;
    } finally {
      flushing.unlock();
    }
  }

  private LogStopped stop(LogStopped reason) {
    stopped = Optional.of(reason);
    List<Waiting> left;
    pool.lock();
    try {
      left = waiting;
      waiting = new ArrayList<>();
    } finally {
      pool.unlock();
    }
    left.forEach(one -> one.index.completeExceptionally(reason));
    return reason;
  }

  /// Publishes what is durable, if anything is that was not published.
  ///
  /// @return the head that is published now
  /// @throws LogStopped when a step failed
  public TreeHead publish() {
    publishing.lock();
    try {
      check();
      boolean news = integrate();
      if (!news && shown) {
        return integration.head();
      }
      TreeHead grown = sign();
      shown = true;
      return grown;
    } catch (IOException failed) {
      throw stop(new LogStopped("The log could not be published.", failed));
    } catch (LogStopped failed) {
      throw stop(failed);
    } finally {
      publishing.unlock();
    }
  }

  /// Works durable entries into the trees.
  ///
  /// @return whether there were any
  private boolean integrate() {
    List<byte[]> entries;
    pool.lock();
    try {
      entries = new ArrayList<>(durable);
      durable.clear();
    } finally {
      pool.unlock();
    }
    entries.forEach(integration::append);
    if (entries.stream().anyMatch(entry -> !SiblingRoot.is(entry))) {
      // where the pool is full, the root of the next publication covers this one too
      add(SiblingRoot.leaf(identity.siblingOrigin(), integration.siblingHead()).bytes());
    }
    return !entries.isEmpty();
  }

  private TreeHead sign() throws IOException {
    TreeHead grown = integration.head();
    tiles.write(integration.files());
    String text = Checkpoint.of(identity.origin(), grown).text();
    SignedNote note =
        new SignedNote(
            text,
            identity.signers().stream().map(one -> one.line(text, Optional.empty())).toList());
    if (!head.swap(latest.map(SignedNote::toString), note.toString())) {
      throw new LogStopped("Another process signed a checkpoint of this log.");
    }
    latest = Optional.of(note);
    TileProofs proofs =
        new TileProofs(TreeAlgorithm.SHA_256.hasher(), Integration.reader(tiles, ""));
    List<SignatureLine> cosigned =
        witnesses.cosign(note, size -> proofs.consistency(size, grown.size()));
    String sibling = Checkpoint.of(identity.siblingOrigin(), integration.siblingHead()).text();
    tiles.publish(
        Integration.SM3_PREFIX + "checkpoint",
        new SignedNote(
                sibling,
                identity.siblings().stream()
                    .map(one -> one.line(sibling, Optional.empty()))
                    .toList())
            .bytes());
    tiles.publish("checkpoint", note.with(cosigned).bytes());
    wal.release(grown.size());
    return grown;
  }

  /// Why the log stopped, if it did.
  public Optional<String> stopped() {
    return stopped.map(LogStopped::reason);
  }
}
