package org.zhiheng.ledger.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.zhiheng.ledger.tree.Tile;
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
/// Whoever flushes faster than is published helps: what is durable and not in the trees is held in
/// memory, and where that grows too much, [#flush] works the oldest into tiles before it returns.
/// So senders that are too fast wait all alike, in their order, and a little; none is sent away to
/// come again, and the memory does not grow with the lead.
///
/// Any failure of the disk, the head or a check stops the writer for good ([LogStopped]): after a
/// failed fsync the page cache may lie, so nothing is tried again. Opening the log anew replays,
/// recomputes and compares.
///
/// Safe for many threads; flushing and publishing may run side by side, each is done by one at a
/// time. Of the locks, flushing and publishing come before integrating, and pool is the last.
public final class LogWriter {

  /// Entries that wait to be made durable; beyond that the answer is [Added.Busy].
  public static final int POOL_MAX = 4_096;

  /// Entries that are durable and not published; beyond that too. Whoever opens the log reads them
  /// all again.
  public static final int UNPUBLISHED_MAX = 1_000_000;

  /// Entries that are worked into the trees at once: 16 tiles, with those of the SM3 tree and the
  /// bundles 48 files. Between two such portions others come to their turn.
  private static final int PORTION = 16 * Tile.FULL;

  /// With this many bytes a portion is large enough: of entries of a KB that is 6 tiles.
  private static final int PORTION_BYTES = 7 << 18;

  /// The time in which a pool is usually emptied.
  private static final long RETRY_AFTER_MILLIS = 50;

  private final Wal wal;
  private final Tiles tiles;
  private final Head head;
  private final Witnesses witnesses;
  private final Backlog backlog;

  private final ReentrantLock pool = new ReentrantLock();
  private final ReentrantLock flushing = new ReentrantLock();
  private final ReentrantLock publishing = new ReentrantLock();

  /// Fair: who flushes and who publishes take portions by turns, so that none waits for a whole
  /// backlog.
  private final ReentrantLock integrating = new ReentrantLock(true);

  /// Guarded by pool.
  private List<Waiting> waiting = new ArrayList<>();

  /// Guarded by integrating.
  private final Integration integration = new Integration();

  /// Guarded by publishing.
  private LogIdentity identity;

  /// Whether something was worked into the trees that was not published. Guarded by integrating.
  private boolean grown;

  /// Whether any of that is more than a root of the SM3 tree. Guarded by integrating.
  private boolean news;

  /// Index of the next entry. Written by who holds flushing.
  private volatile long next;

  /// How many entries are published. Written by who holds publishing.
  private volatile long published;

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

  private LogWriter(
      LogIdentity identity, Wal wal, Tiles tiles, Head head, Witnesses witnesses, Backlog backlog) {
    this.identity = identity;
    this.wal = wal;
    this.tiles = tiles;
    this.head = head;
    this.witnesses = witnesses;
    this.backlog = backlog;
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
    return open(identity, wal, tiles, head, witnesses, new Backlog(Backlog.USUAL_BYTES_MAX));
  }

