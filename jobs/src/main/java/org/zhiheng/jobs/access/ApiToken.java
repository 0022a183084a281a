package org.zhiheng.jobs.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.UserId;

/// A token that a program calls the REST interface with, in its user's name; never its secret.
///
/// @param id its id
/// @param user whose it is
/// @param label what it is for, 1..[#LABEL_LENGTH_MAX] characters
/// @param opening the first characters of the secret, enough to tell two apart (`zht_Ab3dEf`)
/// @param scopes what it may do at most; what the user's role does not allow is not allowed either
/// @param createdAt when it was made
/// @param expiresAt when it ends, exclusive
/// @param lastUsedOn the last day (UTC) it was used on, if it was
public record ApiToken(
    TokenId id,
    UserId user,
    String label,
    String opening,
    Set<Permission> scopes,
    Instant createdAt,
    Instant expiresAt,
    Optional<LocalDate> lastUsedOn) {

  /// Enough to say what a token is for.
  public static final int LABEL_LENGTH_MAX = 80;

  /// Copies the scopes.
  ///
  /// @throws IllegalArgumentException when the label is blank or too long, there is no scope, or it
  ///   ends before it begins
  public ApiToken {
    scopes = Set.copyOf(scopes);
    if (label.isBlank() || label.length() > LABEL_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a token's label has 1.." + LABEL_LENGTH_MAX + " characters: " + label);
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a token has at least one scope: " + label);
    }
    if (!expiresAt.isAfter(createdAt)) {
      throw new IllegalArgumentException("a token ends after it begins: " + expiresAt);
    }
  }
}
