package org.zhiheng.jobs.examine.pattern;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.Digest;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// How a party files marks, in somebody's name: who may look, and the trail of each look and each
/// export.
///
/// Another's filings need [#OTHERS_PERMISSION], one's own [#OWN_PERMISSION]; taking a pack out
/// needs the permission to export as well. The trail is written before anything is shown.
public final class FilingPatterns {

  /// What looking at another's filings needs: suspicion is not for everybody who reads.
  public static final Permission OTHERS_PERMISSION = Permission.MANAGE;

  /// What looking at one's own filings needs.
  public static final Permission OWN_PERMISSION = Permission.RECORD;

  /// Longest answer of the other side: some pages.
  public static final int ANSWER_LENGTH_MAX = 20_000;

  /// The office whose calendar the day of the register's state is of.
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private final PortfolioReader reader;
  private final PatternEngine engine;
  private final Answers answers;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over what these read, compute and keep, by this clock.
  public FilingPatterns(
      PortfolioReader reader,
      PatternEngine engine,
      Answers answers,
      AuditTrail audit,
      InstantSource clock) {
    this.reader = reader;
    this.engine = engine;
    this.answers = answers;
    this.audit = audit;
    this.clock = clock;
  }

  /// The pack, to be looked at; the trail keeps `pattern-view`.
  ///
  /// @throws ProblemsException `forbidden`; `party-unknown`; `not-own-portfolio` when another's
  ///   filings are asked for as one's own; `too-many` and `class` for what was given beside
  /// @throws IOException when the index of marks cannot be read
  public EvidencePack view(Acting acting, PatternQuestion question) throws IOException {
    Party party = allowed(acting, question);
    keep(acting, "pattern-view", party.id(), said(question));
    return pack(acting, party, question);
  }

  /// The pack, to be taken out; the trail keeps `pattern-export` and the digest of what it was.
  ///
  /// @throws ProblemsException as [#view]
  /// @throws IOException when the index of marks cannot be read
  public EvidencePack export(Acting acting, PatternQuestion question) throws IOException {
    acting.must(Permission.EXPORT);
    Party party = allowed(acting, question);
    EvidencePack pack = pack(acting, party, question);
    keep(acting, "pattern-export", party.id(), said(question) + " " + pack.digest().hex());
    return pack;
  }

  /// Keeps what the other side answered; every pack about it shows it from then on.
  ///
  /// @throws ProblemsException `forbidden`; `party-unknown`; `answer-text` when it is empty or too
  ///   long
  public void answer(Acting acting, PartyId id, String text) {
    acting.must(OWN_PERMISSION);
    Party party = known(acting, id);
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > ANSWER_LENGTH_MAX) {
      throw new ProblemsException(
          Problem.of(
              "answer-text",
              "text",
              text,
              "An answer has 1 to " + ANSWER_LENGTH_MAX + " characters."));
    }
    answers.keep(
        new Answers.Answer(
            acting.organisation(), party.id(), clock.instant(), acting.name(), stripped));
    keep(acting, "pattern-answer", party.id(), stripped.length() + " characters");
  }

  private Party allowed(Acting acting, PatternQuestion question) {
    switch (question.purpose()) {
      case OTHERS -> acting.must(OTHERS_PERMISSION);
      case OWN -> acting.must(OWN_PERMISSION);
    }
    Party party = known(acting, question.party());
    if (question.purpose() == Pattern.Purpose.OWN
        && !reader.owns(acting.organisation(), party.id())) {
      throw new ProblemsException(
          Problem.of(
              "not-own-portfolio",
              "party",
              party.id().toString(),
              "This party is not the organisation itself: its filings are another's."));
    }
    List<Problem> problems = new ArrayList<>();
    if (question.knownNames().size() > ListedMarks.NAMES_MAX) {
      problems.add(
          Problem.of(
              "too-many",
              "known",
              Integer.toString(question.knownNames().size()),
              "At most " + ListedMarks.NAMES_MAX + " names are compared beside the workspace's."));
    }
    for (String niceClass : question.businessClasses()) {
      if (!niceClass.matches("0[1-9]|[1-3][0-9]|4[0-5]")) {
        problems.add(
            Problem.of(
                "class",
                "classes",
                niceClass,
                "A class of goods or services is two digits, 01 to 45."));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return party;
  }

  private Party known(Acting acting, PartyId id) {
    return reader
        .party(acting.organisation(), id)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of(
                    "party-unknown",
                    "party",
                    id.toString(),
                    "There is no such party among those of this organisation.")));
  }

  private EvidencePack pack(Acting acting, Party party, PatternQuestion question)
      throws IOException {
    Instant now = clock.instant();
    Portfolio portfolio =
        reader.read(
            acting.organisation(),
            party,
            question.businessClasses(),
            LocalDate.ofInstant(now, OFFICE));
    List<KnownMarks> known = new ArrayList<>();
    known.add(
        reader.workspace(
            acting.organisation(), party.id(), question.settings().likenessPerMille()));
    if (!question.knownNames().isEmpty()) {
      known.add(
          new ListedMarks(
              question.knownNames().stream()
                  .map(name -> new KnownMark(name, "", Optional.empty(), Optional.empty()))
                  .toList()));
    }
    Pattern pattern =
        engine.pattern(portfolio, new JoinedMarks(known), question.purpose(), question.settings());
    List<Answers.Answer> said = answers.about(acting.organisation(), party.id());
    return new EvidencePack(
        pattern,
        said,
        acting.name(),
        now,
        Digest.of(PatternJson.content(pattern, said).getBytes(StandardCharsets.UTF_8)),
        PackText.sections(pattern, said));
  }

  private static String said(PatternQuestion question) {
    return question.purpose().name().toLowerCase(java.util.Locale.ROOT);
  }

  private void keep(Acting acting, String action, PartyId party, String detail) {
    audit.keep(
        new AuditTrail.Entry(
            clock.instant(),
            acting.organisation(),
            acting.name(),
            action,
            party.toString(),
            detail));
  }
}
