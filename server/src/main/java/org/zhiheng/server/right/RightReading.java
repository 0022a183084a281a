package org.zhiheng.server.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.right.Right;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.sample.SampleMarks;
import org.zhiheng.server.sample.SampleRows;

/// Reads one right into what its page shows.
final class RightReading {

  private final Words words;
  private final FactWords facts;
  private final RightFile file;
  private final Right right;
  private final LocalDate today;
  private final Set<Long> logged;
  private final Sources sources;
  private final LifeStory story;
  private final List<Reason> reasons = new ArrayList<>();

  /// @param today by the clock of the place
  /// @param logged numbers of the events that the log has
  RightReading(Words words, RightFile file, LocalDate today, Set<Long> logged) {
    this.words = words;
    this.facts = new FactWords(words);
    this.file = file;
    this.right = file.right();
    this.today = today;
    this.logged = Set.copyOf(logged);
    this.sources = new Sources(words, facts, file.record());
    this.story = new LifeStory(words, facts, file, today);
  }

  /// @param own whether the reader's organisation keeps it
  /// @param mayRecord whether the reader may record events on it
  /// @param shares ids of the organisations it is shared with
  /// @param unread pictures that are attached and not compared
  RightView view(
      boolean own, boolean mayRecord, List<String> shares, List<FigureDesk.Unread> unread) {
    List<RightView.Line> lines = lines();
    Optional<Reason> why =
        story
            .turning()
            .map(event -> kept(sources.of("state", words.say("reason.state.title"), event)));
    Bibliography said = right.bibliography();
    return new RightView(
        file.record().id().toString(),
        file.title().isBlank() ? words.say("right.untitled") : file.title(),
        words.code("kind", right.kind().code()),
        right.kind().family() == RightKind.Family.PATENT,
        right.stage().code(),
        standing(),
        why,
        next(own && mayRecord),
        lines,
        story.timeLine(),
        interests(),
        said.family().stream().map(this::family).toList(),
        said.citations().stream().map(this::citation).toList(),
        said.abstracts().isEmpty() ? "" : said.abstracts().getFirst().text(),
        said.claims(),
        said.sign().map(Bibliography.Sign::goods).orElse(List.of()),
        events(unread),
        objections(),
        reasons,
        own,
        shares,
        SampleRows.said(file.record().events()).orElse(""),
        SampleMarks.figureOf(right.office(), said));
  }

  private Reason kept(Reason reason) {
    reasons.add(reason);
    return reason;
  }

  /// "Granted on 12 Mar 2019", or the stage alone where the day is not known.
  private String standing() {
    String stage = right.stage().code();
    Optional<LocalDate> since = story.turning().map(Event::on);
    String said =
        since
            .map(day -> words.say("standing." + stage, day))
            .orElseGet(
                () -> words.code(right.stage() == LifeStage.UNKNOWN ? "standing" : "stage", stage));
    return right.life().lost().isEmpty()
        ? said
        : words.say("standing.partly", said, right.life().lost().size());
  }

  private RightView.Next next(boolean mayRecord) {
    if (!file.folded().objections().isEmpty()) {
      return new RightView.Next(
          words.count("next.objections", file.folded().objections().size()),
          words.say("next.objections.do"),
          "#objections",
          true);
    }
    if (!mayRecord || SampleMarks.isNowhere(right.office())) {
      return new RightView.Next("", "", "", false);
    }
    String key =
        right.stage() == LifeStage.UNKNOWN
            ? "next.unknown"
            : right.stage().ended()
                ? "next.ended"
                : right.life().inForce() ? "next.in-force" : "next.pending";
    return new RightView.Next(
        words.say(key),
        words.say("next.record"),
        RightPages.path(file.record().id()) + "/events/new",
        false);
  }

