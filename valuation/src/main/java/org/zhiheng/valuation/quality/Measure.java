package org.zhiheng.valuation.quality;

/// What is measured of a patent. A figure that cannot be known is `NaN`, never 0.
public enum Measure {
  /// Distinct IPC subclasses.
  SCOPE(true),
  /// Offices in the family.
  FAMILY(true),
  /// `1 - lag / longest lag of the cohort`, from filing to grant; of granted patents.
  GRANT_LAG(false),
  /// Patents cited, self-citations too.
  BACKWARD(true),
  /// Citations that are no patents.
  LITERATURE(true),
  /// Claims.
  CLAIMS(true),
  /// Claims for each patent cited; of patents that cite.
  CLAIMS_PER_BACKWARD(true),
  /// Citations by patents published before five years after the publication are over; those of
  /// patents published earlier than the cited one count too. Where the five years are not over, it
  /// cannot be known.
  FORWARD_5(true),
  /// The same within seven years.
  FORWARD_7(true),
  /// 1 if among the one percent of the cohort cited most within five years (ties with the last of
  /// them count too, if they are cited at all), else 0.
  BREAKTHROUGH(false),
  /// `1 - sum of squares` of the shares of subclasses among citing patents; a patent's weight is
  /// spread evenly over its subclasses. Of patents that are cited.
  GENERALITY(false),
  /// The same among cited patents that are given.
  ORIGINALITY(false),
  /// Of the subclasses of cited patents, each as often as it is met, the share not among the
  /// patent's own.
  RADICALNESS(false),
  /// Years kept.
  RENEWAL(true);

  private final boolean counts;

  Measure(boolean counts) {
    this.counts = counts;
  }

  /// Whether it is a count, which a cohort brings to 0..1; the others are in 0..1 as they are.
  public boolean counts() {
    return counts;
  }
}
