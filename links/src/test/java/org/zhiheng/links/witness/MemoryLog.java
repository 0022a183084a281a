package org.zhiheng.links.witness;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhiheng.ledger.log.Head;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Wal;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;

/// A log in memory; a copy of it is a backup.
public final class MemoryLog {

  /// Its name.
  public static final String ORIGIN = "log.example/one";

  private final List<byte[]> wal = new ArrayList<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private Optional<String> head = Optional.empty();

  /// Everything that it has, for one more life.
  public MemoryLog copy() {
    MemoryLog copy = new MemoryLog();
    copy.wal.addAll(wal);
    copy.files.putAll(files);
    copy.head = head;
    return copy;
  }

  /// Its keys; made of one byte again and again.
  public static LogIdentity identity() {
    return new LogIdentity(
        ORIGIN,
        List.of(Ed25519Key.ofLog(ORIGIN, seed(1))),
        new Sm2Key(ORIGIN + "/gm", BigInteger.valueOf(77), new SecureRandom()));
  }

  /// A witness's key whose seed is one byte again and again.
  public static Ed25519Key witness(String name, int seed) {
    return Ed25519Key.ofWitness(name, seed(seed));
  }

  private static byte[] seed(int one) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) one);
    return bytes;
  }

  /// Opens it.
  public LogWriter open(Witnesses witnesses) throws IOException {
    return LogWriter.open(identity(), wal(), tiles(), head(), witnesses);
  }

  /// Adds one entry and publishes; the log grows by it and by what it logs of itself.
  public static void publish(LogWriter writer, String entry) {
    writer.add(entry.getBytes(StandardCharsets.UTF_8));
    writer.flush();
    writer.publish();
  }

  /// What it published last.
  public SignedNote checkpoint() {
    return SignedNote.parse(
            Optional.ofNullable(files.get("checkpoint"))
                .orElseThrow(() -> new AssertionError("nothing is published")))
        .orThrow();
  }

  /// Proofs over its tiles.
  public TileProofs proofs(long size) {
    return LogEntries.of(tiles(), size).proofs(TreeAlgorithm.SHA_256.hasher());
  }

  private Wal wal() {
    return new Wal() {
      @Override
      public void append(long first, List<byte[]> entries) {
        wal.addAll(entries);
      }

      @Override
      public void replay(long from, Taker taker) throws IOException {
        for (int index = (int) from; index < wal.size(); index++) {
          taker.take(index, wal.get(index));
        }
      }

      @Override
      public void release(long below) {}

      @Override
      public void close() {}
    };
  }

  /// Its files.
  public Tiles tiles() {
    return new Tiles() {
      @Override
      public void write(List<TileFile> written) {
        written.forEach(file -> files.put(file.path(), file.bytes()));
      }

      @Override
      public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
      }

      @Override
      public void publish(String path, byte[] checkpoint) {
        files.put(path, checkpoint);
      }
    };
  }

  private Head head() {
    return new Head() {
      @Override
      public Optional<String> latest() {
        return head;
      }

      @Override
      public boolean swap(Optional<String> expected, String next) {
        if (!head.equals(expected)) {
          return false;
        }
        head = Optional.of(next);
        return true;
      }
    };
  }
}
