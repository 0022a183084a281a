package org.zhiheng.jobs.prove.use;

import java.util.Locale;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.Citation;

/// Whether an office asks that evidence of use be anchored on a chain.
///
/// @param office which
/// @param need what is known of it
/// @param citation where that stands, and how far that was checked
/// @param said it in words
public record AnchorRule(Office office, Need need, Citation citation, Said said) {

  /// Whether it is asked for.
  public enum Need {
    /// It is: without it nothing is declared.
    REQUIRED,
    /// It need not be.
    OPTIONAL,
    /// No text was found that says so, or that it is not so.
    UNKNOWN;

    /// `required`: the name in data.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
