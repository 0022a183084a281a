package org.zhiheng.server.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// Shows how the check digit of a Chinese application number is made.
///
/// Source: ZC 0006-2003, recalled; every number of the gazettes of 2019 that were read agrees.
final class CheckDigit {

  private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
  private static final int DIVISOR = 11;

  private static final Citation RULE =
      new Citation("ZC 0006-2003", "", "", Optional.empty(), Confidence.RECALLED);

  private CheckDigit() {}

  /// The steps; empty for a number that has no check digit.
  static Optional<Reason> explain(Words words, RightNumber number) {
    String text = number.text();
    int dot = text.indexOf('.');
    if (!number.office().equals(Office.CN)
        || dot < 0
        || !text.matches("([0-9]{8}|[0-9]{12})\\.[0-9X]")) {
      return Optional.empty();
    }
    List<String> products = new ArrayList<>();
    int sum = 0;
    for (int at = 0; at < dot; at++) {
      int digit = text.charAt(at) - '0';
      sum += digit * WEIGHTS[at];
      products.add(digit + "×" + WEIGHTS[at]);
    }
    int rest = sum % DIVISOR;
    String check = rest == 10 ? "X" : Integer.toString(rest);
    return Optional.of(
        new Reason(
            "check-digit",
            Reason.Mark.RULE,
            words.say("reason.checkDigit.title"),
            Optional.of(RULE),
            List.of(
                Reason.Line.of(words.say("reason.inputs"), text.substring(0, dot)),
                Reason.Line.of(
                    words.say("reason.steps"),
                    String.join(" + ", products)
                        + " = "
                        + sum
                        + "\n"
                        + words.say("reason.checkDigit.rest", sum, DIVISOR, check)),
                Reason.Line.of(
                    words.say("reason.check"), words.say("reason.checkDigit.check", check)))));
  }
}
