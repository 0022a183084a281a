package org.zhiheng.jobs.administer.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// Who is reminded, and letters, as JSON: the names are those that a person is put on the list by.
public final class ReminderJson {

  private ReminderJson() {}

  /// Writes who is reminded as an object.
  public static void write(Recipient recipient, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("person", recipient.person());
    out.writeStringProperty("mail", recipient.mail());
    out.writeStringProperty("language", recipient.language());
    out.writeArrayPropertyStart("days");
    recipient.days().forEach(out::writeNumber);
    out.writeEndArray();
    out.writeBooleanProperty("others", recipient.others());
    text("awayFrom", recipient.away().map(Recipient.Away::from).map(LocalDate::toString), out);
    text("awayUntil", recipient.away().map(Recipient.Away::until).map(LocalDate::toString), out);
    text("delegate", recipient.away().map(Recipient.Away::delegate), out);
    Optional<Recipient.Escalation> escalation = recipient.escalation();
    if (escalation.isPresent()) {
      out.writeNumberProperty("escalateDays", escalation.get().days());
    } else {
      out.writeNullProperty("escalateDays");
    }
    text("escalateTo", escalation.map(Recipient.Escalation::to), out);
    out.writeEndObject();
  }

  /// Writes a letter as an object.
  public static void write(Reminders.Outgoing letter, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("made", letter.made().toString());
    out.writeStringProperty("to", letter.to());
    out.writeStringProperty("state", letter.state());
    out.writeNumberProperty("tries", letter.tries());
    text("nextTry", letter.nextTry().map(Instant::toString), out);
    text("sent", letter.sent().map(Instant::toString), out);
    out.writeStringProperty("subject", letter.subject());
    out.writeStringProperty("failure", letter.failure());
    out.writeEndObject();
  }

  private static void text(String name, Optional<String> text, JsonGenerator out) {
    if (text.isPresent()) {
      out.writeStringProperty(name, text.get());
    } else {
      out.writeNullProperty(name);
    }
  }
}
