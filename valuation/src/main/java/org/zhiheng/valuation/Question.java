package org.zhiheng.valuation;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.valuation.chance.Draw;
import org.zhiheng.valuation.method.Kind;
import org.zhiheng.valuation.method.Method;

/// What is to be valued, and by which methods.
///
/// @param subject the right or rights, by name and number
/// @param asOf the day for which the value holds (评估基准日)
/// @param currency of all amounts
/// @param purpose what it is for: a licence, a loan, an issue, damages
/// @param methods with their figures
/// @param leftOut why a family of methods is not used
/// @param draw how cases are drawn, if they are
public record Question(
    String subject,
    LocalDate asOf,
    Currency currency,
    String purpose,
    List<Method> methods,
    Map<Kind, String> leftOut,
    Optional<Draw> draw) {

  /// More methods than there are.
  public static final int METHODS_MAX = 20;

  /// Longest text.
  public static final int TEXT_MAX = 2_000;

  /// @throws IllegalArgumentException when there is no method, or too many, or a text is blank or
  ///   too long
  public Question {
    methods = List.copyOf(methods);
    leftOut = Map.copyOf(leftOut);
    if (methods.isEmpty() || methods.size() > METHODS_MAX) {
      throw new IllegalArgumentException(
          "methods must be 1.." + METHODS_MAX + ": " + methods.size());
    }
    if (subject.isBlank() || purpose.isBlank()) {
      throw new IllegalArgumentException("subject and purpose must not be blank");
    }
    if (subject.length() > TEXT_MAX || purpose.length() > TEXT_MAX) {
      throw new IllegalArgumentException(
          "subject and purpose have at most " + TEXT_MAX + " characters: " + subject.length());
    }
  }
}
