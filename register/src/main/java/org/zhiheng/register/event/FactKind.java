package org.zhiheng.register.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.values.Parsed;

/// The name of each kind of fact, the same in data, CLI, REST and pages.
public enum FactKind {
  FILED,
  PUBLISHED,
  EXAMINATION_BEGUN,
  PRELIMINARILY_APPROVED,
  GRANTED,
  REGISTERED,
  REFUSED,
  WITHDRAWN,
  DEEMED_WITHDRAWN,
  ABANDONED,
  CEASED,
  EXPIRED,
  RENEWED,
  RESTORED,
  INVALIDATED,
  CANCELLED,
  SUSPENDED,
  RESUMED,
  OWNERS_RECORDED,
  ASSIGNED,
  PLEDGED,
  PLEDGE_RELEASED,
  LICENSED,
  LICENCE_ENDED,
  PRESERVED,
  PRESERVATION_LIFTED,
  ACTED,
  DESCRIBED,
  NOTED,
  ATTACHED,
  CORRECTED;

  /// The kind of this fact.
  public static FactKind of(Fact fact) {
    return switch (fact) {
      case Fact.Filed _ -> FILED;
      case Fact.Published _ -> PUBLISHED;
      case Fact.ExaminationBegun _ -> EXAMINATION_BEGUN;
      case Fact.PreliminarilyApproved _ -> PRELIMINARILY_APPROVED;
      case Fact.Granted _ -> GRANTED;
      case Fact.Registered _ -> REGISTERED;
      case Fact.Refused _ -> REFUSED;
      case Fact.Withdrawn _ -> WITHDRAWN;
      case Fact.DeemedWithdrawn _ -> DEEMED_WITHDRAWN;
      case Fact.Abandoned _ -> ABANDONED;
      case Fact.Ceased _ -> CEASED;
      case Fact.Expired _ -> EXPIRED;
      case Fact.Renewed _ -> RENEWED;
      case Fact.Restored _ -> RESTORED;
      case Fact.Invalidated _ -> INVALIDATED;
      case Fact.Cancelled _ -> CANCELLED;
      case Fact.Suspended _ -> SUSPENDED;
      case Fact.Resumed _ -> RESUMED;
      case Fact.OwnersRecorded _ -> OWNERS_RECORDED;
      case Fact.Assigned _ -> ASSIGNED;
      case Fact.Pledged _ -> PLEDGED;
      case Fact.PledgeReleased _ -> PLEDGE_RELEASED;
      case Fact.Licensed _ -> LICENSED;
      case Fact.LicenceEnded _ -> LICENCE_ENDED;
      case Fact.Preserved _ -> PRESERVED;
      case Fact.PreservationLifted _ -> PRESERVATION_LIFTED;
      case Fact.Acted _ -> ACTED;
      case Fact.Described _ -> DESCRIBED;
      case Fact.Noted _ -> NOTED;
      case Fact.Attached _ -> ATTACHED;
      case Fact.Corrected _ -> CORRECTED;
    };
  }

  /// `pledge-released`
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<FactKind> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (FactKind kind : values()) {
      if (kind.code().equals(code)) {
        return Parsed.ok(kind);
      }
    }
    return Parsed.refused(
        "event-kind",
        text,
        "A kind of event is one of "
            + Arrays.stream(values()).map(FactKind::code).collect(Collectors.joining(", "))
            + ".");
  }
}
