package org.zhiheng.jobs.parties;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.register.number.SocialCreditCode;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;

/// The parties of an organisation, in somebody's name: who may, and the trail of what they did.
public final class PartyBook {

  /// Longest list of one answer.
  public static final int LIMIT_MAX = 500;

  /// Longest name: the longest registered company names stay well below.
  public static final int NAME_LENGTH_MAX = 400;

  private final Parties parties;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public PartyBook(Parties parties, AuditTrail audit, InstantSource clock) {
    this.parties = parties;
    this.audit = audit;
    this.clock = clock;
  }

  /// One party.
  public Optional<Party> find(Acting acting, PartyId id) {
    acting.must(Permission.READ);
    return parties.find(acting.organisation(), id);
  }

  /// Those whose names contain the term, most rights first.
  public List<Party> search(Acting acting, String term, int limit) {
    acting.must(Permission.READ);
    return parties.search(acting.organisation(), term, bounded(limit));
  }

  /// All, by id.
  public List<Party> page(Acting acting, Optional<PartyId> after, int limit) {
    acting.must(Permission.READ);
    return parties.page(acting.organisation(), after, bounded(limit));
  }

  /// Adds a name; one that another party has is refused.
  public Parties.Changed addName(Acting acting, PartyId id, Party.Name name) {
    acting.must(Permission.MANAGE);
    String text = name.text().strip();
    if (text.isEmpty() || text.length() > NAME_LENGTH_MAX) {
      return refused(
          "party-name", name.text(), "A name has 1 to " + NAME_LENGTH_MAX + " characters.");
    }
    Parties.Changed changed =
        parties.addName(
            acting.organisation(), id, new Party.Name(text, name.form()), acting.name());
    return kept(changed, acting, "party-name", id, text);
  }

  /// Records the unified social credit code, after checking it.
  public Parties.Changed identify(Acting acting, PartyId id, String creditCode) {
    acting.must(Permission.MANAGE);
    return switch (SocialCreditCode.parse(creditCode)) {
      case Parsed.Refused<SocialCreditCode> refused ->
          new Parties.Changed.Refused(refused.problem());
      case Parsed.Ok<SocialCreditCode> ok ->
          kept(
              parties.identify(acting.organisation(), id, ok.value().code(), acting.name()),
              acting,
              "party-identify",
              id,
              ok.value().code());
    };
  }

  /// From now on `absorbed` is `into`.
  public Parties.Changed merge(Acting acting, PartyId into, PartyId absorbed, String reason) {
    acting.must(Permission.MANAGE);
    if (into.equals(absorbed)) {
      return refused("party-merge", absorbed.toString(), "A party cannot be merged into itself.");
    }
    return kept(
        parties.merge(acting.organisation(), into, absorbed, reason.strip(), acting.name()),
        acting,
        "party-merge",
        into,
        absorbed + " " + reason.strip());
  }

  /// Undoes the merge of `absorbed`.
  public Parties.Changed unmerge(Acting acting, PartyId absorbed, String reason) {
    acting.must(Permission.MANAGE);
    return kept(
        parties.unmerge(acting.organisation(), absorbed, reason.strip(), acting.name()),
        acting,
        "party-unmerge",
        absorbed,
        reason.strip());
  }

  private Parties.Changed kept(
      Parties.Changed changed, Acting acting, String action, PartyId id, String detail) {
    switch (changed) {
      case Parties.Changed.Done _ ->
          audit.keep(
              new AuditTrail.Entry(
                  clock.instant(),
                  acting.organisation(),
                  acting.name(),
                  action,
                  id.toString(),
                  detail));
      case Parties.Changed.Refused _ -> {}
    }
    return changed;
  }

  private static int bounded(int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit must be in 1.." + LIMIT_MAX + ": " + limit);
    }
    return limit;
  }

  private static Parties.Changed refused(String code, String given, String reason) {
    return new Parties.Changed.Refused(org.zhiheng.values.Problem.of(code, "", given, reason));
  }
}
