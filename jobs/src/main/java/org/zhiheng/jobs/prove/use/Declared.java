package org.zhiheng.jobs.prove.use;

import java.util.List;
import org.zhiheng.jobs.prove.EvidenceId;

/// What asking for a declaration of use came to.
public sealed interface Declared {

  /// It is made.
  record Issued(UseDeclaration declaration) implements Declared {}

  /// It is not, for the office asks for a chain and not all evidence is anchored on one.
  ///
  /// @param rule what the office asks, and where that stands
  /// @param missing what is not anchored
  record Withheld(AnchorRule rule, List<EvidenceId> missing) implements Declared {
    /// Copies the list.
    public Withheld {
      missing = List.copyOf(missing);
    }
  }
}
