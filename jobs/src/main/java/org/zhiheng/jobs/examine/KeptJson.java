package org.zhiheng.jobs.examine;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Kept examinations as JSON: the one form that REST and the command line give. Each method writes
/// one value where the generator stands.
public final class KeptJson {

  private KeptJson() {}

  /// A line of a list: id, name, when, by whom, digest of the list.
  public static void row(Examinations.Kept kept, JsonGenerator out) {
    out.writeStartObject();
    head(kept, out);
    out.writeEndObject();
  }

  /// The whole record, what was found as it was kept.
  public static void kept(Examinations.Kept kept, JsonGenerator out) {
    out.writeStartObject();
    head(kept, out);
    out.writeName("found");
    out.writeRawValue(kept.content().found());
    out.writeEndObject();
  }

  /// The whole record, and beside it what the same question gives today.
  public static void shown(Examinations.Kept kept, ExaminationBook.Again again, JsonGenerator out) {
    out.writeStartObject();
    head(kept, out);
    out.writeName("found");
    out.writeRawValue(kept.content().found());
    out.writeName("again");
    again(again, out);
    out.writeEndObject();
  }

  /// What asking again gave.
  public static void again(ExaminationBook.Again again, JsonGenerator out) {
    out.writeStartObject();
    out.writeBooleanProperty("intact", again.intact());
    out.writeBooleanProperty("sameBasis", again.sameBasis());
    out.writeArrayPropertyStart("differs");
    again.differs().forEach(out::writeString);
    out.writeEndArray();
    out.writeBooleanProperty("sameList", again.sameList());
    out.writeArrayPropertyStart("changes");
    again.changes().forEach(change -> change(change, out));
    out.writeEndArray();
    out.writeName("now");
    ExaminationJson.examined(again.now(), out);
    out.writeEndObject();
  }

  private static void head(Examinations.Kept kept, JsonGenerator out) {
    out.writeStringProperty("id", kept.id().toString());
    out.writeStringProperty("name", kept.content().name());
    out.writeStringProperty("at", kept.content().at().toString());
    out.writeStringProperty("by", kept.content().by());
    out.writeStringProperty("list", kept.content().list().hex());
  }

  private static void change(ListChange change, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("change", code(change));
    out.writeStringProperty("right", change.hit().right().toString());
    out.writeStringProperty("name", change.hit().name());
    switch (change) {
      case ListChange.Came came -> out.writeNumberProperty("to", came.rank());
      case ListChange.Gone gone -> out.writeNumberProperty("from", gone.rank());
      case ListChange.Moved moved -> {
        out.writeNumberProperty("from", moved.from());
        out.writeNumberProperty("to", moved.to());
      }
      case ListChange.Rated rated -> {
        out.writeNumberProperty("rank", rated.rank());
        out.writeNumberProperty(
            "orderFrom", new BigDecimal(String.format(Locale.ROOT, "%.6f", rated.from())));
        out.writeNumberProperty("orderTo", new BigDecimal(ExaminationJson.order(rated.now())));
      }
      case ListChange.Turned turned -> {
        out.writeNumberProperty("rank", turned.rank());
        out.writeStringProperty("standingFrom", turned.from().state().code());
        out.writeStringProperty("standingTo", turned.now().standing().state().code());
      }
    }
    out.writeEndObject();
  }

  /// `came`, `gone`, `moved`, `rated` or `turned`.
  public static String code(ListChange change) {
    return switch (change) {
      case ListChange.Came _ -> "came";
      case ListChange.Gone _ -> "gone";
      case ListChange.Moved _ -> "moved";
      case ListChange.Rated _ -> "rated";
      case ListChange.Turned _ -> "turned";
    };
  }
}
