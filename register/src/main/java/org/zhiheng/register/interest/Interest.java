package org.zhiheng.register.interest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Fact;
import org.zhiheng.values.EventId;

/// What somebody has or had in a right.
public sealed interface Interest {

  /// The event that recorded it.
  EventId event();

  /// The number under which it was recorded; may be empty.
  String recordNumber();

  /// The first day.
  LocalDate from();

  /// The day it was released, ended or passed on, which it no longer stands on; empty while nothing
  /// of the kind is recorded.
  Optional<LocalDate> endedOn();

  /// Whether it stands on that day. Licences and preservations end with the last day of their term;
  /// a pledge outlasts the term of its debt until it is released, for the register cannot see the
  /// payment.
  boolean standsOn(LocalDate day);

  /// Owners, until other owners follow them.
  ///
  /// @param owners at least one
  record Ownership(
      EventId event,
      String recordNumber,
      List<Fact.Share> owners,
      LocalDate from,
      Optional<LocalDate> endedOn)
      implements Interest {
    /// Copies the list.
    public Ownership {
      owners = List.copyOf(owners);
    }

    @Override
    public boolean standsOn(LocalDate day) {
      return within(day, from, Optional.empty(), endedOn);
    }

    Ownership ended(LocalDate on) {
      return new Ownership(event, recordNumber, owners, from, Optional.of(on));
    }
  }

  /// 质押
  ///
  /// @param until last day of the debt's term, if recorded
  /// @param amount as recorded; may be empty
  record Pledge(
      EventId event,
      String recordNumber,
      String pledgor,
      String pledgee,
      String amount,
      LocalDate from,
      Optional<LocalDate> until,
      Optional<LocalDate> endedOn)
      implements Interest {

    @Override
    public boolean standsOn(LocalDate day) {
      return within(day, from, Optional.empty(), endedOn);
    }

    Pledge ended(LocalDate on) {
      return new Pledge(
          event, recordNumber, pledgor, pledgee, amount, from, until, Optional.of(on));
    }
  }

  /// 许可
  ///
  /// @param until last day, if recorded
  record Licence(
      EventId event,
      String recordNumber,
      Fact.LicenceKind kind,
      String licensor,
      String licensee,
      LocalDate from,
      Optional<LocalDate> until,
      Optional<LocalDate> endedOn)
      implements Interest {

    @Override
    public boolean standsOn(LocalDate day) {
      return within(day, from, until, endedOn);
    }

    Licence ended(LocalDate on) {
      return new Licence(
          event, recordNumber, kind, licensor, licensee, from, until, Optional.of(on));
    }
  }

  /// 保全
  ///
  /// @param until last day, if recorded
  record Preservation(
      EventId event,
      String recordNumber,
      String court,
      LocalDate from,
      Optional<LocalDate> until,
      Optional<LocalDate> endedOn)
      implements Interest {

    @Override
    public boolean standsOn(LocalDate day) {
      return within(day, from, until, endedOn);
    }

    Preservation ended(LocalDate on) {
      return new Preservation(event, recordNumber, court, from, until, Optional.of(on));
    }
  }

  private static boolean within(
      LocalDate day, LocalDate from, Optional<LocalDate> until, Optional<LocalDate> endedOn) {
    return !day.isBefore(from)
        && until.map(last -> !day.isAfter(last)).orElse(true)
        && endedOn.map(day::isBefore).orElse(true);
  }
}
