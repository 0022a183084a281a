package org.zhiheng.server.security;

import java.util.Optional;
import org.zhiheng.values.Problem;

/// What the page for changing one's password shows.
///
/// @param name what the user signs in under
/// @param required whether nothing else may be done before
/// @param problem why the last try was refused
public record PasswordView(String name, Required required, Optional<Problem> problem) {

  /// Why the page is open.
  public enum Required {
    /// The password was given by somebody else: a new one first.
    YES,
    /// The user came of their own.
    NO
  }

  /// Whether the problem is about this field.
  public boolean wrong(String field) {
    return problem.filter(one -> one.path().equals(field)).isPresent();
  }
}
