package org.zhiheng.register.life;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;

/// The state a right is in. Each state has a method for every move that is legal from it, and for
/// no other.
///
/// Sources are partial: a right may first be met as granted or registered, or by its end. From
/// nothing known every such move is legal; what lies before it was not read.
public sealed interface Life permits PatentLife, MarkLife, RecordedLife {

  /// The beginning: nothing is known of a right of this kind.
  static Life nascent(RightKind kind) {
    return switch (kind.family()) {
      case PATENT -> new PatentLife.Nascent();
      case MARK -> new MarkLife.Nascent();
      case RECORDED -> new RecordedLife.Nascent();
    };
  }

  /// Which stage this state is of.
  LifeStage stage();

  /// Whether the right can be enforced: granted or registered, suspended or not.
  default boolean inForce() {
    return stage().inForce();
  }

  /// Claims or goods that were declared invalid or cancelled while the rest stands, in the order
  /// this happened.
  default List<String> lost() {
    return List.of();
  }

  /// What a fact does to a right of this kind in this state.
  default Move after(RightKind kind, Fact fact) {
    return LifeLaw.after(kind, this, fact);
  }

  /// Both lists, each part once.
  static List<String> joined(List<String> lost, List<String> more) {
    LinkedHashSet<String> all = new LinkedHashSet<>(lost);
    all.addAll(more);
    return List.copyOf(new ArrayList<>(all));
  }
}