  private List<RightView.Line> lines() {
    List<RightView.Line> lines = new ArrayList<>();
    for (RightNumber number : right.numbers()) {
      lines.add(
          new RightView.Line(
              words.say(grant(number) ? "number.grant" : "number." + FactJson.code(number.type())),
              number.text(),
              "",
              why(number)));
    }
    lines.add(
        RightView.Line.of(
            words.say("right.office"), words.codeOrItself("office", right.office().code())));
    Right.Dates dates = right.dates();
    day(lines, "filed", dates.filedOn(), event -> event.fact() instanceof Fact.Filed);
    day(lines, "published", dates.publishedOn(), event -> event.fact() instanceof Fact.Published);
    day(
        lines,
        "approved",
        dates.approvedOn(),
        event -> event.fact() instanceof Fact.PreliminarilyApproved);
    day(lines, "granted", dates.grantedOn(), event -> event.fact() instanceof Fact.Granted);
    day(
        lines,
        "registered",
        dates.registeredOn(),
        event -> event.fact() instanceof Fact.Registered);
    day(lines, "ended", dates.endedOn(), event -> dates.endedOn().equals(Optional.of(event.on())));
    day(
        lines,
        "until",
        dates.until(),
        event -> event.fact() instanceof Fact.Registered || event.fact() instanceof Fact.Renewed);
    if (!right.interests().owners().isEmpty()) {
      line(lines, "owners", facts.shares(right.interests().owners()));
    }
    for (Bibliography.Role role : Bibliography.Role.values()) {
      named(lines, role);
    }
    line(
        lines,
        "classes",
        right.bibliography().classes().stream()
            .map(ClassSymbol::symbol)
            .collect(Collectors.joining(words.say("list.and"))));
    line(
        lines,
        "priorities",
        right.bibliography().priorities().stream()
            .map(one ->
                one.office()
                    + " "
                    + one.number()
                    + one.date().map(d -> " · " + words.date(d)).orElse(""))
            .collect(Collectors.joining(words.say("list.and"))));
    line(lines, "reference.ours", file.record().references().ours());
    line(lines, "reference.client", file.record().references().client());
    line(lines, "reference.clientName", file.record().references().clientName());
    return lines;
  }

  /// Whether it is the number of a grant announcement of China: its kind code is B, C, S, U or Y.
  private static boolean grant(RightNumber number) {
    return number.type() == NumberType.PUBLICATION
        && number.office().equals(Office.CN)
        && number.text().matches(".*[0-9][BCSUY][0-9]?");
  }

  private void line(List<RightView.Line> lines, String key, String value) {
    if (!value.isBlank()) {
      lines.add(RightView.Line.of(words.say("fact." + key), value));
    }
  }

  private void day(
      List<RightView.Line> lines, String key, Optional<LocalDate> day, Predicate<Event> told) {
    if (day.isEmpty()) {
      return;
    }
    Optional<Reason> why =
        file.record().events().stream()
            .filter(told)
            .min(
                Comparator.comparing((Event event) -> !event.on().equals(day.get()))
                    .thenComparing(Event::on))
            .map(event ->
                kept(
                    sources.of(
                        key, words.say("reason.date.title", words.say("fact." + key)), event)));
    lines.add(new RightView.Line(words.say("fact." + key), words.date(day.get()), "", why));
  }

  private void named(List<RightView.Line> lines, Bibliography.Role role) {
    List<Bibliography.Named> named =
        right.bibliography().named().stream().filter(one -> one.role() == role).toList();
    if (named.isEmpty()) {
      return;
    }
    String key = "fact." + role.name().toLowerCase(java.util.Locale.ROOT);
    String names =
        named.stream()
            .map(Bibliography.Named::name)
            .collect(Collectors.joining(words.say("list.and")));
    boolean party = role == Bibliography.Role.APPLICANT || role == Bibliography.Role.HOLDER;
    lines.add(
        new RightView.Line(
            words.say(key),
            names,
            party ? RightPages.partiesNamed(named.getFirst().name()) : "",
            Optional.empty()));
    String region = named.getFirst().region();
    if (party && !region.isBlank()) {
      lines.add(RightView.Line.of(words.say("right.region"), region));
    }
  }

