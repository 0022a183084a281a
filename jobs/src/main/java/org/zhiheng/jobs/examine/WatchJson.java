package org.zhiheng.jobs.examine;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/// Watches and their hits as JSON; each method writes one value where the generator stands.
public final class WatchJson {

  private WatchJson() {}

  /// A watch; `endedAt` when it has ended.
  public static void watch(Watches.Watch watch, JsonGenerator out) {
    Watches.Fresh content = watch.content();
    out.writeStartObject();
    out.writeStringProperty("id", watch.id().toString());
    out.writeStringProperty("name", content.name());
    strings("classes", content.classes(), out);
    strings("groups", content.groups(), out);
    out.writeNumberProperty("least", content.least());
    out.writeStringProperty("by", content.by());
    out.writeStringProperty("since", content.since().toString());
    watch.endedAt().ifPresent(at -> out.writeStringProperty("endedAt", at.toString()));
    out.writeEndObject();
  }

  /// A mark that came up, with the comparison as it was then.
  public static void hit(Watches.Hit hit, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("watch", hit.watch().toString());
    out.writeStringProperty("right", hit.right().toString());
    out.writeStringProperty("at", hit.at().toString());
    out.writeStringProperty("state", hit.state().code());
    out.writeStringProperty("note", hit.note());
    out.writeStringProperty("decidedBy", hit.decidedBy());
    hit.decidedAt().ifPresent(at -> out.writeStringProperty("decidedAt", at.toString()));
    out.writeName("found");
    out.writeRawValue(hit.found());
    out.writeEndObject();
  }

  private static void strings(String name, Set<String> texts, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    new TreeSet<>(texts).forEach(out::writeString);
    out.writeEndArray();
  }
}
