package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;

/// The grounds that lie in who owns the patent and what was done with it.
///
/// @param story the record
/// @param extract the newest one, however old
record OwnedGrounds(TitleStory story, Optional<Finding.Entry> extract) {

  Finding notOwner() {
    PledgeGround ground = PledgeGround.NOT_OWNER;
    List<Fact.Share> owners = story.right().owners();
    if (owners.isEmpty() || ownership().isEmpty()) {
      return TitleGate.of(
          ground, Finding.Status.NO_SOURCE, "owner-untold", "No owner is on record.", List.of());
    }
    String names = owners.stream().map(Fact.Share::name).collect(Collectors.joining(", "));
    Optional<String> stranger =
        story.question().pledgors().stream().filter(name -> !owns(name)).findFirst();
    return stranger.isPresent()
        ? TitleGate.of(
            ground,
            Finding.Status.BLOCKED,
            "not-owner",
            stranger.get() + " is no owner; that is " + names + ".",
            ownership())
        : TitleGate.byExtract(
            story,
            extract,
            ground,
            "owner",
            names + " owns it, and the extract shows nobody else who is not entered.",
            ownership());
  }

  Finding coOwnerConsent() {
    PledgeGround ground = PledgeGround.CO_OWNER_CONSENT;
    List<Fact.Share> owners = story.right().owners();
    if (owners.isEmpty() || ownership().isEmpty()) {
      return TitleGate.of(
          ground, Finding.Status.NO_SOURCE, "owner-untold", "No owner is on record.", List.of());
    }
    if (owners.size() == 1) {
      return TitleGate.byExtract(
          story, extract, ground, "sole-owner", "One owner is on record.", ownership());
    }
    boolean all =
        owners.stream()
            .allMatch(owner ->
                story.question().pledgors().stream()
                    .anyMatch(name -> story.dossier().same().test(owner.name(), name)));
    Optional<Finding.Entry> consent =
        story.paper(TitlePaper.CO_OWNER_CONSENT, ownership().getLast().on());
    List<Finding.Entry> entries = new ArrayList<>(ownership());
    consent.ifPresent(entries::add);
    if (all || consent.isPresent()) {
      return TitleGate.byExtract(
          story,
          extract,
          ground,
          all ? "all-pledge" : "consent-given",
          all
              ? "All " + owners.size() + " owners pledge it."
              : "The consent or agreement of the owners is attached.",
          entries);
    }
    return TitleGate.of(
        ground,
        Finding.Status.BLOCKED,
        "consent-missing",
        "It has "
            + owners.size()
            + " owners, and neither the consent of all nor an agreement is attached.",
        entries);
  }

  Finding contractDefects() {
    LocalDate since =
        story.right().interests().all().stream()
            .filter(Interest.Pledge.class::isInstance)
            .flatMap(one -> one.endedOn().stream())
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    Optional<Finding.Entry> contract = story.paper(TitlePaper.PLEDGE_CONTRACT, since);
    return contract.isPresent()
        ? TitleGate.of(
            PledgeGround.CONTRACT_DEFECTS,
            Finding.Status.CLEAR,
            "contract-attached",
            "The contract is attached, and whoever attached it found no defect.",
            List.of(contract.get()))
        : TitleGate.of(
            PledgeGround.CONTRACT_DEFECTS,
            Finding.Status.NO_SOURCE,
            "contract-missing",
            "No contract of pledge is attached.",
            List.of());
  }

  Finding alreadyPledged() {
    PledgeGround ground = PledgeGround.ALREADY_PLEDGED;
    List<Interest.Pledge> pledges = story.standing(Interest.Pledge.class);
    List<Finding.Entry> entries = new ArrayList<>();
    pledges.forEach(one -> entries.addAll(story.entries(one.event())));
    deal().ifPresent(entries::add);
    if (!pledges.isEmpty()) {
      return TitleGate.of(
          ground,
          Finding.Status.BLOCKED,
          "pledge-stands",
          "It is pledged to "
              + pledges.getFirst().pledgee()
              + (pledges.getFirst().recordNumber().isBlank()
                  ? ""
                  : " (" + pledges.getFirst().recordNumber() + ")")
              + " since "
              + pledges.getFirst().from()
              + ".",
          entries);
    }
    if (!entries.isEmpty()) {
      return TitleGate.of(
          ground,
          Finding.Status.BLOCKED,
          "backs-deal",
          "It backs the deal " + entries.getFirst().says() + " here.",
          entries);
    }
    if (story.dossier().heldByOthers()) {
      return TitleGate.of(
          ground,
          Finding.Status.BLOCKED,
          "held-here",
          "Another organisation of this workspace has it back a deal.",
          List.of(
              new Finding.Entry(Optional.empty(), "deal", story.on(), "", "", Optional.empty())));
    }
    return TitleGate.byExtract(
        story,
        extract,
        ground,
        "not-pledged",
        "No pledge is on record, and the extract shows none that is not entered; what was pledged"
            + " elsewhere since "
            + extract.map(one -> one.on().toString()).orElse("then")
            + " is not known.",
        List.of());
  }

  private Optional<Finding.Entry> deal() {
    return story
        .dossier()
        .reservation()
        .filter(one -> one.freed().isEmpty())
        .map(one ->
            new Finding.Entry(
                Optional.empty(),
                "deal",
                LocalDate.ofInstant(one.at(), java.time.ZoneOffset.UTC),
                one.deal().text(),
                "",
                Optional.empty()));
  }

  private boolean owns(String name) {
    return story.right().owners().stream()
        .anyMatch(owner -> story.dossier().same().test(owner.name(), name));
  }

  /// What says who owns it: the newest record of owners, else the newest notice that names them.
  private List<Finding.Entry> ownership() {
    Optional<Interest> recorded =
        story.right().interests().open().stream()
            .filter(Interest.Ownership.class::isInstance)
            .reduce((earlier, later) -> later);
    if (recorded.isPresent()) {
      return story.entries(recorded.get().event());
    }
    return story.last(OwnedGrounds::names).map(story::entry).stream().toList();
  }

  private static boolean names(Fact fact) {
    return Bibliography.of(fact).stream()
        .flatMap(one -> one.named().stream())
        .anyMatch(named ->
            named.role() == Bibliography.Role.HOLDER
                || named.role() == Bibliography.Role.APPLICANT);
  }
}
