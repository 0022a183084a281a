package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.ledger.witness.WitnessMemory;

/// What every [WitnessMemory] passes.
public abstract class WitnessMemoryContract {

  /// The one of this test.
  protected abstract WitnessMemory memory();

  @Test
  void swapsOnlyWhatIsThere() throws IOException {
    TreeHead one = new TreeHead(1, new Hash(1, 2, 3, 4));
    TreeHead two = new TreeHead(2, new Hash(5, 6, 7, 8));
    assertThat(memory().latest("a/log")).isEmpty();
    assertThat(memory().swap("a/log", Optional.of(one), two)).isFalse();
    assertThat(memory().swap("a/log", Optional.empty(), one)).isTrue();
    assertThat(memory().swap("a/log", Optional.empty(), two)).isFalse();
    assertThat(memory().swap("a/log", Optional.of(new TreeHead(1, new Hash(9, 9, 9, 9))), two))
        .isFalse();
    assertThat(memory().latest("a/log")).hasValue(one);
    assertThat(memory().swap("a/log", Optional.of(one), two)).isTrue();
    assertThat(memory().latest("a/log")).hasValue(two);
    assertThat(memory().latest("another/log")).isEmpty();
  }
}
