package org.zhiheng.jobs.access;

import java.time.Instant;
import java.util.Locale;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.UserId;

/// Somebody who may sign in.
///
/// @param id its id
/// @param organisation the one organisation it acts for
/// @param name what it signs in under
/// @param displayName what others see, 1..[#DISPLAY_NAME_LENGTH_MAX] characters
/// @param role what it is there
/// @param standing whether it may come in
/// @param version grows with each change of role, standing or password: what was opened under an
///   older one is closed
/// @param createdAt when it was added
public record User(
    UserId id,
    OrganisationId organisation,
    LoginName name,
    String displayName,
    Role role,
    Standing standing,
    long version,
    Instant createdAt) {

  /// Room for a name in two languages.
  public static final int DISPLAY_NAME_LENGTH_MAX = 120;

  /// @throws IllegalArgumentException when the display name is blank or too long
  public User {
    if (displayName.isBlank() || displayName.length() > DISPLAY_NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a display name has 1.." + DISPLAY_NAME_LENGTH_MAX + " characters: " + displayName);
    }
  }

  /// In whose name jobs are called while this user is signed in.
  public Acting acting() {
    return Acting.as(organisation, name.text(), role);
  }

  /// Whether a user may come in.
  public enum Standing {
    /// 启用
    ENABLED,
    /// 停用
    DISABLED;

    /// `enabled`: the name in data, CLI and REST.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
