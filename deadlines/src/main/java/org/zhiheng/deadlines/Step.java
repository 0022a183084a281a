package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.values.Citation;

/// One step of the way to a date, as a lawyer would say it.
///
/// @param what the sort of step
/// @param day the day it arrives at
/// @param value what it used: a term, a rule, a case; may be empty
/// @param source where it stands, if it stands anywhere
public record Step(What what, LocalDate day, String value, Optional<Citation> source) {

  private static final Pattern TERM =
      Pattern.compile("[0-9]{1,4} (?:working-day|day|month|year)s?");

  /// What a step does. `{}` is replaced by the value.
  public enum What {
    /// The event.
    EVENT("事件发生或者文件发出之日", "The event, or the day the document is dated"),
    /// The law of that day.
    GOVERNED("适用事件当日施行的规定：{}", "The law of the event's day governs: {}"),
    /// Nothing is served.
    NOT_SERVED("无须送达，自事件之日起算", "Nothing is served: the clock starts with the event"),
    /// Arrival is proved.
    ENTERED("以证明的到达日为准", "The proved day of arrival counts"),
    /// Arrival is presumed.
    PRESUMED("推定到达：发出后{}", "Arrival is presumed {} after issue"),
    /// The way is not known.
    SERVICE_NOT_TOLD(
        "未说明送达方式，按最早的可能起算", "The way of service was not told: counted from the earliest day"),
    /// The text lets the party prove the day; nothing obliges it to.
    PRESUMPTION_KEPT(
        "到达日早于推定日：以到达日为稳妥，未举证的最迟可按推定日主张",
        "It arrived before the presumed day: the day of arrival is safe; unless it is proved, the presumed day can be argued"),
    /// No text was read that lets the party prove the day.
    PROOF_UNREAD(
        "当时的条文未见以证明的到达日为准：取较早者，另一日可主张",
        "No text of that time was read by which a proved day counts: the earlier day is safe, the other can be argued"),
    /// A proof of a day to come.
    FUTURE_ENTRY("所述到达日在所问之日之后", "The day of arrival lies after the day that is asked from"),
    /// A claim that has no effect.
    SERVICE_WITHOUT_EFFECT(
        "本期限自事件之日起算，所述送达方式或者到达日不起作用",
        "This clock starts with the event: what was told of service has no effect"),
    /// A claim that has no effect.
    ENTRY_WITHOUT_EFFECT("到达日的证明对此种送达不起作用", "Proof of arrival has no effect on this service"),
    /// The term.
    TERM("期限为{}", "The term is {}"),
    /// The special case.
    CASE("适用例外：{}", "The special case holds: {}"),
    /// The value is recalled.
    RECALLED("该值凭记忆录入，原文未核", "The value is recalled: its text was not opened"),
    /// The value is unknown.
    VALUE_UNKNOWN("期限未能核实：{}", "The term could not be confirmed: {}"),
    /// The value is carried over.
    ASSUMED("新法条文未核对，沿用旧值，结果为暂定", "The new text was not read; the old value is carried over"),
    /// The law changes on the way.
    TRANSITION_UNREAD(
        "期间跨越法律变更，过渡条款未读：{}",
        "The law changes within the term, its transition clause is unread: {}"),
    /// Days counted.
    COUNTED("首日不计，计算{}", "The first day does not count; {} later"),
    /// Months counted.
    CORRESPONDING("首日不计，{}后的相应日", "The first day does not count; the corresponding day {} later"),
    /// No corresponding day.
    MONTH_END("该月无相应日，以月末为准（{}）", "No corresponding day, so the month's last ({})"),
    /// A term of protection.
    DAY_BEFORE("保护期至相应日的前一日（{}）", "Protection ends the day before the corresponding day ({})"),
    /// The last of whole months.
    LAST_OF_MONTHS(
        "自该月一日起计{}：以末月最后一日为稳妥，首日不计的读法可主张至次日",
        "{} from the first of that month: the last day of the last month is safe; that the first day does not count, and so the day after, can be argued"),
    /// The last day is not said.
    VALIDITY_UNSAID(
        "条文未说明届满日是相应日还是其前一日：以前一日为稳妥，最迟可主张至{}",
        "The text does not say whether the corresponding day or the day before is the last: the day before is safe, {} can be argued"),
    /// A month begins.
    NEXT_MONTH("自次月一日起算", "Counted from the first day of the next month"),
    /// Moved.
    ROLLED(
        "期限届满日为休息日，顺延至其后第一个工作日（{}）", "The last day is off and moves to the next working day ({})"),
    /// Not moved.
    NOT_ROLLED("该期限遇休息日不顺延", "This term does not move when its last day is off"),
    /// A make-up working day.
    MAKE_UP_DAY(
        "届满日为调休上班日：是否顺延有争议，稳妥以当日为准，最迟可主张至{}",
        "The last day is a make-up working day: whether it moves is disputed; that day is safe, {} can be argued"),
    /// No notice yet.
    UNPUBLISHED(
        "该年放假安排在所问之日尚未公布，公布后须重算",
        "The holidays of that year were not published; count again when they are"),
    /// Extended.
    EXTENDED("期限已延长{}", "Extended by {}"),
    /// The proceeding stands still.
    STOOD_STILL(
        "程序自{}起中止：条文未说明余下期间如何计算，稳妥日不变，中止的日数可主张顺延至本步之日",
        "The proceeding stood still from {}: the text does not say how the rest is counted; the safe date stays, the days of the standstill can be argued, to this day"),
    /// A window opens.
    OPENS("自该日起可以办理（届满前{}）", "It can be done from this day ({} before the end)"),
    /// Not yet happened.
    FUTURE_EVENT("事件在所问之日之后", "The event lies after the day that is asked from"),
    /// Past.
    PAST(
        "在所问之日已届满，未办理即记为逾期",
        "It has passed on the day that is asked from: not done, it is recorded as missed"),
    /// What remedies a missed one.
    REMEDY("逾期后的救济：{}", "What a missed one opens: {}"),
    /// The version was last checked.
    LAST_CHECKED("规则最近核对日", "The rule was last compared with its source");

    private final String zh;
    private final String en;

    What(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /// `make-up-day`.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// In Chinese.
  public String zh() {
    String worded =
        TERM.matcher(value)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    Term.parse(found.group()).map(Term::zh).found().orElse(found.group())));
    return what.zh.replace("{}", worded);
  }

  /// In English.
  public String en() {
    return what.en.replace("{}", value);
  }

  static Step of(What what, LocalDate day) {
    return new Step(what, day, "", Optional.empty());
  }

  static Step of(What what, LocalDate day, String value, Citation source) {
    return new Step(what, day, value, Optional.of(source));
  }
}
