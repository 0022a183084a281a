package org.zhiheng.server.page;

import java.util.List;

/// One field of a form as it is shown: what it asks for, what it holds, what was wrong with that.
///
/// @param name of the parameter
/// @param label above it
/// @param hint below it; may be empty
/// @param input how it is filled in
/// @param value what it holds
/// @param required whether it may be left empty
/// @param wrong why it was refused; empty when it was not
/// @param choices of a [Input#CHOICE]
public record Field(
    String name,
    String label,
    String hint,
    Input input,
    String value,
    boolean required,
    String wrong,
    List<Choice> choices) {

  /// Copies the choices.
  public Field {
    choices = List.copyOf(choices);
  }

  /// How a field is filled in.
  public enum Input {
    /// One line.
    LINE,
    /// Several lines.
    AREA,
    /// A date.
    DATE,
    /// One of a few.
    CHOICE
  }

  /// One of a few.
  ///
  /// @param code what is sent
  /// @param label what is read
  public record Choice(String code, String label) {}
}
