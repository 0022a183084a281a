package org.zhiheng.jobs.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.values.EventId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Brings together what the house knows of a right for the gate, and tells what of the gate's
/// answer hinders a pledge. Safe for many threads.
final class Dossiers {

  private final Records records;
  private final DocketDesk docket;
  private final Pledges pledges;
  private final EvidenceBook evidence;
  private final GroundLaw law;

  Dossiers(
      Records records, DocketDesk docket, Pledges pledges, EvidenceBook evidence, GroundLaw law) {
    this.records = records;
    this.docket = docket;
    this.pledges = pledges;
    this.evidence = evidence;
    this.law = law;
  }

  /// What the gate says of a right's file.
  ///
  /// @return refused with `title-kind` for what is no patent of China
  Parsed<TitleCheck> check(Acting acting, RightFile file, TitleQuestion question) {
    return TitleGate.check(dossier(acting, file, question), question);
  }

  private Dossier dossier(Acting acting, RightFile file, TitleQuestion question) {
    RightId right = file.record().id();
    Map<EventId, Long> logged = new TreeMap<>();
    evidence
        .eventsLogged(acting, right)
        .forEach((event, index) -> logged.put(new EventId(event), index));
    OrganisationId owner = file.record().organisation();
    boolean own = owner.equals(acting.organisation());
    Optional<Reservation> standing = pledges.standing(owner, right);
    return new Dossier(
        file.record().kind(),
        file.record().office(),
        file.record().events(),
        records.sameParty(file.record(), question.pledgors()),
        docket.docket(acting, right, question.on()).orElseThrow(),
        own ? standing : Optional.empty(),
        pledges.heldByOthers(owner, right) || (!own && standing.isPresent()),
        new Twins(records).of(acting, file),
        logged);
  }

  /// The grounds that block, and the warnings that nobody acknowledged.
  List<Problem> grounds(TitleCheck check) {
    List<Problem> grounds = new ArrayList<>();
    for (Finding finding : check.findings()) {
      switch (finding.status()) {
        case BLOCKED -> grounds.add(ground("title-blocked", finding));
        case WARN -> {
          if (finding.acknowledgement().isEmpty()) {
            grounds.add(ground("title-unacknowledged", finding));
          }
        }
        case CLEAR, NO_SOURCE -> {}
      }
    }
    return grounds;
  }

  Problem ground(String code, Finding finding) {
    return new Problem(
        code,
        finding.ground().code(),
        "",
        finding.reason(),
        law.of(finding.ground()).citation().instrument());
  }
}
