package org.zhiheng.jobs.administer.remind;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.jobs.administer.DocketBoard;

/// The words of a letter. It goes through hands that are not ours, so it names rights by number and
/// id and never tells a title: that of an application nobody published is a secret.
final class LetterText {

  /// Deadlines that are written out; more are counted.
  static final int LISTED_MAX = 300;

  private final Properties words = new Properties();
  private final RuleBook book;
  private final boolean chinese;
  private final LocalDate today;

  LetterText(String language, RuleBook book, LocalDate today) {
    this.book = book;
    this.chinese = language.equals("zh");
    this.today = today;
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                LetterText.class.getResourceAsStream(
                    "letter_" + (chinese ? "zh" : "en") + ".properties")),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// One letter of these, in the order given.
  Letter of(Recipient to, List<Reminder> reminders) {
    LocalDate first =
        reminders.stream()
            .map(reminder -> reminder.row().warnBy())
            .min(LocalDate::compareTo)
            .orElseThrow();
    long missed = reminders.stream().filter(reminder -> reminder.step() == Reminder.MISSED).count();
    StringBuilder text = new StringBuilder();
    text.append(say("greeting", to.person(), reminders.size(), today)).append("\n");
    if (missed > 0) {
      text.append(say("missed.head", missed)).append("\n");
    }
    for (Reminder reminder : reminders.subList(0, Math.min(LISTED_MAX, reminders.size()))) {
      text.append("\n").append(item(reminder));
    }
    if (reminders.size() > LISTED_MAX) {
      text.append("\n").append(say("more", reminders.size() - LISTED_MAX)).append("\n");
    }
    text.append("\n").append(say("foot")).append("\n");
    return new Letter(
        to.mail(),
        missed > 0
            ? say("subject.missed", reminders.size(), missed)
            : say("subject", reminders.size(), first),
        text.toString());
  }

  private String item(Reminder reminder) {
    DocketBoard.Row row = reminder.row();
    long left = ChronoUnit.DAYS.between(today, row.warnBy());
    String head =
        reminder.step() == Reminder.MISSED
            ? say("item.missed", row.warnBy(), row.latest())
            : say(
                left < 0 ? "item.late" : "item",
                row.due().map(LocalDate::toString).orElse(say("unknown")),
                row.warnBy(),
                row.latest(),
                Math.abs(left));
    Rule rule = book.rule(row.rule()).orThrow();
    return head
        + "\n  "
        + (chinese ? rule.title().zh() : rule.title().en())
        + " ("
        + row.rule()
        + "), "
        + say("status." + row.status())
        + "\n  "
        + row.number()
        + " ("
        + row.right()
        + ")\n"
        + switch (reminder.why()) {
          case Reminder.Why.Given _ -> "";
          case Reminder.Why.Nobodys _ ->
              row.assigned().isEmpty()
                  ? "  " + say("why.nobody") + "\n"
                  : "  " + say("why.unlisted", row.assigned()) + "\n";
          case Reminder.Why.StandsIn stands -> "  " + say("why.stands-in", stands.person()) + "\n";
          case Reminder.Why.Escalated escalated ->
              "  "
                  + escalated
                      .person()
                      .map(person -> say("why.escalated", person))
                      .orElseGet(() -> say("why.escalated.nobody"))
                  + "\n";
        };
  }

  private String say(String key, Object... values) {
    String pattern = Objects.requireNonNull(words.getProperty(key), key);
    Object[] shown = new Object[values.length];
    for (int at = 0; at < values.length; at++) {
      shown[at] = values[at].toString();
    }
    return new MessageFormat(pattern, chinese ? Locale.CHINA : Locale.UK).format(shown);
  }
}
