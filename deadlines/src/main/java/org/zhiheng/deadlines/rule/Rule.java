package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.Citation;

/// One rule of time, as its file states it.
///
/// @param id such as `cn.patent.oa-first-reply`
/// @param title what it is called
/// @param event what starts the clock
/// @param who whose act is awaited
/// @param kind what sort of time it is
/// @param law the id of the law that says how events are served and days counted
/// @param served whether the event is a document that reaches a party
/// @param counting how the term is counted
/// @param countedBy what says so, where that is not the law's article on counting
/// @param spans what it says, by the day of the event; without overlap and gap
/// @param cases where it says something else
/// @param extension whether it can be made longer
/// @param opens how long before its end a window opens, if it does
/// @param clears the events that fulfil it
/// @param aborts the events that end it unfulfilled
/// @param remedies what a missed one opens
/// @param examples worked cases
/// @param lastValidOn the day on which the values were last compared with their sources
/// @param note what a reader must know besides
/// @param source the file
public record Rule(
    String id,
    Words title,
    Words event,
    Actor who,
    RuleKind kind,
    String law,
    boolean served,
    Counting counting,
    Optional<Citation> countedBy,
    List<Span> spans,
    List<SpecialCase> cases,
    Optional<Extension> extension,
    Optional<Term> opens,
    Set<String> clears,
    Set<String> aborts,
    List<Remedy> remedies,
    List<Example> examples,
    LocalDate lastValidOn,
    Optional<Words> note,
    String source) {

  /// Whose act a rule awaits.
  public enum Actor {
    /// 申请人
    APPLICANT,
    /// 权利人
    OWNER,
    /// 当事人: who is a party to the proceedings
    PARTY,
    /// 第三人: anybody, or an earlier right's holder
    THIRD_PARTY,
    /// 被许可人或者许可人
    LICENSOR,
    /// 审查机关
    OFFICE,
    /// 海关
    CUSTOMS,
    /// 平台内经营者或者知识产权权利人
    COMPLAINANT
  }

  /// Holds the collections unchangeable.
  public Rule {
    spans = List.copyOf(spans);
    cases = List.copyOf(cases);
    clears = Set.copyOf(clears);
    aborts = Set.copyOf(aborts);
    remedies = List.copyOf(remedies);
    examples = List.copyOf(examples);
  }
}
