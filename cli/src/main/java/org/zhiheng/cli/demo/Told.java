package org.zhiheng.cli.demo;

import java.util.List;
import org.zhiheng.jobs.report.RecordJson;

/// A story that was told to its end.
///
/// @param story its name
/// @param steps in order
/// @param bundle the file that proves its last record
public record Told(String story, List<Step> steps, String bundle) {

  /// Copies the list.
  public Told {
    steps = List.copyOf(steps);
  }

  /// A step that was taken.
  ///
  /// @param name of the step
  /// @param says what happened
  /// @param record what was made or asked
  /// @param proof where the log has it, or the rule it follows
  /// @param page path and query of the page it is seen on
  public record Step(String name, String says, String record, String proof, String page) {}

  /// As JSON.
  public String json() {
    return RecordJson.text(out -> {
      out.writeStartObject();
      out.writeStringProperty("story", story);
      out.writeArrayPropertyStart("steps");
      for (Step step : steps) {
        out.writeStartObject();
        out.writeStringProperty("name", step.name());
        out.writeStringProperty("record", step.record());
        out.writeStringProperty("proof", step.proof());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeStringProperty("bundle", bundle);
      out.writeEndObject();
    });
  }
}
