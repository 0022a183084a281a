package org.zhiheng.jobs.administer.remind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Who is reminded of deadlines, and how.
///
/// @param person the name that deadlines are given to
/// @param mail where letters go
/// @param language `zh` or `en`
/// @param days before the warning date on which a reminder goes out, the most first
/// @param others whether deadlines that nobody on the list has come here too
/// @param away when somebody else gets them
/// @param escalation who else gets those that are close
public record Recipient(
    String person,
    String mail,
    String language,
    List<Integer> days,
    boolean others,
    Optional<Away> away,
    Optional<Escalation> escalation) {

  /// When a person who says nothing else is reminded.
  public static final List<Integer> USUAL_DAYS = List.of(30, 14, 7, 1);

  /// Farthest ahead.
  public static final int DAYS_MAX = 400;

  private static final int STEPS_MAX = 12;
  private static final int NAME_MAX = 80;

  /// RFC 5321, 4.5.3.1.3: a path has 256 characters at most, its brackets among them.
  private static final int MAIL_MAX = 254;

  /// Days in order, the most first.
  public Recipient {
    days = new TreeSet<>(days).descendingSet().stream().toList();
  }

  /// 代理: days on which another person gets the letters.
  ///
  /// @param from first day
  /// @param until last day
  /// @param delegate the name of who gets them
  public record Away(LocalDate from, LocalDate until, String delegate) {

    /// Whether the day is one of them.
    public boolean on(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /// 升级: who else is told of what is close or was missed.
  ///
  /// @param days before the warning date
  /// @param to the name of who is told
  public record Escalation(int days, String to) {}

  /// Checks what was typed.
  ///
  /// @param known the other people on the list: who may stand in
  /// @throws ProblemsException naming all that is refused
  public static Recipient checked(Recipient typed, Collection<Recipient> known) {
    List<Problem> problems = new ArrayList<>();
    if (typed.person().isBlank()
        || typed.person().length() > NAME_MAX
        || typed.person().chars().anyMatch(Character::isISOControl)) {
      problems.add(
          Problem.of(
              "required",
              "person",
              typed.person(),
              "A name has 1 to " + NAME_MAX + " characters and no line breaks."));
    }
    mail(typed.mail()).refusal().ifPresent(problem -> problems.add(problem.at("mail")));
    if (!List.of("zh", "en").contains(typed.language())) {
      problems.add(
          Problem.of("language", "language", typed.language(), "Letters are written in zh or en."));
    }
    if (typed.days().isEmpty()
        || typed.days().size() > STEPS_MAX
        || typed.days().stream().anyMatch(day -> day < 0 || day > DAYS_MAX)) {
      problems.add(
          Problem.of(
              "limit",
              "days",
              typed.days().toString(),
              "Up to " + STEPS_MAX + " numbers of days from 0 to " + DAYS_MAX + "."));
    }
    typed
        .away()
        .ifPresent(away -> {
          if (away.until().isBefore(away.from())) {
            problems.add(
                Problem.of(
                    "date",
                    "away",
                    away.from() + " to " + away.until(),
                    "The last day away is not before the first."));
          }
          named("delegate", away.delegate(), typed, known).ifPresent(problems::add);
        });
    typed
        .escalation()
        .ifPresent(escalation -> {
          if (escalation.days() < 0 || escalation.days() > DAYS_MAX) {
            problems.add(
                Problem.of(
                    "limit",
                    "escalation",
                    Integer.toString(escalation.days()),
                    "From 0 to " + DAYS_MAX + " days."));
          }
          named("escalation", escalation.to(), typed, known).ifPresent(problems::add);
        });
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return typed;
  }

  private static Optional<Problem> named(
      String place, String name, Recipient typed, Collection<Recipient> known) {
    if (!name.equals(typed.person())
        && known.stream().anyMatch(other -> other.person().equals(name))) {
      return Optional.empty();
    }
    List<String> names =
        known.stream()
            .map(Recipient::person)
            .filter(other -> !other.equals(typed.person()))
            .sorted(Comparator.naturalOrder())
            .toList();
    return Optional.of(
        Problem.of(
            "not-found",
            place,
            name,
            "It is another person on the list"
                + (names.isEmpty() ? "; there is none yet." : ": " + String.join(", ", names))));
  }

  /// One address, plain: no display name, no quoting, nothing that could end a header.
  private static Parsed<String> mail(String text) {
    int at = text.indexOf('@');
    boolean plain =
        at > 0
            && at == text.lastIndexOf('@')
            && at < text.length() - 1
            && text.length() <= MAIL_MAX
            && text.chars()
                .allMatch(one -> one > ' ' && one < 0x7F && "<>()[],;:\\\"".indexOf(one) < 0)
            && !text.startsWith("-");
    return plain
        ? Parsed.ok(text)
        : Parsed.refused("mail-address", text, "One plain e-mail address: name@example.org");
  }
}
