package org.zhiheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.number.SocialCreditCode;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads numbers as an office prints them and says whether they can be right. Needs no workspace.
@Command(
    name = "check",
    description = {
      "Says what a number or symbol is, and whether it can be right.",
      "Without --as it is tried as a patent application, a publication and a credit code."
    })
final class NumberCheck implements Verb {

  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "TEXT", description = "As printed, in any spelling.")
  private List<String> texts = List.of();

  @Option(names = "--as", paramLabel = "TYPE", description = "One of ${COMPLETION-CANDIDATES}.")
  private Optional<Type> as = Optional.empty();

  @Option(
      names = "--office",
      paramLabel = "CODE",
      description = "Of numbers that do not begin with it (default: CN).",
      converter = Options.OfOffice.class)
  private Optional<Office> office = Optional.empty();

  NumberCheck(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() {
    boolean allValid = true;
    try (Listing listing =
        session
            .output()
            .listing(
                Column.text("given"),
                Column.truth("valid"),
                Column.text("type"),
                Column.text("number"),
                Column.text("key"),
                Column.text("code"),
                Column.text("reason"))) {
      for (String text : texts) {
        allValid &= check(text, listing);
      }
    }
    return allValid ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /// Whether one reading holds. All that hold are listed, else the likeliest refusal.
  private boolean check(String text, Listing listing) {
    List<Reading> readings = new ArrayList<>();
    if (as.isPresent()) {
      readings.add(read(as.get(), text));
    } else {
      readings.add(read(Type.APPLICATION, text));
      readings.add(read(Type.PUBLICATION, text));
      readings.add(read(Type.CREDIT_CODE, text));
    }
    List<Reading> valid = readings.stream().filter(reading -> reading.problem().isEmpty()).toList();
    for (Reading reading : valid.isEmpty() ? List.of(likeliest(readings)) : valid) {
      listing.row(
          text,
          Boolean.toString(reading.problem().isEmpty()),
          reading.type().code(),
          reading.number(),
          reading.key(),
          reading.problem().map(Problem::code).orElse(""),
          reading.problem().map(Problem::reason).orElse(""));
    }
    return !valid.isEmpty();
  }

  /// Of several refusals that of a wrong check digit tells most: the text had the form.
  private static Reading likeliest(List<Reading> refused) {
    return refused.stream()
        .filter(reading ->
            reading.problem().map(Problem::code).filter(code -> code.contains("check")).isPresent())
        .findFirst()
        .orElse(refused.getFirst());
  }

  private Reading read(Type type, String text) {
    return switch (type) {
      case APPLICATION -> number(type, Numbers.application(officeOf(text), text));
      case PUBLICATION -> number(type, Numbers.publication(officeOf(text), text));
      case REGISTRATION -> number(type, Numbers.registration(officeOf(text), text));
      case MADRID -> number(type, Numbers.madrid(text));
      case CREDIT_CODE ->
          reading(type, SocialCreditCode.parse(text).map(code -> new String[] {code.code(), ""}));
      case IPC -> symbol(type, Symbols.read(ClassScheme.IPC, text));
      case CPC -> symbol(type, Symbols.read(ClassScheme.CPC, text));
      case LOCARNO -> symbol(type, Symbols.read(ClassScheme.LOCARNO, text));
      case NICE -> symbol(type, Symbols.read(ClassScheme.NICE, text));
      case SIMILAR_GROUP -> symbol(type, Symbols.read(ClassScheme.SIMILAR_GROUP, text));
      case USPC -> symbol(type, Symbols.read(ClassScheme.USPC, text));
    };
  }

  /// The office that was named, else the one the text begins with, else the Chinese one.
  private Office officeOf(String text) {
    if (office.isPresent()) {
      return office.get();
    }
    String start = text.strip().toUpperCase(Locale.ROOT);
    if (start.startsWith("PCT") || start.startsWith("WO")) {
      return Office.WO;
    }
    if (start.matches("(US|EP|JP|KR|DE|FR|GB)[0-9DRPTA ].*")) {
      return new Office(start.substring(0, 2));
    }
    return Office.CN;
  }

  private static Reading number(Type type, Parsed<RightNumber> parsed) {
    return reading(type, parsed.map(number -> new String[] {number.text(), number.key()}));
  }

  private static Reading symbol(Type type, Parsed<ClassSymbol> parsed) {
    return reading(type, parsed.map(symbol -> new String[] {symbol.symbol(), ""}));
  }

  private static Reading reading(Type type, Parsed<String[]> parsed) {
    return switch (parsed) {
      case Parsed.Ok<String[]>(String[] ok) -> new Reading(type, ok[0], ok[1], Optional.empty());
      case Parsed.Refused<String[]>(Problem problem) ->
          new Reading(type, "", "", Optional.of(problem));
    };
  }

  /// One way to read a text.
  private record Reading(Type type, String number, String key, Optional<Problem> problem) {}

  /// What a text can be read as.
  enum Type {
    /// A patent application number.
    APPLICATION,
    /// A publication or grant number of a patent.
    PUBLICATION,
    /// A registration number of a mark or another recorded right.
    REGISTRATION,
    /// A Madrid international registration number.
    MADRID,
    /// A unified social credit code.
    CREDIT_CODE,
    /// A symbol of the International Patent Classification.
    IPC,
    /// A symbol of the Cooperative Patent Classification.
    CPC,
    /// A Locarno class of designs.
    LOCARNO,
    /// A Nice class.
    NICE,
    /// A similar group of the 类似商品和服务区分表.
    SIMILAR_GROUP,
    /// A symbol of the United States Patent Classification.
    USPC;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The code: what the command line takes and shows.
    @Override
    public String toString() {
      return code();
    }
  }
}
