package org.zhiheng.jobs.prove.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.assignment.GoodsNearnessBetween;
import org.zhiheng.jobs.examine.assignment.MarkedGoods;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.RightId;

/// A mark and evidence as the tests of use speak of them.
final class UseFixtures {

  static final LocalDate ASKED = LocalDate.of(2026, 11, 22);

  private UseFixtures() {}

  static RegisteredMark mark(String... goods) {
    return new RegisteredMark(
        new RightId(1),
        Office.CN,
        "知衡样例",
        false,
        new MarkedGoods(new TreeSet<>(List.of("09")), new TreeSet<>(), List.of(goods)),
        Optional.of(LocalDate.of(2020, 1, 7)));
  }

  static UseItem item(UseKind kind, String from, String to, String... goods) {
    return new UseItem(
        kind,
        LocalDate.parse(from),
        LocalDate.parse(to),
        "上海",
        "CN",
        List.of(goods),
        "知衡样例",
        "",
        "");
  }

  static LockerItem kept(int number, UseItem item) {
    return new LockerItem(
        new EvidenceId(number),
        Instant.EPOCH,
        "李雷",
        Optional.of((long) number),
        new Leaf(
            Leaf.BOTH,
            LeafKind.USE_DECLARATION,
            Commitment.to(new byte[Commitment.SALT_LENGTH_BYTES], new byte[] {(byte) number}),
            Commitment.NONE),
        List.of(),
        item);
  }

  static Locker locker(List<UseItem> items) {
    List<LockerItem> kept = new java.util.ArrayList<>();
    items.forEach(item -> kept.add(kept(kept.size() + 1, item)));
    return new Locker(kept, List.of(), List.of());
  }

  static UseWindows windows() {
    return new UseWindows(
        UseLaw.load(), GoodsNearnessBetween.BY_GROUPS, (_, _) -> Optional.empty());
  }

  static UseQuestion request(LocalDate asked) {
    return new UseQuestion(UseQuestion.Basis.NON_USE_REQUEST, asked, List.of());
  }

  static UseWindow window(RegisteredMark mark, UseItem... items) {
    return windows().of(mark, locker(List.of(items)), request(ASKED));
  }
}