  private Optional<Reason> why(RightNumber number) {
    return number.type() == NumberType.APPLICATION
        ? CheckDigit.explain(words, number).map(this::kept)
        : Optional.empty();
  }

  private List<RightView.InterestLine> interests() {
    return right.interests().all().stream().map(this::interest).toList();
  }

  private RightView.InterestLine interest(Interest interest) {
    String what =
        switch (interest) {
          case Interest.Ownership _ -> words.say("interest.ownership");
          case Interest.Pledge _ -> words.say("interest.pledge");
          case Interest.Licence licence ->
              words.say("interest.licence", words.code("licence", FactJson.code(licence.kind())));
          case Interest.Preservation _ -> words.say("interest.preservation");
        };
    String who =
        switch (interest) {
          case Interest.Ownership ownership -> facts.shares(ownership.owners());
          case Interest.Pledge pledge ->
              words.say("says.pledged", pledge.pledgor(), pledge.pledgee())
                  + (pledge.amount().isBlank() ? "" : " · " + words.money(pledge.amount()));
          case Interest.Licence licence ->
              words.say("says.licensed", licence.licensor(), words.orDash(licence.licensee()));
          case Interest.Preservation preservation -> preservation.court();
        };
    Optional<LocalDate> until =
        switch (interest) {
          case Interest.Ownership _ -> Optional.empty();
          case Interest.Pledge pledge -> pledge.until();
          case Interest.Licence licence -> licence.until();
          case Interest.Preservation preservation -> preservation.until();
        };
    return new RightView.InterestLine(
        what,
        who,
        words.orDash(interest.recordNumber()),
        words.date(interest.from()),
        words.date(until),
        words.date(interest.endedOn()),
        interest.standsOn(today),
        interest.event().toString());
  }

  private RightView.FamilyLine family(RightNumber number) {
    return new RightView.FamilyLine(
        words.codeOrItself("office", number.office().code()),
        number.text(),
        RightPages.rightsFound(number.text()));
  }

  private RightView.CitationLine citation(Bibliography.CitedDocument cited) {
    return new RightView.CitationLine(
        cited.number(),
        cited.text(),
        cited.category(),
        words.codeOrItself("phase", cited.phase()),
        words.date(cited.date()));
  }

  private List<RightView.EventLine> events(List<FigureDesk.Unread> unread) {
    return file.record().events().stream()
        .sorted(Comparator.comparing(Event::on).thenComparing(Event::id))
        .map(event ->
            new RightView.EventLine(
                event.id().toString(),
                words.date(event.on()),
                facts.name(event.fact()),
                facts.says(event.fact()),
                sources.name(event),
                words.say("event.recorded", event.recordedAt(), event.recordedBy()),
                logged.contains(event.id().number()),
                document(event, unread)))
        .toList();
  }

  private Optional<RightView.Document> document(Event event, List<FigureDesk.Unread> unread) {
    if (!(event.fact() instanceof Fact.Attached attached)) {
      return Optional.empty();
    }
    return Optional.of(
        new RightView.Document(
            DocumentPages.path(file.record().id(), attached.digest()),
            attached.name(),
            words.bytes(attached.bytes()),
            DocumentPages.preview(attached.mediaType()),
            unread.stream()
                .filter(one -> one.picture().equals(attached.digest()))
                .map(one -> words.say("figure.unread", words.problem(one.why())))
                .findFirst()
                .orElse("")));
  }

  private List<String> objections() {
    List<String> said = new ArrayList<>();
    file.folded().objections().forEach(one -> said.add(one.path() + " · " + words.problem(one)));
    file.folded().cautions().forEach(one -> said.add(one.path() + " · " + words.problem(one)));
    return said;
  }
}
