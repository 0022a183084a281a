package org.zhiheng.jobs.prove.data;

import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.values.Citation;

/// Where data-IP is registered, and what is known of it. What was not found is empty.
///
/// @param code `zhejiang`: the name in data
/// @param name of the place
/// @param citation its instrument, and how far that was checked
/// @param publicityDays how long an application is published
/// @param validityYears how long a registration lasts
/// @param fromRegistration whether that runs from the registration notice; empty where not found
/// @param depositFirst whether the set must be deposited before it is filed; empty where not found
/// @param fields of the form, as far as they were found
/// @param said what else is known
public record DataRegion(
    String code,
    Said name,
    Citation citation,
    Optional<Integer> publicityDays,
    Optional<Integer> validityYears,
    Optional<Boolean> fromRegistration,
    Optional<Boolean> depositFirst,
    List<Field> fields,
    Said said) {

  /// Copies the list.
  public DataRegion {
    fields = List.copyOf(fields);
  }

  /// A field of the form.
  ///
  /// @param name in data
  /// @param required whether it may not stay empty; else whether it may was not found
  /// @param said in words
  public record Field(String name, boolean required, Said said) {}
}
