package org.zhiheng.register.right;

import org.zhiheng.register.event.Fact;

/// The order in which facts of one day are lived.
final class LifeOrder {

  private LifeOrder() {}

  /// Lower comes first. What makes room (a release) comes before what takes it, what ends a right
  /// after what was still done with it that day, what describes it after what happened.
  static int of(Fact fact) {
    return switch (fact) {
      case Fact.Filed _ -> 0;
      case Fact.Published _ -> 1;
      case Fact.ExaminationBegun _ -> 2;
      case Fact.PreliminarilyApproved _ -> 3;
      case Fact.Granted _ -> 4;
      case Fact.Registered _ -> 5;
      case Fact.Suspended _ -> 6;
      case Fact.Resumed _ -> 7;
      case Fact.OwnersRecorded _ -> 8;
      case Fact.PledgeReleased _ -> 9;
      case Fact.LicenceEnded _ -> 10;
      case Fact.PreservationLifted _ -> 11;
      case Fact.Assigned _ -> 12;
      case Fact.Pledged _ -> 13;
      case Fact.Licensed _ -> 14;
      case Fact.Preserved _ -> 15;
      case Fact.Refused _ -> 16;
      case Fact.Withdrawn _ -> 17;
      case Fact.DeemedWithdrawn _ -> 18;
      case Fact.Abandoned _ -> 19;
      case Fact.Ceased _ -> 20;
      case Fact.Expired _ -> 21;
      case Fact.Cancelled _ -> 22;
      case Fact.Restored _ -> 23;
      case Fact.Renewed _ -> 24;
      case Fact.Invalidated _ -> 25;
      case Fact.Acted _ -> 26;
      case Fact.Described _ -> 27;
      case Fact.Noted _ -> 28;
      case Fact.Attached _ -> 29;
      case Fact.Corrected _ -> 30;
    };
  }
}
