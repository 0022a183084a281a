package org.zhiheng.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.ProblemsException;

/// The opposition period of the new law, as if somebody had read it.
final class WhatIfTest {

  private static final Deadlines TODAY = Deadlines.load();
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final KnownLaw LAW = TODAY.knownOn(AS_OF);

  private static final String OPPOSITION =
      """
      rules:
        - id: cn.mark.opposition
          title: {zh: 商标异议, en: Opposition}
          event: {zh: 初步审定公告日, en: day of preliminary publication}
          who: third-party
          kind: statutory-deadline
          law: cn-mark
          served: false
          counting: after-event
          last_valid_on: 2026-11-29
          values:
            - from: 2014-05-01
              until: 2026-12-31
              term: 3 months
              citation: {instrument: 商标法（2019修正）, article: 第三十三条, confidence: recalled}
            - from: 2027-01-01
              term: 2 months
              citation: {instrument: 商标法（2026修订）, article: 假设, confidence: unknown}
          clears: [opposition-filed]
          examples:
            - event: 2027-02-01
              as_of: 2026-11-29
              due: 2027-04-01
              status: provisional
              why: a supposition
      """;

  private static WhatIf.Kept kept(String key, Question question) {
    return new WhatIf.Kept(key, question, LAW.compute(question));
  }

  private static Deadlines with(String text) {
    return new Deadlines(TODAY.book().with("opposition.yaml", text), TODAY.calendar());
  }

  /// Two months after 2027-02-01 is 2027-04-01; of 2026-12-01 only what runs on under the new law
  /// is touched, and there the shorter term was warned of already. An event of 2013 is governed no
  /// more: the changed file begins later.
  @Test
  void showsEveryDateThatMoves() {
    List<WhatIf.Kept> portfolio =
        List.of(
            kept("A", Question.of("cn.mark.opposition", LocalDate.of(2027, 2, 1))),
            kept("B", Question.of("cn.mark.opposition", LocalDate.of(2026, 8, 20))),
            kept("C", Question.of("cn.mark.opposition", LocalDate.of(2013, 3, 1))),
            kept("D", Question.of("cn.patent.priority", LocalDate.of(2026, 8, 20))));

    WhatIf effect = WhatIf.of(TODAY, with(OPPOSITION), AS_OF, portfolio);

    assertThat(effect.rules()).containsExactly("cn.mark.opposition");
    assertThat(effect.laws()).isEmpty();
    assertThat(effect.years()).isEmpty();
    assertThat(effect.recomputed()).isEqualTo(3);
    assertThat(effect.moves()).extracting(move -> move.kept().key()).containsExactly("A", "C");
    WhatIf.Move known = effect.moves().getFirst();
    assertThat(known.kept().before().orThrow().due()).isEmpty();
    assertThat(known.after().orThrow().due()).contains(LocalDate.of(2027, 4, 1));
    assertThat(known.why())
        .anySatisfy(step -> {
          assertThat(step.what()).isEqualTo(Step.What.TERM);
          assertThat(step.source().orElseThrow().article()).isEqualTo("假设");
        });
    assertThat(effect.moves().getLast().after().refusal().orElseThrow().code())
        .isEqualTo("rule-not-in-force");
  }

  @Test
  void aNewRuleAnswersWhatWasRefused() {
    Question asked = Question.of("cn.mark.use-statement", LocalDate.of(2027, 2, 1));
    String added = OPPOSITION.replace("cn.mark.opposition", "cn.mark.use-statement");

    WhatIf effect = WhatIf.of(TODAY, with(added), AS_OF, List.of(kept("A", asked)));

    assertThat(effect.rules()).containsExactly("cn.mark.use-statement");
    assertThat(effect.moves().getFirst().after().orThrow().due())
        .contains(LocalDate.of(2027, 4, 1));
  }

  @Test
  void theSameTextMovesNothing() {
    String same = OPPOSITION.replace("title: {zh: 商标异议, en: Opposition}", "title: {zh: 异, en: O}");
    Deadlines one = with(OPPOSITION);
    Deadlines other = with(same);
    WhatIf effect =
        WhatIf.of(
            one,
            other,
            AS_OF,
            List.of(kept("A", Question.of("cn.mark.opposition", LocalDate.of(2027, 2, 1)))));

    assertThat(effect.rules()).isEmpty();
    assertThat(effect.recomputed()).isZero();
  }

  @Test
  void aFileThatDoesNotReadIsRefused() {
    assertThatThrownBy(() -> with(OPPOSITION.replace("term: 2 months", "term: 2")))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("opposition.yaml: line 17");
  }

  /// Computing the touched answers again gives what computing all of them gives.
  @Seeds(20)
  void whatIsNotTouchedDoesNotMove(Seed seed) {
    RuleBook changed = with(OPPOSITION).book();
    Deadlines then = new Deadlines(changed, TODAY.calendar());
    KnownLaw law = then.knownOn(AS_OF);
    List<Rule> rules = TODAY.book().rules();
    List<WhatIf.Kept> portfolio = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Rule rule =
          seed.chance(0.2) ? TODAY.book().rule("cn.mark.opposition").orThrow() : seed.oneOf(rules);
      LocalDate event = LocalDate.of(2010, 1, 1).plusDays(seed.between(0, 6_500));
      portfolio.add(
          kept(
              Integer.toString(i),
              Question.of(rule.id(), event).served(seed.oneOf(List.of(Service.values())))));
    }

    List<String> moved =
        WhatIf.of(TODAY, then, AS_OF, portfolio).moves().stream()
            .map(move -> move.kept().key())
            .toList();

    List<String> all =
        portfolio.stream()
            .filter(one -> !dates(law, one.question()).equals(dates(LAW, one.question())))
            .map(WhatIf.Kept::key)
            .toList();
    assertThat(moved).isEqualTo(all);
  }

  private static String dates(KnownLaw law, Question question) {
    return law.compute(question)
        .map(answer ->
            answer.due() + " " + answer.warnBy() + " " + answer.latestArguable() + answer.status())
        .found()
        .orElse("refused");
  }
}
