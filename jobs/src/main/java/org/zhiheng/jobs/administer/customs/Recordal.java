package org.zhiheng.jobs.administer.customs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.values.RightId;

/// A recordal of a right with customs, as it stood when it was written down.
///
/// @param number by which customs knows it
/// @param right that is recorded
/// @param first the day it takes effect
/// @param last its last day, which counts
/// @param goods the lawful goods, in words; may be empty
/// @param sellers who may trade in them, by name
/// @param guarantee what stands behind it as security; none: security for each application
public record Recordal(
    String number,
    RightId right,
    LocalDate first,
    LocalDate last,
    String goods,
    List<String> sellers,
    Optional<Guarantee> guarantee) {

  /// Most sellers of one recordal: far more than any known.
  public static final int SELLERS_MAX = 2_000;

  /// Copies the list.
  public Recordal {
    sellers = List.copyOf(sellers);
  }

  /// Whether it is in force on a day.
  public boolean stands(LocalDate on) {
    return !on.isBefore(first) && !on.isAfter(last);
  }

  /// The seller of this name, as recorded.
  public Optional<String> seller(String name) {
    return sellers.stream().filter(seller -> SameParty.BY_NAME.test(seller, name)).findFirst();
  }

  /// The general guarantee, where it stands on a day.
  public Optional<Guarantee> guaranteed(LocalDate on) {
    return guarantee.filter(one -> one.stands(on));
  }
}
