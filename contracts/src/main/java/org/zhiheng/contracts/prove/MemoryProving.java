package org.zhiheng.contracts.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zhiheng.contracts.ledger.MemoryHead;
import org.zhiheng.jobs.prove.ChainAnchor;
import org.zhiheng.jobs.prove.LogClaim;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.prove.Stamper;
import org.zhiheng.jobs.prove.TrustHints;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Wal;
import org.zhiheng.ledger.log.Witnesses;

/// A log and what stands around it, in memory: nothing of it survives the process.
public final class MemoryProving {

  private static final String ORIGIN = "memory.example/log";

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /// Guarded by this.
  private final List<byte[]> durable = new ArrayList<>();

  private final MemoryKeys keys = new MemoryKeys(ORIGIN);
  private final MemoryHead head = new MemoryHead();
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final MemoryCheckpointProofs proofs = new MemoryCheckpointProofs();
  private final MemoryEvidence evidence = new MemoryEvidence();
  private final MemoryOutbox outbox = new MemoryOutbox(evidence);

  /// Nothing is there yet.
  public MemoryProving() {}

  /// What is due.
  public MemoryOutbox outbox() {
    return outbox;
  }

  /// As the desk takes it, without an authority.
  public ProveStores stores() {
    return stores(Stamper.Authorities.NONE, TrustHints.NONE);
  }

  /// As the desk takes it.
  public ProveStores stores(Stamper.Authorities authorities, TrustHints hints) {
    return stores(authorities, List.of(), hints);
  }

  /// As the desk takes it, with chains.
  public ProveStores stores(
      Stamper.Authorities authorities, List<ChainAnchor> chains, TrustHints hints) {
    return new ProveStores(
        keys,
        evidence,
        outbox,
        proofs,
        tiles(),
        this::wal,
        head,
        claim(),
        () -> Witnesses.NONE,
        new MemoryWitnessRounds(),
        authorities,
        chains,
        hints);
  }

  /// What is signed with.
  public MemoryKeys keys() {
    return keys;
  }

  private Tiles tiles() {
    return new Tiles() {
      @Override
      public void write(List<TileFile> written) throws IOException {
        for (TileFile file : written) {
          byte[] there = files.putIfAbsent(file.path(), file.bytes());
          if (there != null && !Arrays.equals(there, file.bytes())) {
            throw new IOException("another " + file.path());
          }
        }
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

  private Wal wal() {
    return new Wal() {
      @Override
      public void append(long first, List<byte[]> entries) throws IOException {
        synchronized (MemoryProving.this) {
          if (first != durable.size()) {
            throw new IOException("a gap: " + first + " after " + durable.size());
          }
          durable.addAll(entries);
        }
      }

      @Override
      public void replay(long from, Taker taker) throws IOException {
        List<byte[]> all;
        synchronized (MemoryProving.this) {
          all = List.copyOf(durable);
        }
        for (int index = (int) from; index < all.size(); index++) {
          taker.take(index, all.get(index));
        }
      }

      @Override
      public void release(long below) {}

      @Override
      public void close() {}
    };
  }

  private LogClaim claim() {
    return new LogClaim() {
      @Override
      public boolean take() {
        return claimed.compareAndSet(false, true);
      }

      @Override
      public void release() {
        claimed.set(false);
      }
    };
  }
}
