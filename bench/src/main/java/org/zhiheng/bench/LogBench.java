package org.zhiheng.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.zhiheng.contracts.ledger.MemoryHead;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.files.FileTiles;
import org.zhiheng.store.files.FileWal;
import org.zhiheng.store.postgres.Database;

/// Question: how many entries a second does the log make durable, work into its trees and publish,
/// and how long does a sender wait?
///
/// Fixture: senders that each wait for the answer before they send the next; entries of 100 bytes
/// and of 1,124 (a leaf and a statement of 1 KB, written together). Peers in the same run: the same
/// batches written to a preallocated file and synced, without anything else (the limit), and one
/// `INSERT` an entry into PostgreSQL, each committed (what people do now). The log's head is kept
/// in memory here: in the database it costs one commit a publication.
///
/// Each row is warm for two seconds before it counts. In queue: from the first try to add an entry
/// until its sender knows the index, and so that it is durable. To integrate: from then until a
/// published checkpoint covers it.
///
/// File systems avoid the places of files that were deleted a minute or five ago, and ext4 looks at
/// each of them again for each new file. So a run should not follow another in the same folder, nor
/// one that deleted many files.
///
/// Run: `zhiheng bench log FOLDER [SECONDS]`; the folder is made, and everything in it thrown away.
final class LogBench {

  private static final int SENDERS = 2_048;
  private static final int LEAF = 100;
  private static final int WITH_STATEMENT = 1_124;
  private static final long FLUSH_NANOS = 5_000_000;
  private static final long PUBLISH_NANOS = 250_000_000;
  private static final int WARM = 2;

  private final PrintStream out;
  private final Path folder;
  private final double seconds;

  private LogBench(PrintStream out, Path folder, double seconds) {
    this.out = out;
    this.folder = folder;
    this.seconds = seconds;
  }

  /// Runs it.
  ///
  /// @param args a folder; seconds a row, 10 where it is not said
  /// @throws Exception when anything fails: what was measured then counts for nothing
  public static void main(String[] args) throws Exception {
    new LogBench(System.out, Path.of(args[0]), args.length > 1 ? Double.parseDouble(args[1]) : 10)
        .run();
  }

