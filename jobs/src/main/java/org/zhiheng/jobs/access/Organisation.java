package org.zhiheng.jobs.access;

import java.time.Instant;
import org.zhiheng.values.OrganisationId;

/// Whoever keeps records here: an enterprise, an agency, an office.
///
/// @param id its id
/// @param name as it calls itself, 1..[#NAME_LENGTH_MAX] characters
/// @param createdAt when it was entered
public record Organisation(OrganisationId id, String name, Instant createdAt) {

  /// Room for a company's full name in two languages.
  public static final int NAME_LENGTH_MAX = 200;

  /// @throws IllegalArgumentException when the name is blank or too long
  public Organisation {
    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "an organisation's name has 1.." + NAME_LENGTH_MAX + " characters: " + name);
    }
  }
}
