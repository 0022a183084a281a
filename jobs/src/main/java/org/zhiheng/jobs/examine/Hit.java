package org.zhiheng.jobs.examine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Digest;
import org.zhiheng.values.RightId;

/// An earlier mark that was found, and why.
///
/// @param right its id
/// @param number the number it is best known by
/// @param name its words; empty of a figure alone
/// @param holder who holds it
/// @param stage of its life
/// @param filedOn if known
/// @param registeredOn if it was
/// @param priorityOn the earliest priority it claims, if it claims one
/// @param classes Nice classes as two digits
/// @param groups similar groups
/// @param goods how near its goods stand to those asked for; empty when none were asked for or no
///   table is imported
/// @param scores apart from each other, with evidence
/// @param order what the order rule makes of them, 0..1
/// @param rules of the guideline that apply or that a person decides, in their order
/// @param standing whether it can stand in the way at all
/// @param picture digest of its picture: the one that is most alike where a picture was asked
///   about, else the first that is attached and could be read
public record Hit(
    RightId right,
    String number,
    String name,
    String holder,
    LifeStage stage,
    Optional<LocalDate> filedOn,
    Optional<LocalDate> registeredOn,
    Optional<LocalDate> priorityOn,
    Set<String> classes,
    Set<String> groups,
    Optional<GoodsRelation> goods,
    Scores scores,
    double order,
    List<RuleFinding> rules,
    Standing standing,
    Optional<Digest> picture) {

  /// Copies what can change.
  public Hit {
    classes = Set.copyOf(classes);
    groups = Set.copyOf(groups);
    rules = List.copyOf(rules);
  }
}
