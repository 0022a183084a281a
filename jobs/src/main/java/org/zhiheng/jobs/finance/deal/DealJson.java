package org.zhiheng.jobs.finance.deal;

import java.util.Optional;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.report.RecordJson;
import tools.jackson.core.JsonGenerator;

/// Kept deals and checks of their pools as JSON, the same for CLI and REST, the keys in one order.
public final class DealJson {

  private DealJson() {}

  /// The check as a text.
  static String text(PoolCheck check) {
    return RecordJson.text(out -> {
      out.writeStartObject();
      members(check, out);
      out.writeEndObject();
    });
  }

  /// Writes a check as an object.
  public static void write(String deal, PoolCheck check, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("deal", deal);
    members(check, out);
    out.writeEndObject();
  }

  private static void members(PoolCheck check, JsonGenerator out) {
    out.writeStringProperty("on", check.on().toString());
    out.writeStringProperty("verdict", check.verdict().code());
    out.writeArrayPropertyStart("assets");
    for (PoolCheck.OfAsset asset : check.assets()) {
      out.writeStartObject();
      out.writeStringProperty("asset", asset.asset());
      out.writeArrayPropertyStart("rights");
      asset.rights().forEach(right -> right(right, out));
      out.writeEndArray();
      out.writeArrayPropertyStart("conditions");
      asset.conditions().forEach(one -> met(one, out));
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("pool");
    check.pool().forEach(one -> met(one, out));
    out.writeEndArray();
  }

  private static void right(PoolCheck.OfRight right, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("named", right.typed());
    text("right", right.right().map(Object::toString), out);
    out.writeStringProperty("verdict", right.verdict().code());
    out.writeBooleanProperty("pledgedHere", right.pledgedHere());
    text("refused", right.refused().map(problem -> problem.reason()), out);
    out.writeArrayPropertyStart("open");
    for (Finding finding : right.open()) {
      out.writeStartObject();
      out.writeStringProperty("ground", finding.ground().code());
      out.writeStringProperty("status", finding.status().code());
      out.writeStringProperty("reason", finding.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void met(PoolCheck.Met met, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("condition", met.text());
    out.writeStringProperty("state", met.state().code());
    out.writeStringProperty("why", met.why());
    out.writeEndObject();
  }

  /// Writes a deal as an object, without its terms.
  public static void write(DealBook.Kept kept, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("deal", kept.name().text());
    out.writeNumberProperty("version", kept.version());
    out.writeStringProperty("state", kept.issued().isPresent() ? "issued" : "draft");
    text("issuedOn", kept.issued().map(one -> one.on().toString()), out);
    text("reason", kept.issued().map(DealBook.Issue::reason).filter(one -> !one.isEmpty()), out);
    out.writeNumberProperty("reported", kept.reported());
    out.writeStringProperty("by", kept.by());
    out.writeStringProperty("at", kept.at().toString());
    out.writeEndObject();
  }

  /// Writes an alert as an object.
  public static void write(Alert alert, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("asset", alert.asset());
    out.writeStringProperty("right", alert.right());
    out.writeStringProperty("code", alert.code());
    text("on", alert.on().map(Object::toString), out);
    if (alert.sinceIssue().isPresent()) {
      out.writeBooleanProperty("sinceIssue", alert.sinceIssue().get());
    } else {
      out.writeNullProperty("sinceIssue");
    }
    out.writeStringProperty("why", alert.why());
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
