package org.zhiheng.jobs.examine.pattern;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.Rights;
import org.zhiheng.register.right.Right;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// Marks of other holders in the workspace, found through its index. For one thread.
final class WorkspaceMarks implements KnownMarks {

  /// The most alike of each name; what lies behind them was not likelier.
  private static final int MOST = 50;

  private final Rights rights;
  private final Parties parties;
  private final Candidates candidates;
  private final OrganisationId viewer;
  private final PartyId subject;
  private final int perMille;
  private final Map<RightId, Optional<KnownMark>> read = new HashMap<>();

  WorkspaceMarks(
      Rights rights,
      Parties parties,
      Candidates candidates,
      OrganisationId viewer,
      PartyId subject,
      int perMille) {
    this.rights = rights;
    this.parties = parties;
    this.candidates = candidates;
    this.viewer = viewer;
    this.subject = subject;
    this.perMille = perMille;
  }

  @Override
  public List<KnownMark> near(WordMark name) throws IOException {
    // the space of an organisation's marks is its id
    List<Candidate> found =
        candidates.nearest(
            new CandidateQuery(
                viewer.toString(), name, java.util.Set.of(), java.util.Set.of(), MOST));
    List<KnownMark> others = new ArrayList<>();
    for (Candidate one : found) {
      if (one.rating().order() * 1000 < perMille) {
        continue;
      }
      RightId.parse(one.key())
          .found()
          .flatMap(id -> read.computeIfAbsent(id, this::known))
          .ifPresent(others::add);
    }
    return others;
  }

  private Optional<KnownMark> known(RightId id) {
    return rights
        .find(viewer, id)
        .flatMap(record -> {
          Right right =
              Right.fold(record.kind(), record.office(), record.events(), SameParty.BY_NAME)
                  .right();
          List<String> owners = right.owners().stream().map(Fact.Share::name).toList();
          List<String> filers =
              TrueFacts.filers(TrueFacts.of(record.events())).stream()
                  .map(named -> named.name())
                  .toList();
          List<String> all = new ArrayList<>(owners);
          all.addAll(filers);
          return parties.named(viewer, all).containsValue(subject)
              ? Optional.empty()
              : Optional.of(
                  new KnownMark(
                      PortfolioReader.name(right),
                      String.join("; ", owners),
                      Optional.of(id),
                      right.dates().filedOn().or(() -> right.dates().registeredOn())));
        });
  }

  @Override
  public Said basis() {
    return new Said(
        "与工作区内他人的商标比对：经索引取每个名称最近似的 " + MOST + " 件。",
        "Compared with other holders' marks in the workspace: the "
            + MOST
            + " most alike of each name, by the index.");
  }
}
