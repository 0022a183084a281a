package org.zhiheng.jobs.records;

import static org.zhiheng.jobs.records.FormField.Type.CLASSES;
import static org.zhiheng.jobs.records.FormField.Type.DATE;
import static org.zhiheng.jobs.records.FormField.Type.LONG_TEXT;
import static org.zhiheng.jobs.records.FormField.Type.NAMES;
import static org.zhiheng.jobs.records.FormField.Type.NUMBER;
import static org.zhiheng.jobs.records.FormField.Type.TEXT;
import static org.zhiheng.jobs.records.FormField.Type.TEXTS;
import static org.zhiheng.jobs.records.FormField.optional;
import static org.zhiheng.jobs.records.FormField.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Problem;

/// A right typed in by a person: which fields each kind asks for, and how they become a notice.
public final class EntryForm {

  private EntryForm() {}

  /// The fields of this kind of right, in the order they are asked for.
  public static List<FormField> fields(RightKind kind) {
    return switch (kind.family()) {
      case PATENT ->
          List.of(
              required("title", TEXT),
              optional("application-number", NUMBER),
              optional("filing-date", DATE),
              optional("publication-number", NUMBER),
              optional("publication-date", DATE),
              optional("grant-number", NUMBER),
              optional("grant-date", DATE),
              required("applicants", NAMES),
              optional("inventors", NAMES),
              optional("classes", CLASSES),
              optional("abstract", LONG_TEXT));
      case MARK ->
          List.of(
              required("title", TEXT),
              required("number", NUMBER),
              required("filing-date", DATE),
              optional("approval-date", DATE),
              optional("registration-date", DATE),
              optional("until", DATE),
              required("holders", NAMES),
              optional("classes", CLASSES),
              optional("goods", TEXTS));
      case RECORDED ->
          List.of(
              required("title", TEXT),
              required("number", NUMBER),
              optional("filing-date", DATE),
              required("registration-date", DATE),
              optional("until", DATE),
              required("holders", NAMES),
              optional("abstract", LONG_TEXT));
    };
  }

  /// Reads the form.
  public static Read read(RightKind kind, Office office, Map<String, String> values) {
    FormValues form = new FormValues("right", kind, office, FactForm.named(values), fields(kind));
    List<RightNumber> numbers = new ArrayList<>();
    List<DatedFact> facts = new ArrayList<>();
    switch (kind.family()) {
      case PATENT -> patent(form, numbers, facts);
      case MARK, RECORDED -> registered(kind, form, numbers, facts);
    }
    if (form.problems().isEmpty() && numbers.isEmpty()) {
      form.refuse(
          "required",
          kind.family() == RightKind.Family.PATENT ? "application-number" : "number",
          "",
          "A right is found by its number: give at least one.");
    }
    if (form.problems().isEmpty() && facts.isEmpty()) {
      form.refuse("required", "filing-date", "", "A right begins with a date: give at least one.");
    }
    return form.problems().isEmpty()
        ? new Read.Ok(new Notice(kind, office, numbers, facts, Source.BY_HAND))
        : new Read.Refused(form.problems());
  }

  private static void patent(FormValues form, List<RightNumber> numbers, List<DatedFact> facts) {
    Bibliography bibliography = form.bibliography();
    List<RightNumber> application =
        form.number("application-number", NumberType.APPLICATION).stream().toList();
    numbers.addAll(application);
    Optional<LocalDate> filed = form.date("filing-date");
    Bibliography onFiling = bibliography;
    filed.ifPresent(on -> facts.add(new DatedFact(on, new Fact.Filed(application, onFiling))));

    Optional<RightNumber> publication = form.number("publication-number", NumberType.PUBLICATION);
    Optional<LocalDate> published = form.date("publication-date");
    form.bothOrNone("publication-number", publication, "publication-date", published);
    Optional<RightNumber> grant = form.number("grant-number", NumberType.PUBLICATION);
    Optional<LocalDate> granted = form.date("grant-date");
    form.bothOrNone("grant-number", grant, "grant-date", granted);

    // the first notice brings the bibliography; the others need not repeat it
    if (publication.isPresent() && published.isPresent()) {
      numbers.add(publication.get());
      facts.add(
          new DatedFact(
              published.get(),
              new Fact.Published(
                  publication.get(), facts.isEmpty() ? bibliography : Bibliography.EMPTY)));
    }
    if (grant.isPresent() && granted.isPresent()) {
      numbers.add(grant.get());
      facts.add(
          new DatedFact(
              granted.get(),
              new Fact.Granted(grant.get(), facts.isEmpty() ? bibliography : Bibliography.EMPTY)));
    }
  }

  private static void registered(
      RightKind kind, FormValues form, List<RightNumber> numbers, List<DatedFact> facts) {
    Bibliography bibliography = form.bibliography();
    List<RightNumber> number = form.number("number", NumberType.REGISTRATION).stream().toList();
    numbers.addAll(number);
    form.date("filing-date")
        .ifPresent(on -> facts.add(new DatedFact(on, new Fact.Filed(number, bibliography))));
    if (kind == RightKind.MARK) {
      form.date("approval-date")
          .ifPresent(on ->
              facts.add(
                  new DatedFact(
                      on, new Fact.PreliminarilyApproved(List.of(), Bibliography.EMPTY))));
    }
    form.date("registration-date")
        .ifPresent(on ->
            facts.add(
                new DatedFact(
                    on,
                    new Fact.Registered(
                        number,
                        form.date("until"),
                        facts.isEmpty() ? bibliography : Bibliography.EMPTY))));
  }

  /// What reading the form gave.
  public sealed interface Read {
    /// The right's first notice.
    record Ok(Notice notice) implements Read {}

    /// All that is wrong with it, by field name in the path.
    record Refused(List<Problem> problems) implements Read {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }
}
