package org.zhiheng.cashflow.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that has to be told to holders at once when it happens.
///
/// Three are looked at in every deal, whatever its file says: loss, cash and a missed payment. The
/// thresholds are those of the rule as it was read second hand (asset-backed special plans, CSRC
/// notice 2014 no. 49 and its disclosure guideline): loss of more than 10 % of the principal that
/// is outstanding, cash 20 % or more below what was expected, a payment that was missed. A deal may
/// name stricter ones or others.
public sealed interface Duty {

  /// From where the thresholds come that no deal names.
  String RULE = "证监会公告〔2014〕49号配套信息披露指引 (secondary)";

  /// From where the thresholds come that a deal names.
  String DEAL = "deal";

  /// As a deal writes it.
  String text();

  /// From where it comes.
  String source();

  /// Defaults less recoveries, since the cut-off, against the tranches' principal that was
  /// outstanding before the payment.
  ///
  /// @param above the part that it has to exceed
  record Loss(BigDecimal above, String source) implements Duty {
    @Override
    public String text() {
      return "loss > " + percent(above);
    }
  }

  /// Cash of the period against what the plan expected of it.
  ///
  /// @param below the part of the plan that it has to fall to or below
  record Cash(BigDecimal below, boolean strictly, String source) implements Duty {
    @Override
    public String text() {
      return "cash " + (strictly ? "<" : "<=") + " " + percent(below) + " of plan";
    }
  }

  /// Interest that stays due, planned principal that was not paid, or principal after maturity.
  record MissedPayment(String source) implements Duty {
    @Override
    public String text() {
      return "missed-payment";
    }
  }

  /// Something from outside that somebody has to say: a rating cut, a suit, a change of party.
  ///
  /// @param text as the deal names it
  record Said(String text, String source) implements Duty {}

  Pattern LOSS = Pattern.compile("loss > (\\d{1,3}(?:\\.\\d{1,4})?)%");
  Pattern CASH = Pattern.compile("cash (<=?) (\\d{1,3}(?:\\.\\d{1,4})?)% of plan");

  /// The duties of a deal: those of the rule, and what its `report` says under `ad-hoc`.
  static List<Duty> of(Optional<String> adHoc) {
    List<Duty> duties = new ArrayList<>();
    duties.add(new Loss(new BigDecimal("0.1"), RULE));
    duties.add(new Cash(new BigDecimal("0.8"), false, RULE));
    duties.add(new MissedPayment(RULE));
    for (String word : adHoc.orElse("").split(",", -1)) {
      String text = word.strip().replaceAll("\\s+", " ");
      // what the rule has already is told once
      if (!text.isEmpty() && duties.stream().noneMatch(duty -> duty.text().equals(text))) {
        duties.add(named(text));
      }
    }
    return duties;
  }

  private static Duty named(String text) {
    Matcher loss = LOSS.matcher(text);
    Matcher cash = CASH.matcher(text);
    if (loss.matches()) {
      return new Loss(part(loss.group(1)), DEAL);
    }
    if (cash.matches()) {
      return new Cash(part(cash.group(2)), cash.group(1).equals("<"), DEAL);
    }
    return text.equals("missed-payment") ? new MissedPayment(DEAL) : new Said(text, DEAL);
  }

  private static BigDecimal part(String percent) {
    return new BigDecimal(percent).movePointLeft(2);
  }

  private static String percent(BigDecimal part) {
    return part.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
