package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import org.zhiheng.values.RightId;

/// The law of the filing date of some filings.
///
/// @param law its name
/// @param articles that a factor of this kind is weighed under (`4`, `19`)
/// @param firm how well we know it
/// @param words what they say, in our words
/// @param source where it was read
/// @param rights the filings made under it, by id; empty with [#undated] filings
/// @param undated whether these filings have no recorded filing date
public record LegalBasis(
    Said law,
    List<String> articles,
    Firm firm,
    Said words,
    String source,
    List<RightId> rights,
    boolean undated) {

  /// Copies the lists.
  public LegalBasis {
    articles = List.copyOf(articles);
    rights = List.copyOf(rights);
  }

  /// How well the law is known.
  public enum Firm {
    /// The text of that day was read.
    READ,
    /// Known from law firms' notes only.
    PROVISIONAL,
    /// Not read; to be looked up.
    NOT_READ
  }
}
