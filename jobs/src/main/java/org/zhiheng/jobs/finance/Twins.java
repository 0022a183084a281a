package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRow;

/// Finds what may be the other half of a pair filed on the same day, among the records of the
/// organisation that asks: a utility model beside an invention of the same title, day and party, or
/// the other way round. One that ended is none any more.
///
/// @param records the rights
record Twins(Records records) {

  /// Of so many rights of one title the first are looked at.
  private static final int LOOKED_AT_MAX = 20;

  List<Dossier.Twin> of(Acting acting, RightFile file) {
    Optional<RightKind> other =
        switch (file.record().kind()) {
          case INVENTION_PATENT -> Optional.of(RightKind.UTILITY_MODEL);
          case UTILITY_MODEL -> Optional.of(RightKind.INVENTION_PATENT);
          case DESIGN,
              MARK,
              SOFTWARE_COPYRIGHT,
              WORK,
              GEOGRAPHICAL_INDICATION,
              LAYOUT_DESIGN,
              DATA_IP_REGISTRATION ->
              Optional.empty();
        };
    Optional<LocalDate> filed = file.right().dates().filedOn();
    String title = file.title().strip();
    List<Dossier.Twin> twins = new ArrayList<>();
    if (other.isEmpty()
        || filed.isEmpty()
        || title.isEmpty()
        || title.length() > RightQuery.TERM_LENGTH_MAX) {
      return twins;
    }
    RightQuery query = titled(acting, title, other.get());
    for (RightRow row : records.list(acting, query).rows()) {
      records
          .show(acting, row.id())
          .filter(one -> one.right().dates().filedOn().equals(filed))
          .filter(one -> SameParty.BY_NAME.test(one.title(), title))
          .filter(one -> !one.right().stage().ended())
          .filter(one -> shareOwner(one, file))
          .ifPresent(_ -> twins.add(new Dossier.Twin(row.id(), row.number(), filed.get())));
    }
    return List.copyOf(twins);
  }

  private static RightQuery titled(Acting acting, String title, RightKind kind) {
    return new RightQuery(
        acting.organisation(),
        RightQuery.Scope.OWN,
        title,
        Optional.of(kind),
        Optional.empty(),
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LOOKED_AT_MAX);
  }

  private static boolean shareOwner(RightFile one, RightFile other) {
    return one.right().owners().stream()
        .anyMatch(owner ->
            other.right().owners().stream()
                .anyMatch(known -> SameParty.BY_NAME.test(owner.name(), known.name())));
  }
}
