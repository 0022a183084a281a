package org.zhiheng.cli.doctor;

/// What one look showed.
///
/// @param check what was looked at: `database`, `log` …
/// @param state how it is
/// @param found what was found, in words and figures
/// @param advice what to do; empty where nothing is
public record Finding(String check, State state, String found, String advice) {

  /// How a thing is.
  public enum State {
    /// As it should be.
    OK,
    /// It works, and somebody should look at it.
    WARN,
    /// It does not work, or will lose something.
    FAIL;

    /// `ok`, `warn`, `fail`
    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Finding ok(String check, String found) {
    return new Finding(check, State.OK, found, "");
  }

  static Finding warn(String check, String found, String advice) {
    return new Finding(check, State.WARN, found, advice);
  }

  static Finding fail(String check, String found, String advice) {
    return new Finding(check, State.FAIL, found, advice);
  }
}
