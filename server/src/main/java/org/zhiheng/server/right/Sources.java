package org.zhiheng.server.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Words;

/// Tells where an event was read.
///
/// @param words of the reader
/// @param facts the words for facts
/// @param record of the right
record Sources(Words words, FactWords facts, RightRecord record) {

  /// `gazette-2019-36.csv, line 4711`
  String name(Event event) {
    Source source = event.source();
    if (source.equals(Source.BY_HAND)) {
      return words.say("source.byHand");
    }
    return source.position().isEmpty()
        ? source.name()
        : words.say("source.at", source.name(), words.position(source.position()));
  }

  /// Why something is as this event says.
  Reason of(String id, String title, Event event) {
    List<Reason.Line> lines = new ArrayList<>();
    lines.add(
        new Reason.Line(
            words.say("reason.event"),
            event.id() + " · " + facts.name(event.fact()) + " · " + words.date(event.on()),
            "#" + event.id()));
    lines.add(Reason.Line.of(words.say("reason.source"), name(event)));
    if (!event.source().digest().isEmpty()) {
      lines.add(Reason.Line.of(words.say("reason.digest"), event.source().digest()));
    }
    lines.add(
        Reason.Line.of(
            words.say("reason.recorded"),
            words.say("event.recorded", event.recordedAt(), event.recordedBy())));
    lines.add(Reason.Line.of(words.say("reason.check"), words.say("reason.event.check")));
    return new Reason(id, Reason.Mark.RULE, title, Optional.empty(), lines);
  }
}
