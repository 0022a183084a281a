package org.zhiheng.ledger.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Digest;

final class LeafTest {

  private static final byte[] SALT = new byte[32];
  private static final byte[] STATEMENT = "abc".getBytes(StandardCharsets.UTF_8);

  @Test
  void hasItsHundredBytesWhereTheFormatSays() {
    Commitment commitment = Commitment.to(SALT, STATEMENT);
    Leaf leaf = new Leaf(Leaf.BOTH, LeafKind.USE_DECLARATION, commitment, new Hash(1, 2, 3, 4));
    String hex = HexFormat.of().formatHex(leaf.bytes());
    assertThat(hex)
        .hasSize(200)
        .startsWith("01010002")
        .isEqualTo(
            "01010002"
                + commitment.sha256().hex()
                + commitment.sm3().hex()
                + "0000000000000001000000000000000200000000000000030000000000000004");
    assertThat(Leaf.parse(leaf.bytes()).orThrow()).isEqualTo(leaf);
  }

  @Test
  void commitsToContextSaltAndStatement() {
    byte[] all = new byte[14 + 32 + 3];
    byte[] context = "ipl/commit/v1\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(context, 0, all, 0, 14);
    System.arraycopy(STATEMENT, 0, all, 46, 3);
    assertThat(Commitment.to(SALT, STATEMENT).sha256().hex()).isEqualTo(Digest.of(all).hex());
    byte[] other = SALT.clone();
    other[0] = 1;
    assertThat(Commitment.to(other, STATEMENT)).isNotEqualTo(Commitment.to(SALT, STATEMENT));
    assertThatThrownBy(() -> Commitment.to(new byte[31], STATEMENT)).hasMessageContaining("31");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] bytes = Leaf.first(LeafKind.DEPOSIT, Commitment.to(SALT, STATEMENT)).bytes();
    for (int at : new int[] {0, 1, 2, 3}) {
      byte[] changed = bytes.clone();
      changed[at] = (byte) 100;
      assertThat(Leaf.parse(changed).refusal()).as("byte " + at).isPresent();
    }
    assertThat(Leaf.parse(new byte[99]).refusal()).isPresent();
    assertThat(Leaf.parse(new byte[101]).refusal()).isPresent();
  }
}
