package org.zhiheng.jobs.prove.use;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.examine.assignment.MarkedGoods;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// A mark as the register has it.
///
/// @param id its id
/// @param office whose register it stands in
/// @param word its words; empty for a figure alone
/// @param figure whether it has a figure
/// @param goods it is registered for
/// @param registeredOn the day of its registration, if recorded
public record RegisteredMark(
    RightId id,
    Office office,
    String word,
    boolean figure,
    MarkedGoods goods,
    Optional<LocalDate> registeredOn) {

  /// Of its record.
  ///
  /// @throws ProblemsException with `use-of-mark` when it is no mark
  public static RegisteredMark of(RightFile file) {
    if (file.record().kind() != RightKind.MARK) {
      throw new ProblemsException(
          Problem.of(
              "use-of-mark",
              "right",
              file.record().id().toString(),
              "Evidence of use is about a mark; this right is none."));
    }
    Bibliography bibliography = file.right().bibliography();
    return new RegisteredMark(
        file.record().id(),
        file.record().office(),
        bibliography.sign().map(Bibliography.Sign::word).orElse(file.title()),
        bibliography.sign().filter(sign -> !sign.figure().isEmpty()).isPresent(),
        MarkedGoods.of(bibliography),
        file.right().dates().registeredOn());
  }

  /// Whether it is registered for this good, as the register words it.
  boolean covers(String good) {
    return goods.goods().stream().anyMatch(one -> UseItem.plain(one).equals(UseItem.plain(good)));
  }

  /// Those of an item's goods that it is not registered for, as worded; all where the register
  /// lists none.
  public List<String> strange(UseItem item) {
    return item.goods().stream().filter(good -> !covers(good)).toList();
  }
}