  private void run() throws Exception {
    Files.createDirectories(folder);
    LogIdentity identity =
        FileKeys.open(folder.resolve("keys"), new java.security.SecureRandom()).log();
    durable("limit: write and sync, 100 B", LEAF, raw("raw-100"), Check.NONE);
    durable("limit: write and sync, 1,124 B", WITH_STATEMENT, raw("raw-1124"), Check.NONE);
    durable("log: durable add, 100 B", LEAF, log("log-100", identity), Check.NONE);
    Log kept = log("log-1124", identity);
    durable("log: durable add, 1,124 B", WITH_STATEMENT, kept, Check.NONE);
    // a little above what is asked of it: 2,048 senders, each with 80 ms between two entries
    row(
        "log: 24,000 a second, 1,124 B",
        WITH_STATEMENT,
        log("log-steady", identity),
        Check.NONE,
        SENDERS,
        80_000_000);
    paced("log: 2,000 a second, 100 B", log("log-paced", identity));
    try (LocalWitnesses witnesses = new LocalWitnesses(identity)) {
      paced(
          "log: … signed by three witnesses",
          log("log-witnessed", identity, witnesses.asked(identity)));
    }
    durable(
        "log: … with a check by Ed25519", WITH_STATEMENT, log("log-ed", identity), Check.ED25519);
    durable("log: … with a check by SM2", WITH_STATEMENT, log("log-sm2", identity), Check.SM2);
    reading(kept, identity);
    inserts();
    integrate(identity);
    clear();
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// What a sender's signature is checked with before the entry is taken.
  private enum Check {
    NONE,
    ED25519,
    SM2
  }

  private record Log(Path at, LogWriter writer, FileWal wal) implements DurableTarget {
    @Override
    public Added add(byte[] entry) {
      return writer.add(entry);
    }

    @Override
    public int flush() {
      return writer.flush();
    }

    @Override
    public long publish() {
      return writer.publish().size();
    }

    @Override
    public void close() throws IOException {
      wal.close();
    }
  }

  private Log log(String name, LogIdentity identity) throws IOException {
    return log(name, identity, Witnesses.NONE);
  }

  private Log log(String name, LogIdentity identity, Witnesses witnesses) throws IOException {
    Path at = folder.resolve(name);
    FileWal wal = FileWal.open(at.resolve("wal"), 0);
    return new Log(
        at,
        LogWriter.open(
            identity, wal, FileTiles.in(at.resolve("public")), new MemoryHead(), witnesses),
        wal);
  }

  private RawTarget raw(String name) throws IOException {
    return new RawTarget(folder.resolve(name));
  }

  private void durable(String what, int bytes, DurableTarget target, Check check) throws Exception {
    row(what, bytes, target, check, SENDERS, 0);
  }

  /// Senders that pause, so that the publication has the processor too.
  private void paced(String what, DurableTarget target) throws Exception {
    row(what, LEAF, target, Check.NONE, 200, 100_000_000);
  }

  /// What is told of a row. Times count from when the senders are warm.
  private static final class Told {
    private final AtomicBoolean end = new AtomicBoolean();
    private final AtomicBoolean warm = new AtomicBoolean();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong sum = new AtomicLong();
    private final Times inQueue = new Times();
    private final Times toIntegrate = new Times();
    private final Times publications = new Times();
  }

  private void row(
      String what, int bytes, DurableTarget target, Check check, int senders, long pauseNanos)
      throws Exception {
    try (target) {
      Signed signed = Signed.of(bytes, check);
      Told told = new Told();
      Lag lag = new Lag(told.toIntegrate);
      List<Thread> threads = new ArrayList<>();
      for (int sender = 0; sender < senders; sender++) {
        long seed = sender;
        threads.add(Thread.ofVirtual().start(() -> send(target, signed, seed, told, pauseNanos)));
      }
      threads.add(Thread.ofPlatform().start(() -> flushing(target, told, lag)));
      threads.add(Thread.ofPlatform().start(() -> publishing(target, told, lag)));
      Thread.sleep((long) (WARM * 1_000));
      long before = told.done.get();
      told.warm.set(true);
      long from = System.nanoTime();
      Thread.sleep((long) (seconds * 1_000));
      long count = told.done.get() - before;
      double took = (System.nanoTime() - from) / 1e9;
      told.end.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      out.printf(
          Locale.ROOT,
          "%-36s %,9.0f/s   in queue %s%s   (%,d in all, sum %d)%n",
          what,
          count / took,
          told.inQueue,
          told.publications.none()
              ? ""
              : "   to integrate " + told.toIntegrate + "   a publication " + told.publications,
          told.done.get(),
          told.sum.get());
    }
  }

  private static void send(
      DurableTarget target, Signed signed, long seed, Told told, long pauseNanos) {
    SplittableRandom random = new SplittableRandom(seed);
    while (!told.end.get()) {
      byte[] entry = signed.entry(random.nextLong());
      signed.mustHold();
      boolean counts = told.warm.get();
      long from = System.nanoTime();
      Added added = target.add(entry);
      while (added instanceof Added.Busy && !told.end.get()) {
        LockSupport.parkNanos(1_000_000);
        added = target.add(entry);
      }
      if (added instanceof Added.Pooled pooled) {
        told.sum.addAndGet(pooled.index().join());
        told.done.incrementAndGet();
        if (counts) {
          told.inQueue.add(System.nanoTime() - from);
        }
        if (pauseNanos > 0) {
          LockSupport.parkNanos(pauseNanos);
        }
      }
    }
  }

  private static void flushing(DurableTarget target, Told told, Lag lag) {
    try {
      long quiet = System.nanoTime();
      while (!told.end.get() || System.nanoTime() - quiet < 200_000_000) {
        int count = target.flush();
        if (count > 0) {
          quiet = System.nanoTime();
          lag.durable(count, quiet);
        } else {
          LockSupport.parkNanos(FLUSH_NANOS);
        }
      }
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void publishing(DurableTarget target, Told told, Lag lag) {
    try {
      while (!told.end.get()) {
        LockSupport.parkNanos(PUBLISH_NANOS);
        publish(target, told, lag);
      }
      publish(target, told, lag);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void publish(DurableTarget target, Told told, Lag lag) throws IOException {
    long from = System.nanoTime();
    long size = target.publish();
    long now = System.nanoTime();
    if (size > 0) {
      lag.published(size, now);
      told.publications.add(now - from);
    }
  }

  /// An entry, and what its sender signed.
  private static final class Signed {
    private final byte[] template;
    private final Check check;
    private final byte[] key;
    private final byte[] signature;

    private Signed(byte[] template, Check check, byte[] key, byte[] signature) {
      this.template = template;
      this.check = check;
      this.key = key;
      this.signature = signature;
    }

    static Signed of(int bytes, Check check) {
      byte[] template = new byte[bytes];
      new SplittableRandom(bytes).nextBytes(template);
      return switch (check) {
        case NONE -> new Signed(template, check, new byte[0], new byte[0]);
        case ED25519 -> {
          Ed25519Key key = Ed25519Key.ofLog("sender", new byte[32]);
          yield new Signed(template, check, key.key().publicKey(), key.sign(template));
        }
        case SM2 -> {
          Sm2Key key =
              new Sm2Key(
                  "sender", java.math.BigInteger.valueOf(4711), new java.security.SecureRandom());
          yield new Signed(template, check, key.key().publicKey(), key.sign(template));
        }
      };
    }

    byte[] entry(long number) {
      byte[] entry = template.clone();
      ByteBuffer.wrap(entry).putLong(number);
      return entry;
    }

    void mustHold() {
      boolean holds =
          switch (check) {
            case NONE -> true;
            case ED25519 -> Ed25519Key.verify(key, template, signature);
            case SM2 -> Sm2Key.verify(key, template, signature);
          };
      if (!holds) {
        throw new IllegalStateException("the signature does not hold");
      }
    }
  }

  /// Proofs and a look through all, over the log that was just written.
  private void reading(Log log, LogIdentity identity) throws IOException {
    FileTiles tiles = FileTiles.in(log.at().resolve("public"));
    TreeHead head = log.writer().publish();
    TileProofs proofs = LogEntries.of(tiles, head.size()).proofs(TreeAlgorithm.SHA_256.hasher());
    SplittableRandom random = new SplittableRandom(1);
    long path = 0;
    long rounds = 0;
    for (int warm = 0; warm < 50_000; warm++) {
      path +=
          proofs
              .inclusion(random.nextLong(Math.min(head.size(), 200_000)), head.size())
              .path()
              .size();
    }
    long from = System.nanoTime();
    while (System.nanoTime() - from < seconds * 1e9) {
      InclusionProof proof =
          proofs.inclusion(random.nextLong(Math.min(head.size(), 200_000)), head.size());
      path += proof.path().size();
      rounds++;
    }
    out.printf(
        Locale.ROOT,
        "inclusion proof, warm tiles, one thread %,9.0f/s   (tree of %,d, %,d hashes)%n",
        rounds / ((System.nanoTime() - from) / 1e9),
        head.size(),
        path);
    long begun = System.nanoTime();
    LogCheck.Report report = LogCheck.of(tiles, identity.keys(), identity.siblingKeys());
    double took = (System.nanoTime() - begun) / 1e9;
    out.printf(
        Locale.ROOT,
        "fsck, one thread: %,.0f MB/s, %,.0f entries/s   (%,d bytes, %d faults)%n",
        report.bytes() / took / 1e6,
        report.size() / took,
        report.bytes(),
        report.faults().size());
  }

  /// What people do now.
  private void inserts() throws IOException, SQLException {
    byte[] entry = new byte[WITH_STATEMENT];
    try (Database database = Database.open(folder.resolve("database"), Optional.empty());
        Connection connection = database.connections().getConnection()) {
      connection.createStatement().execute("create table bench_entry (id bigint, body bytea)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into bench_entry values (?, ?)")) {
        long rows = 0;
        long from = System.nanoTime();
        while (System.nanoTime() - from < seconds * 1e9) {
          insert.setLong(1, rows++);
          insert.setBytes(2, entry);
          insert.executeUpdate();
        }
        out.printf(
            Locale.ROOT,
            "PostgreSQL, one INSERT an entry, one client %,9.0f/s%n",
            rows / ((System.nanoTime() - from) / 1e9));
      }
      connection.createStatement().execute("drop table bench_entry");
    }
  }

  /// What is durable is worked into both trees, written as tiles and published, by one thread and
  /// those that wait for the disk on its behalf; a portion at a time that the log takes without
  /// helping in between.
  private void integrate(LogIdentity identity) throws IOException {
    Log log = log("integrate", identity);
    try (log) {
      OperatingSystemMXBean machine =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      SplittableRandom random = new SplittableRandom(7);
      int entries = 900_000;
      int portion = 150_000;
      long took = 0;
      long own = 0;
      long all = 0;
      for (int at = 0; at < entries; ) {
        for (int end = at + portion; at < end; at++) {
          byte[] entry = new byte[LEAF];
          random.nextBytes(entry);
          if (log.writer().add(entry) instanceof Added.Busy) {
            throw new IllegalStateException("the pool was full");
          }
          if (at % LogWriter.POOL_MAX == LogWriter.POOL_MAX - 1 || at == end - 1) {
            log.flush();
          }
        }
        own -= threads.getCurrentThreadCpuTime();
        all -= machine.getProcessCpuTime();
        took -= System.nanoTime();
        log.publish();
        took += System.nanoTime();
        all += machine.getProcessCpuTime();
        own += threads.getCurrentThreadCpuTime();
      }
      out.printf(
          Locale.ROOT,
          "integrate and publish %,d durable entries, %,d at a time, both trees: %,.0f/s"
              + "   (a second of this thread %,.0f, a processor second in all %,.0f)%n",
          entries,
          portion,
          entries / (took / 1e9),
          entries / (own / 1e9),
          entries / (all / 1e9));
    }
  }
}
