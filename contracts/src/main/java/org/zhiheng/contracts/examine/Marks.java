package org.zhiheng.contracts.examine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;

/// Notices of marks and of a patent, as examples.
final class Marks {

  static final LocalDate DAY = LocalDate.of(2024, 5, 20);

  private Marks() {}

  /// A mark that was filed.
  ///
  /// @param word its words; empty for a figure alone
  /// @param classes Nice classes as two digits
  /// @param groups similar groups as printed
  static Notice mark(int number, String word, List<String> classes, List<String> groups) {
    List<ClassSymbol> symbols = new ArrayList<>();
    classes.forEach(symbol -> symbols.add(new ClassSymbol(ClassScheme.NICE, symbol)));
    groups.forEach(symbol -> symbols.add(new ClassSymbol(ClassScheme.SIMILAR_GROUP, symbol)));
    return notice(
        RightKind.MARK,
        number,
        symbols,
        Optional.of(new Bibliography.Sign(word, word.isEmpty() ? "figure.png" : "", List.of())));
  }

  /// A patent whose title could be a mark's.
  static Notice patent(int number, String title) {
    Notice notice =
        notice(
            RightKind.INVENTION_PATENT,
            number,
            List.of(new ClassSymbol(ClassScheme.IPC, "G06F3/0481")),
            Optional.empty());
    Fact.Filed filed = (Fact.Filed) notice.facts().getFirst().fact();
    return new Notice(
        notice.kind(),
        notice.office(),
        notice.numbers(),
        List.of(
            new DatedFact(
                DAY, new Fact.Filed(filed.numbers(), filed.bibliography().withTitle("zh", title)))),
        notice.source());
  }

  private static Notice notice(
      RightKind kind, int number, List<ClassSymbol> symbols, Optional<Bibliography.Sign> sign) {
    RightNumber application =
        new RightNumber(
            Office.CN,
            NumberType.APPLICATION,
            String.format(Locale.ROOT, "%08d", number),
            String.format(Locale.ROOT, "CN:T:%08d", number));
    Bibliography bibliography =
        new Bibliography(
            List.of(),
            List.of(),
            List.of(Bibliography.Named.of(Bibliography.Role.APPLICANT, "北京春香禾福食品有限公司")),
            symbols,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            sign);
    return new Notice(
        kind,
        Office.CN,
        List.of(application),
        List.of(new DatedFact(DAY, new Fact.Filed(List.of(application), bibliography))),
        new Source("marks.csv", "line " + number, "ab".repeat(32)));
  }
}
