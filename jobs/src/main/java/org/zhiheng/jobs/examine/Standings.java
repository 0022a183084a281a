package org.zhiheng.jobs.examine;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.right.Right;

/// Says what an earlier mark is to a new one: the same holder's, later, ended, citable.
///
/// Source: Trademark Law of China of 2019, articles 30 and 31 (earlier and same-day filings) and 50
/// (one year after cancellation, invalidation or expiry). The law of 1 January 2027 is adopted; its
/// articles could not be read, so that answers for its days are provisional.
final class Standings {

  /// The day the new law takes effect.
  static final LocalDate NEW_LAW = LocalDate.of(2027, 1, 1);

  private Standings() {}

  static Standing of(Right right, Inquiry inquiry) {
    Standing.Provision provision =
        inquiry.lawDate().isBefore(NEW_LAW)
            ? Standing.Provision.CERTAIN
            : Standing.Provision.PROVISIONAL;
    if (sameHolder(right, inquiry.applicant())) {
      return new Standing(Standing.State.SAME_HOLDER, Optional.empty(), "30", provision);
    }
    LifeStage stage = right.stage();
    if (stage.ended()) {
      return ended(right, stage, inquiry, provision);
    }
    Optional<LocalDate> since = since(right);
    if (since.isEmpty()) {
      return new Standing(Standing.State.UNKNOWN, Optional.empty(), "", provision);
    }
    int order = since.get().compareTo(inquiry.day());
    if (order > 0) {
      return new Standing(Standing.State.LATER, since, "31", provision);
    }
    if (order == 0 && inquiry.filedOn().isPresent()) {
      return new Standing(Standing.State.SAME_DAY, since, "31", provision);
    }
    return new Standing(Standing.State.CITABLE, since, "30", provision);
  }

  /// Withdrawn or never registered: it blocks nothing. What was registered blocks for a year.
  private static Standing ended(
      Right right, LifeStage stage, Inquiry inquiry, Standing.Provision provision) {
    Optional<LocalDate> end = right.dates().endedOn();
    boolean wasRegistered =
        switch (stage) {
          case CANCELLED, INVALIDATED, EXPIRED, CEASED -> true;
          case ABANDONED -> right.dates().registeredOn().isPresent();
          case UNKNOWN,
              FILED,
              PUBLISHED,
              UNDER_EXAMINATION,
              PRELIMINARILY_APPROVED,
              GRANTED,
              REGISTERED,
              REFUSED,
              WITHDRAWN,
              DEEMED_WITHDRAWN,
              SUSPENDED ->
              false;
        };
    if (!wasRegistered) {
      return new Standing(Standing.State.ENDED, end, "", provision);
    }
    if (end.isEmpty()) {
      return new Standing(Standing.State.UNKNOWN, end, "50", provision);
    }
    return new Standing(
        end.get().plusYears(1).isAfter(inquiry.day())
            ? Standing.State.ENDED_WITHIN_YEAR
            : Standing.State.ENDED,
        end,
        "50",
        provision);
  }

  /// Its filing date or, where one is claimed, its earliest priority date.
  private static Optional<LocalDate> since(Right right) {
    return Stream.concat(
            right.dates().filedOn().stream(),
            right.bibliography().priorities().stream()
                .map(Bibliography.Priority::date)
                .flatMap(Optional::stream))
        .min(LocalDate::compareTo)
        .or(() -> right.dates().approvedOn())
        .or(() -> right.dates().registeredOn());
  }

  private static boolean sameHolder(Right right, String applicant) {
    String asked = plain(applicant);
    return !asked.isEmpty() && names(right).stream().map(Standings::plain).anyMatch(asked::equals);
  }

  /// Who holds it now, in every spelling the record gives.
  private static List<String> names(Right right) {
    if (!right.interests().owners().isEmpty()) {
      return right.interests().owners().stream().map(Fact.Share::name).toList();
    }
    return right.bibliography().named().stream()
        .filter(one ->
            one.role() == Bibliography.Role.HOLDER || one.role() == Bibliography.Role.APPLICANT)
        .map(Bibliography.Named::name)
        .toList();
  }

  /// A name without width, case and punctuation: two spellings of one company, not two companies.
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
