package org.zhiheng.server.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the page of a valuation shows; figures as text, places of charts in thousandths.
///
/// @param right its id
/// @param title of the right
/// @param patent whether it is one, so that it can be valued
/// @param on the day it holds for, as a date field has it
/// @param facts names and values of the head
/// @param notice what it is not
/// @param refused what was refused, in words
/// @param form what is asked for
/// @param file what was typed, as a file
/// @param money what it may be worth
/// @param indicators the tree
/// @param missing what other methods lack
/// @param annuities the fees to come
/// @param problems what could not be told
public record ValueView(
    String right,
    String title,
    boolean patent,
    String on,
    List<Line> facts,
    String notice,
    List<Refused> refused,
    Form form,
    String file,
    Optional<Money> money,
    Indicators indicators,
    List<Lack> missing,
    List<Line> annuities,
    List<String> problems) {

  /// A name and a value.
  ///
  /// @param note beside it; may be empty
  public record Line(String name, String value, String note) {}

  /// A refusal.
  ///
  /// @param where as the form or the file calls it
  /// @param why in the reader's language
  /// @param exactly in English, with what would be accepted; empty when it says no more
  public record Refused(String where, String why, String exactly) {}

  /// The form.
  public record Form(
      List<Choice> scenes,
      List<Choice> reliefs,
      String name,
      String purpose,
      List<MethodForm> methods,
      List<Choice> leftOut,
      String hazard,
      String hazardSource,
      String seed) {}

  /// A choice, or a field by its code.
  public record Choice(String code, String label, String value, boolean on) {}

  /// A method's part of the form.
  ///
  /// @param brief within names of fields
  /// @param open whether it is unfolded
  /// @param timings when in a year money comes; none when that does not matter
  /// @param deals whether its named lines are deals
  public record MethodForm(
      String brief,
      String title,
      String asks,
      boolean open,
      String source,
      String on,
      List<FigureForm> figures,
      List<Choice> timings,
      boolean deals,
      List<FigureForm> things,
      String wrong) {}

  /// A line of the form.
  ///
  /// @param field the beginning of its fields' names
  /// @param values of its fields by the end of their names
  public record FigureForm(
      String field, String label, String unit, Map<String, String> values, String wrong) {
    /// A field's text.
    public String get(String part) {
      return values.getOrDefault(part, "");
    }
  }

  /// What it may be worth.
  ///
  /// @param range in words
  /// @param agreement how the methods stand to each other, in words
  /// @param apart whether they have nothing in common
  /// @param scale the ends of the chart
  /// @param common where the range given lies in the chart
  public record Money(
      String purpose,
      String range,
      String agreement,
      boolean apart,
      Scale scale,
      Span common,
      List<MethodLine> methods,
      List<Refused> remarks) {}

  /// The ends of a chart.
  public record Scale(String from, String to, String unit) {}

  /// Where something lies in a chart, in thousandths.
  public record Span(long from, long width) {}

  /// A method.
  ///
  /// @param at where its value lies
  public record MethodLine(
      String title,
      String kind,
      String value,
      String low,
      String high,
      String basis,
      Span span,
      long at,
      List<Tornado> tornado,
      Scale tornadoScale,
      long tornadoAt,
      int tornadoLeft,
      List<InputLine> inputs,
      List<Line> steps,
      List<Line> drawn) {}

  /// A bar.
  ///
  /// @param low what the figure is at its lowest, in its unit
  /// @param down where the value lies for that
  /// @param up where for the highest
  public record Tornado(
      String name, String low, String high, String atLow, String atHigh, Span down, Span up) {}

  /// A figure with its source.
  public record InputLine(
      String name,
      String low,
      String is,
      String high,
      String source,
      String on,
      String confidence,
      String confidenceCode) {}

  /// The tree of indicators.
  public record Indicators(String said, String whose, Indicator all, List<Indicator> groups) {}

  /// An indicator.
  ///
  /// @param depth in the tree, from 0
  /// @param score in words
  /// @param span where its range lies
  /// @param known how much of its weight rests on something
  /// @param bare whether nothing of it does
  /// @param parts those below it, flat; none for those below another
  public record Indicator(
      int depth,
      String name,
      String score,
      Span span,
      String known,
      boolean bare,
      List<String> evidence,
      String missing,
      String judgement,
      List<Indicator> parts) {}

  /// What a method would need.
  public record Lack(String method, String needs, String reason) {}

  /// How many annual fees lie ahead, for a heading.
  public int feeCount() {
    return annuities.size();
  }
}
