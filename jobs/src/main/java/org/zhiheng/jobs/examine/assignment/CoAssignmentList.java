package org.zhiheng.jobs.examine.assignment;

import java.util.List;
import java.util.Locale;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// What an assignment or a pledge of some marks leaves behind.
///
/// @param purpose what is to be filed
/// @param given the marks that are to move, by id
/// @param holders whose they are
/// @param forgotten that must move too or must be looked at, most urgent and most alike first
/// @param otherGoods similar names on goods that are not similar, most alike first
/// @param notCompared marks of the same holders without words that could be read, by id: figures,
///   mostly; a person compares them
/// @param holderUnknown of those given, the ones whose holder the register does not know
/// @param compared how many other marks were compared
/// @param ended how many were left out because they have ended
/// @param likeness from which likeness on a name is listed
/// @param order what that likeness was measured by
/// @param goods by what the goods were compared
/// @param forComplete what speaks for the list being complete
/// @param againstComplete what it cannot see
/// @param sources the articles that ask for it
public record CoAssignmentList(
    Purpose purpose,
    List<RightId> given,
    List<PartyId> holders,
    List<CoMark> forgotten,
    List<CoMark> otherGoods,
    List<RightId> notCompared,
    List<RightId> holderUnknown,
    int compared,
    int ended,
    Likeness likeness,
    OrderRule order,
    Said goods,
    List<Said> forComplete,
    List<Said> againstComplete,
    List<Said> sources) {

  /// Copies the lists.
  public CoAssignmentList {
    given = List.copyOf(given);
    holders = List.copyOf(holders);
    forgotten = List.copyOf(forgotten);
    otherGoods = List.copyOf(otherGoods);
    notCompared = List.copyOf(notCompared);
    holderUnknown = List.copyOf(holderUnknown);
    forComplete = List.copyOf(forComplete);
    againstComplete = List.copyOf(againstComplete);
    sources = List.copyOf(sources);
  }

  /// Whether nothing is left behind that must move or be looked at: no mark is forgotten, each
  /// could be compared, each holder is known.
  public boolean complete() {
    return forgotten.isEmpty() && notCompared.isEmpty() && holderUnknown.isEmpty();
  }

  /// What is to be filed.
  public enum Purpose {
    /// 转让
    ASSIGNMENT,
    /// 质押
    PLEDGE;

    /// `assignment`: the name in data.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