  /// Opens a log with an empty backlog that is too long from another length on.
  static LogWriter open(
      LogIdentity identity, Wal wal, Tiles tiles, Head head, Witnesses witnesses, Backlog backlog)
      throws IOException {
    LogWriter log = new LogWriter(identity, wal, tiles, head, witnesses, backlog);
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
    published = size;
    wal.replay(
        size,
        (index, entry) -> {
          if (index != next) {
            throw new LogStopped(
                "The write-ahead log has " + index + " where " + next + " follows.");
          }
          backlog.add(List.of(entry));
          next = index + 1;
          relieve();
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
      if (waiting.size() >= POOL_MAX || next - published >= UNPUBLISHED_MAX) {
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

  /// Makes the pooled entries durable and tells their senders. Works durable entries into tiles
  /// where too many wait for it.
  ///
  /// @return how many were made durable
  /// @throws LogStopped when they are not known to be durable, or tiles are not
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
      next = first + batch.size();
      backlog.add(entries);
      for (int at = 0; at < batch.size(); at++) {
        batch.get(at).index.complete(first + at);
      }
      relieve();
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

  /// Works the oldest durable entries into tiles until few enough are left.
  private void relieve() {
    while (backlog.tooLong()) {
      integrating.lock();
      try {
        // who publishes may have done it meanwhile
        if (backlog.tooLong()) {
          work();
        }
      } finally {
        integrating.unlock();
      }
    }
  }

  /// Works some durable entries into the trees and writes the tiles that became full. A tile that
  /// is full follows from what is durable, so it may be there before a checkpoint covers it.
  ///
  /// @return how many entries
  private int work() {
    integrating.lock();
    try {
      check();
      List<byte[]> some = backlog.take(PORTION, PORTION_BYTES);
      for (byte[] entry : some) {
        integration.append(entry);
        grown = true;
        news = news || !SiblingRoot.is(entry);
      }
      List<TileFile> full = integration.completed();
      if (!full.isEmpty()) {
        tiles.write(full);
      }
      return some.size();
    } catch (IOException failed) {
      throw stop(new LogStopped("Tiles could not be written.", failed));
    } finally {
      integrating.unlock();
    }
  }

  /// Publishes what is durable, if anything is that was not published.
  ///
  /// @return the head that is published now
  /// @throws LogStopped when a step failed
  public TreeHead publish() {
    publishing.lock();
    try {
      check();
      Edge edge = edge();
      if (edge.grown() || !shown) {
        sign(edge);
        shown = true;
      }
      return edge.head();
    } catch (IOException failed) {
      throw stop(new LogStopped("The log could not be published.", failed));
    } catch (LogStopped failed) {
      throw stop(failed);
    } finally {
      publishing.unlock();
    }
  }

  /// The trees at one moment.
  ///
  /// @param grown whether they did since the last
  /// @param files what stands at their edges; all tiles that are full are written
  private record Edge(boolean grown, TreeHead head, TreeHead sibling, List<TileFile> files) {}

  private Edge edge() {
    // what is made durable meanwhile is for the next publication
    int left = backlog.size();
    for (int done = 1; left > 0 && done > 0; left -= done) {
      done = work();
    }
    integrating.lock();
    try {
      check();
      Edge edge =
          new Edge(grown, integration.head(), integration.siblingHead(), integration.files());
      if (news) {
        // where the pool is full, the root of the next publication covers this one too
        add(SiblingRoot.leaf(identity.siblingOrigin(), edge.sibling()).bytes());
      }
      grown = false;
      news = false;
      return edge;
    } finally {
      integrating.unlock();
    }
  }

  private void sign(Edge edge) throws IOException {
    TreeHead head = edge.head();
    tiles.write(edge.files());
    String text = Checkpoint.of(identity.origin(), head).text();
    SignedNote note =
        new SignedNote(
            text,
            identity.signers().stream().map(one -> one.line(text, Optional.empty())).toList());
    if (!this.head.swap(latest.map(SignedNote::toString), note.toString())) {
      throw new LogStopped("Another process signed a checkpoint of this log.");
    }
    latest = Optional.of(note);
    TileProofs proofs =
        new TileProofs(TreeAlgorithm.SHA_256.hasher(), Integration.reader(tiles, ""));
    List<SignatureLine> cosigned =
        witnesses.cosign(note, size -> proofs.consistency(size, head.size()));
    String sibling = Checkpoint.of(identity.siblingOrigin(), edge.sibling()).text();
    tiles.publish(
        Integration.SM3_PREFIX + "checkpoint",
        new SignedNote(
                sibling,
                identity.siblings().stream()
                    .map(one -> one.line(sibling, Optional.empty()))
                    .toList())
            .bytes());
    tiles.publish("checkpoint", note.with(cosigned).bytes());
    published = head.size();
    wal.release(published);
  }

  /// Why the log stopped, if it did.
  public Optional<String> stopped() {
    return stopped.map(LogStopped::reason);
  }
}
