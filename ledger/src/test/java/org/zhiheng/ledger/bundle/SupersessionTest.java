package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.tree.Hash;

final class SupersessionTest {

  private static final Supersession ONE =
      new Supersession("example.com/log", 7, new Hash(1, 2, 3, 4), "EV7", LeafKind.USE_DECLARATION);

  private static Optional<Supersession> read(LeafKind kind, Map<String, String> more) {
    TreeMap<String, String> facts = new TreeMap<>(ONE.facts());
    facts.putAll(more);
    Manifest manifest = new Manifest(kind, Optional.empty(), facts, List.of());
    return Supersession.of(Manifest.parse(manifest.bytes()).orThrow());
  }

  @Test
  void readsWhatItWritesBesideOtherFacts() {
    assertThat(read(LeafKind.SUPERSEDE, Map.of("place", "上海"))).hasValue(ONE);
    assertThat(ONE.facts().keySet()).allMatch(name -> name.startsWith(Supersession.PREFIX));
  }

  @Test
  void aStatementOfAnotherKindOrWithAnotherValueReplacesNothing() {
    assertThat(read(LeafKind.DEPOSIT, Map.of())).isEmpty();
    assertThat(read(LeafKind.SUPERSEDE, Map.of("replaces.index", "07"))).isEmpty();
    assertThat(read(LeafKind.SUPERSEDE, Map.of("replaces.leaf", "00"))).isEmpty();
    assertThat(read(LeafKind.SUPERSEDE, Map.of("replaces.kind", "use"))).isEmpty();
  }
}
