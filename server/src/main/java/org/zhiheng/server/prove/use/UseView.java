package org.zhiheng.server.prove.use;

import java.util.List;
import java.util.Optional;
import org.zhiheng.server.page.Field;

/// The page that tells what the evidence shows of the three years before a day.
///
/// @param ask what was filled in
/// @param refused what was wrong with it, in words
/// @param told the answer, when something was asked and can be answered
public record UseView(Ask ask, List<String> refused, Optional<Told> told) {

  /// Copies the list.
  public UseView {
    refused = List.copyOf(refused);
  }

  /// What was filled in.
  ///
  /// @param right as typed
  /// @param bases of what it may be asked
  /// @param basis the one that was chosen
  /// @param on the day
  public record Ask(String right, List<Field.Choice> bases, String basis, String on) {
    /// Copies the list.
    public Ask {
      bases = List.copyOf(bases);
    }
  }

  /// The answer.
  ///
  /// @param right id of the mark
  /// @param mark its words
  /// @param caption the window, its law and its unit, in words
  /// @param goods in the register's order
  /// @param justified why there was no use
  /// @param remarks what a reader must know beside
  /// @param law what it stands on, with how far that was checked
  /// @param rule by which use is called proved, in words
  /// @param nearness by what goods were told similar
  public record Told(
      String right,
      String mark,
      String caption,
      List<Good> goods,
      List<String> justified,
      List<String> remarks,
      List<Point> law,
      String rule,
      String nearness) {
    /// Copies the lists.
    public Told {
      goods = List.copyOf(goods);
      justified = List.copyOf(justified);
      remarks = List.copyOf(remarks);
      law = List.copyOf(law);
    }
  }

  /// A point of law.
  ///
  /// @param text what it says
  /// @param source where it stands
  /// @param confidence how far that was checked
  public record Point(String text, String source, String confidence) {}

  /// A good.
  ///
  /// @param name as the register words it
  /// @param strange that the register does not have it; empty where it does
  /// @param verdict `proved`, `weak`, `none`
  /// @param label the verdict in words
  /// @param chart its months
  /// @param summary last use, longest gap, three years without, in words
  /// @param because why the verdict is what it is
  /// @param items the evidence that was counted
  /// @param beside goods with proved use that are similar
  public record Good(
      String name,
      String strange,
      String verdict,
      String label,
      Chart chart,
      String summary,
      List<String> because,
      List<Item> items,
      List<String> beside) {
    /// Copies the lists.
    public Good {
      because = List.copyOf(because);
      items = List.copyOf(items);
      beside = List.copyOf(beside);
    }
  }

  /// Evidence that was counted.
  ///
  /// @param id of it
  /// @param kind in words
  /// @param form the mark in it beside the mark as registered, in words
  /// @param lacks what it lacks to prove use by itself
  public record Item(String id, String kind, String form, String lacks) {}

  /// Months as bars; the height is the number of pieces of evidence that touch the month.
  ///
  /// @param said the chart in one sentence, for those who do not see it
  /// @param bars oldest first
  /// @param marks days below the axis
  public record Chart(String said, List<Bar> bars, List<Tick> marks) {

    /// Width of a month.
    public static final int STEP = 20;

    /// Height of the tallest bar.
    public static final int HEIGHT = 44;

    /// Copies the lists.
    public Chart {
      bars = List.copyOf(bars);
      marks = List.copyOf(marks);
    }

    /// Width of all of it.
    public int width() {
      return bars.size() * STEP;
    }
  }

  /// A month.
  ///
  /// @param x from the left
  /// @param height of the bar; 0 for none
  /// @param said month and count
  public record Bar(int x, int height, String said) {}

  /// A day below the axis.
  ///
  /// @param x from the left
  /// @param anchor `start` or `end`
  /// @param said the day
  public record Tick(int x, String anchor, String said) {}
}
