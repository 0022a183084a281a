package org.zhiheng.jobs.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// The values of one form, read field by field; what is wrong is gathered, not thrown.
final class FormValues {

  /// Longest value of one field: a claim set fits, a book does not.
  static final int LENGTH_MAX = 20_000;

  /// Most names, classes or texts in one field.
  static final int PARTS_MAX = 200;

  private final RightKind rightKind;
  private final Office office;
  private final Map<String, String> values;
  private final List<Problem> problems = new ArrayList<>();

  /// @param what is being typed in, as a refusal calls it: `event`, `right`
  FormValues(
      String what,
      RightKind rightKind,
      Office office,
      Map<String, String> values,
      List<FormField> fields) {
    this.rightKind = rightKind;
    this.office = office;
    this.values = values;
    String known = fields.stream().map(FormField::name).collect(Collectors.joining(", "));
    values.forEach((name, value) -> {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        refuse(
            "unknown-field",
            Problem.shown(name),
            value,
            known.isEmpty()
                ? "This kind of " + what + " has no fields."
                : "This kind of " + what + " has the fields " + known + ".");
      } else if (value.length() > LENGTH_MAX) {
        refuse("too-long", name, value, "At most " + LENGTH_MAX + " characters.");
      }
    });
    for (FormField field : fields) {
      if (field.need() == FormField.Need.REQUIRED && text(field.name()).isEmpty()) {
        refuse("required", field.name(), "", "This must be given.");
      }
    }
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void refuse(String code, String field, String given, String reason) {
    problems.add(Problem.of(code, field, given, reason));
  }

  String text(String field) {
    return values.getOrDefault(field, "");
  }

  Optional<LocalDate> date(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      refuse("date", field, text, "A date is written year-month-day, such as 2026-11-22.");
      return Optional.empty();
    }
  }

  Optional<RightNumber> number(String field, NumberType type) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : keep(field, parse(type, text));
  }

  /// A number of whichever type the text reads as, for this kind of right.
  Optional<RightNumber> anyNumber(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (rightKind.family() != RightKind.Family.PATENT) {
      return keep(field, parse(NumberType.REGISTRATION, text));
    }
    Parsed<RightNumber> application = parse(NumberType.APPLICATION, text);
    return application.found().isPresent()
        ? application.found()
        : keep(field, parse(NumberType.PUBLICATION, text));
  }

  private Parsed<RightNumber> parse(NumberType type, String text) {
    return switch (type) {
      // A Chinese mark keeps one number from filing on.
      case APPLICATION ->
          rightKind.family() == RightKind.Family.PATENT
              ? Numbers.application(office, text)
              : Numbers.registration(office, text);
      case PUBLICATION -> Numbers.publication(office, text);
      case REGISTRATION -> Numbers.registration(office, text);
      case MADRID -> Numbers.madrid(text);
    };
  }

  /// A number without its date says nothing that can be recorded, nor a date without its number.
  void bothOrNone(
      String numberField,
      Optional<RightNumber> number,
      String dateField,
      Optional<LocalDate> date) {
    if (number.isPresent() && text(dateField).isEmpty()) {
      refuse("required", dateField, "", "The number has a date: give both or none.");
    }
    if (date.isPresent() && text(numberField).isEmpty()) {
      refuse("required", numberField, "", "The date has a number: give both or none.");
    }
  }

  List<String> texts(String field) {
    List<String> parts = new ArrayList<>();
    for (String part : text(field).split("[;；\n]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    if (parts.size() > PARTS_MAX) {
      refuse("too-many", field, "", "At most " + PARTS_MAX + " in one field.");
      return List.of();
    }
    return parts;
  }

  /// `甲=60; 乙=40`, or names alone with one part each.
  List<Fact.Share> shares(String field) {
    List<Fact.Share> shares = new ArrayList<>();
    for (String part : texts(field)) {
      int equals = part.lastIndexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals).strip();
      String parts = equals < 0 ? "1" : part.substring(equals + 1).strip();
      if (name.isEmpty() || !parts.matches("[1-9][0-9]{0,5}")) {
        refuse(
            "share",
            field,
            part,
            "A share is a name, or a name=parts with parts from 1 to 999999.");
      } else {
        shares.add(new Fact.Share(name, Integer.parseInt(parts)));
      }
    }
    return shares;
  }

  List<ClassSymbol> classes(String field) {
    List<ClassSymbol> symbols = new ArrayList<>();
    for (String text : texts(field)) {
      keep(field, Symbols.read(scheme(text), text)).ifPresent(symbols::add);
    }
    return symbols;
  }

  private ClassScheme scheme(String text) {
    return switch (rightKind) {
      case DESIGN -> ClassScheme.LOCARNO;
      case INVENTION_PATENT, UTILITY_MODEL -> ClassScheme.IPC;
      case MARK,
          SOFTWARE_COPYRIGHT,
          WORK,
          GEOGRAPHICAL_INDICATION,
          LAYOUT_DESIGN,
          DATA_IP_REGISTRATION ->
          text.strip().matches("[0-9]{4}.*") ? ClassScheme.SIMILAR_GROUP : ClassScheme.NICE;
    };
  }

  Bibliography bibliography() {
    List<Bibliography.Named> named = new ArrayList<>();
    texts("applicants").forEach(name -> named.add(named(Bibliography.Role.APPLICANT, name)));
    texts("holders").forEach(name -> named.add(named(Bibliography.Role.HOLDER, name)));
    texts("inventors").forEach(name -> named.add(named(Bibliography.Role.INVENTOR, name)));
    return FactForm.bibliography(text("title"), named, this);
  }

  private static Bibliography.Named named(Bibliography.Role role, String name) {
    return Bibliography.Named.of(role, name);
  }

  Optional<Bibliography.Sign> sign(String title) {
    List<String> goods = texts("goods");
    return rightKind == RightKind.MARK && !(title.isEmpty() && goods.isEmpty())
        ? Optional.of(new Bibliography.Sign(title, "", goods))
        : Optional.empty();
  }

  Fact.LicenceKind licence() {
    String given = text("licence");
    for (Fact.LicenceKind kind : Fact.LicenceKind.values()) {
      if (FactJson.code(kind).equals(given)) {
        return kind;
      }
    }
    if (!given.isEmpty()) {
      refuse("licence", "licence", given, "A licence is exclusive, sole, ordinary or open.");
    }
    return Fact.LicenceKind.ORDINARY;
  }

  Optional<Act> act(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : keep(field, Act.parse(text));
  }

  Optional<ServiceWay> service(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : keep(field, ServiceWay.parse(text));
  }

  Optional<EventId> event(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : keep(field, EventId.parse(text));
  }

  /// `zh` when there is a Han character in it, else unsaid.
  static String language(String text) {
    return text.codePoints()
            .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
        ? "zh"
        : "";
  }

  private <T> Optional<T> keep(String field, Parsed<T> parsed) {
    parsed.refusal().ifPresent(problem -> problems.add(problem.at(field)));
    return parsed.found();
  }
}
