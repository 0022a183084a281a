package org.zhiheng.server;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// Two made-up parties to look at pages with.
final class SampleParties implements Parties {

  private static final List<Party> ALL =
      List.of(
          new Party(
              new PartyId(7),
              List.of(
                  new Party.Name("示例大学", Party.Form.CHINESE),
                  new Party.Name("Example University", Party.Form.LATIN),
                  new Party.Name("示例学院", Party.Form.FORMER)),
              "12999999MB0000000T",
              "CN",
              "吉林",
              2_431,
              List.of(new PartyId(9)),
              List.of(
                  new Party.Change(
                      Instant.parse("2026-11-20T02:15:00Z"),
                      "merged",
                      Optional.of(new PartyId(9)),
                      "2000 年合并组建",
                      "li.na"))),
          new Party(
              new PartyId(8),
              List.of(new Party.Name("示例工业大学", Party.Form.CHINESE)),
              "",
              "CN",
              "黑龙江",
              1_980,
              List.of(),
              List.of()));

  @Override
  public Optional<Party> find(OrganisationId viewer, PartyId id) {
    return ALL.stream().filter(party -> party.id().equals(id)).findFirst();
  }

  @Override
  public List<Party> search(OrganisationId viewer, String term, int limit) {
    return ALL.stream()
        .filter(party -> party.names().stream().anyMatch(name -> name.text().contains(term)))
        .toList();
  }

  @Override
  public List<Party> page(OrganisationId viewer, Optional<PartyId> after, int limit) {
    return ALL;
  }

  @Override
  public Map<String, PartyId> named(OrganisationId viewer, Collection<String> names) {
    return Map.of();
  }

  @Override
  public Changed addName(OrganisationId owner, PartyId id, Party.Name name, String recordedBy) {
    return new Changed.Done();
  }

  @Override
  public Changed identify(OrganisationId owner, PartyId id, String code, String recordedBy) {
    return new Changed.Done();
  }

  @Override
  public Changed merge(
      OrganisationId owner, PartyId into, PartyId absorbed, String reason, String recordedBy) {
    return new Changed.Done();
  }

  @Override
  public Changed unmerge(OrganisationId owner, PartyId absorbed, String reason, String by) {
    return new Changed.Done();
  }
}
