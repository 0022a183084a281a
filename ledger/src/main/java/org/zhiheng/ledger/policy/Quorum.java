package org.zhiheng.ledger.policy;

import java.util.List;
import java.util.Set;
import org.zhiheng.ledger.note.VerifierKey;

/// Which witnesses are enough.
public sealed interface Quorum {

  /// None is needed.
  record Nobody() implements Quorum {}

  /// This one.
  ///
  /// @param name in the policy
  /// @param key what it signs with
  /// @param address where it is asked; may be empty
  record Witness(String name, VerifierKey key, String address) implements Quorum {

    /// Where it is asked; the same place with and without a slash at the end.
    public String place() {
      return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
  }

  /// So many of these.
  ///
  /// @param name in the policy
  /// @param least how many
  /// @param members of which
  record Group(String name, int least, List<Quorum> members) implements Quorum {

    /// @throws IllegalArgumentException when the number lies outside 1..members
    public Group {
      members = List.copyOf(members);
      if (least < 1 || least > members.size()) {
        throw new IllegalArgumentException(
            "a group asks for 1.." + members.size() + " of its members: " + least);
      }
    }
  }

  /// Whether those whose keys signed are enough.
  default boolean reached(Set<VerifierKey> signed) {
    return switch (this) {
      case Nobody _ -> true;
      case Witness witness -> signed.contains(witness.key());
      case Group group ->
          group.members().stream().filter(member -> member.reached(signed)).count()
              >= group.least();
    };
  }
}
