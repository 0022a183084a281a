package org.zhiheng.contracts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;

/// The feed over a register in memory: every question looks at every right.
///
/// A register is a store of its own, named by its identity; a change counts as a transaction.
final class MemoryMarkFeed implements MarkFeed {

  private static final int GROUP_LENGTH = 4;

  private final MemoryRegister register;
  private final String store;

  MemoryMarkFeed(MemoryRegister register) {
    this.register = register;
    this.store = "memory-" + System.identityHashCode(register);
  }

  @Override
  public Changes since(Optional<Point> point, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be >= 1: " + most);
    }
    return register.alone(() -> {
      Optional<Point> known = point.filter(this::reached);
      long behind = known.map(Point::transaction).orElse(0L);
      List<MemoryRegister.Kept> changed =
          register.rights.values().stream()
              .filter(kept -> kept.kind == RightKind.MARK && kept.changedAt > behind)
              .sorted(Comparator.comparingLong(kept -> kept.changedAt))
              .toList();
      List<MemoryRegister.Kept> given = changed.subList(0, Math.min(most, changed.size()));
      return new Changes(
          given.stream().map(MemoryMarkFeed::marked).toList(),
          given.isEmpty() ? known : Optional.of(point(given.getLast())),
          changed.size() > most);
    });
  }

  private boolean reached(Point point) {
    return point.store().equals(store) && point.transaction() <= register.lastChange();
  }

  private Point point(MemoryRegister.Kept kept) {
    return new Point(store, kept.changedAt, kept.id.number());
  }

  private static Marked marked(MemoryRegister.Kept kept) {
    return new Marked(
        kept.owner,
        kept.id,
        MemoryRow.of(kept).title(),
        symbols(kept, ClassScheme.NICE),
        symbols(kept, ClassScheme.SIMILAR_GROUP).stream()
            .map(symbol -> symbol.substring(0, Math.min(GROUP_LENGTH, symbol.length())))
            .collect(Collectors.toUnmodifiableSet()),
        kept.events.stream().anyMatch(event -> event.fact() instanceof Fact.Attached));
  }

  private static Set<String> symbols(MemoryRegister.Kept kept, ClassScheme scheme) {
    return kept.right().bibliography().classes().stream()
        .filter(symbol -> symbol.scheme() == scheme)
        .map(symbol -> symbol.symbol())
        .collect(Collectors.toUnmodifiableSet());
  }
}
