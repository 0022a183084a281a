package org.zhiheng.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.ledger.witness.Witness;
import org.zhiheng.ledger.witness.WitnessMemory;
import org.zhiheng.links.serve.Listener;
import org.zhiheng.links.witness.HttpWitnesses;
import org.zhiheng.links.witness.WitnessSite;

/// Three witnesses that listen on this machine and remember in memory; all must sign.
final class LocalWitnesses implements Closeable {

  private static final int COUNT = 3;

  private final List<Listener> listeners = new ArrayList<>();
  private final StringBuilder policy = new StringBuilder();

  LocalWitnesses(LogIdentity log) throws IOException {
    policy.append("log ").append(log.keys().getFirst()).append('\n');
    for (int at = 0; at < COUNT; at++) {
      byte[] secret = new byte[32];
      Arrays.fill(secret, (byte) (at + 1));
      Ed25519Key key = Ed25519Key.ofWitness("witness" + at + ".example", secret);
      Witness witness =
          new Witness(
              Map.of(log.origin(), log.keys()), List.of(key), new Memory(), Clock.systemUTC());
      Listener listener =
          Listener.open(
              InetAddress.getLoopbackAddress(),
              0,
              WitnessSite.BODY_BYTES_MAX,
              new WitnessSite(witness),
              failure -> {
                throw new IllegalStateException(failure);
              });
      listeners.add(listener);
      policy
          .append("witness w")
          .append(at)
          .append(' ')
          .append(key.key())
          .append(' ')
          .append(listener.address())
          .append('\n');
    }
    policy.append("group all all w0 w1 w2\nquorum all\n");
  }

  /// Asked over HTTP.
  Witnesses asked(LogIdentity log) {
    return HttpWitnesses.of(
            TrustPolicy.parse(policy.toString().getBytes(StandardCharsets.UTF_8)).orThrow(),
            Set.of(),
            log,
            HttpWitnesses.Patience.USUAL,
            (_, _) -> {})
        .orThrow();
  }

  private static final class Memory implements WitnessMemory {
    private final Map<String, TreeHead> heads = new ConcurrentHashMap<>();

    @Override
    public Optional<TreeHead> latest(String origin) {
      return Optional.ofNullable(heads.get(origin));
    }

    @Override
    public synchronized boolean swap(String origin, Optional<TreeHead> expected, TreeHead next) {
      boolean same = latest(origin).equals(expected);
      if (same) {
        heads.put(origin, next);
      }
      return same;
    }
  }

  @Override
  public void close() {
    listeners.forEach(Listener::close);
  }
}
