package org.zhiheng.server.parties;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;

/// Parties, listed and one by one.
public final class PartyPages {

  /// Rows of a page of the list.
  private static final int ROWS = 50;

  /// Rights shown on a party's page; the list of rights has the rest.
  private static final int RIGHTS = 8;

  private final Rendering rendering;
  private final PartyBook parties;
  private final Records records;

  /// Over these jobs.
  public PartyPages(Rendering rendering, PartyBook parties, Records records) {
    this.rendering = rendering;
    this.parties = parties;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(Place.PARTIES.path(), this::list)
        .GET("/parties/{id:P[0-9]+}", this::show)
        .POST("/parties/{id:P[0-9]+}", this::change)
        .build();
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    String typed = request.param("q").orElse("").strip();
    String term = typed.substring(0, Math.min(typed.length(), RightQuery.TERM_LENGTH_MAX));
    Optional<PartyId> after = request.param("after").flatMap(text -> PartyId.parse(text).found());
    List<Party> found =
        term.isEmpty() ? parties.page(acting, after, ROWS) : parties.search(acting, term, ROWS);
    PartiesView view =
        new PartiesView(
            term,
            term.isEmpty()
                ? words.say("parties.said.all")
                : words.say(
                    found.size() < ROWS ? "parties.said.some" : "parties.said.first",
                    found.size(),
                    term),
            found.stream().map(party -> row(words, party)).toList(),
            term.isEmpty() && found.size() == ROWS
                ? Optional.of(found.getLast().id().toString())
                : Optional.empty());
    String template = Rendering.wantsFragment(request) ? "parties/found.jte" : "parties/page.jte";
    return rendering.page(request, Place.PARTIES, template, view);
  }

  private ServerResponse show(ServerRequest request) {
    return shown(request, "", PartyForm.EMPTY, HttpStatus.OK);
  }

  private ServerResponse change(ServerRequest request) {
    Acting acting = rendering.acting(request);
    PartyId id = id(request);
    PartyForm form = PartyForm.parse(request);
    Parties.Changed changed =
        switch (form.action()) {
          case "name" ->
              parties.addName(acting, id, new Party.Name(form.name(), nameForm(form.form())));
          case "identify" -> parties.identify(acting, id, form.creditCode());
          case "merge" -> merge(acting, id, form);
          case "unmerge" -> unmerge(acting, form);
          default -> throw new Absent();
        };
    return switch (changed) {
      case Parties.Changed.Done _ ->
          ServerResponse.status(HttpStatus.SEE_OTHER)
              .location(URI.create("/parties/" + id))
              .build();
      case Parties.Changed.Refused refused ->
          shown(
              request,
              rendering.words(request.servletRequest()).problem(refused.problem()),
              form,
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private Parties.Changed merge(Acting acting, PartyId into, PartyForm form) {
    return switch (PartyId.parse(form.other())) {
      case Parsed.Ok<PartyId> other -> parties.merge(acting, into, other.value(), form.reason());
      case Parsed.Refused<PartyId> refused -> new Parties.Changed.Refused(refused.problem());
    };
  }

  private Parties.Changed unmerge(Acting acting, PartyForm form) {
    return switch (PartyId.parse(form.other())) {
      case Parsed.Ok<PartyId> other -> parties.unmerge(acting, other.value(), form.reason());
      case Parsed.Refused<PartyId> refused -> new Parties.Changed.Refused(refused.problem());
    };
  }

  private static Party.Form nameForm(String code) {
    for (Party.Form form : Party.Form.values()) {
      if (code(form).equals(code)) {
        return form;
      }
    }
    throw new org.zhiheng.values.ProblemsException(
        Problem.of("party-name-form", "form", code, "A name is chinese, latin or former."));
  }

  private static String code(Party.Form form) {
    return form.name().toLowerCase(Locale.ROOT);
  }

  private static PartyId id(ServerRequest request) {
    return PartyId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }

  private ServerResponse shown(
      ServerRequest request, String refused, PartyForm typed, HttpStatus status) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    Party party = parties.find(acting, id(request)).orElseThrow(Absent::new);
    PartyView view =
        new PartyView(
            party.id().toString(),
            party.names().getFirst().text(),
            party.names().stream()
                .map(name ->
                    new PartyView.NameLine(
                        name.text(), words.code("party.form", code(name.form()))))
                .toList(),
            party.creditCode(),
            place(party),
            party.rights(),
            records.list(acting, naming(acting, party.id())).rows(),
            party.absorbed().stream().map(PartyId::toString).toList(),
            party.history().stream().map(change -> change(words, change)).toList(),
            refused,
            typed);
    return rendering.page(request, Place.PARTIES, "parties/party.jte", view, status);
  }

  private static RightQuery naming(Acting acting, PartyId party) {
    return new RightQuery(
        acting.organisation(),
        RightQuery.Scope.OWN,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        "",
        Optional.of(party),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RIGHTS);
  }

  private static PartyView.ChangeLine change(Words words, Party.Change change) {
    return new PartyView.ChangeLine(
        words.time(change.at()),
        words.codeOrItself("party.change", change.what()),
        change.other().map(PartyId::toString).orElse(""),
        change.text(),
        change.by());
  }

  private static PartiesView.Row row(Words words, Party party) {
    return new PartiesView.Row(
        party.id().toString(),
        party.names().getFirst().text(),
        party.names().stream()
            .skip(1)
            .map(Party.Name::text)
            .collect(Collectors.joining(words.say("list.and"))),
        place(party),
        party.creditCode(),
        party.rights());
  }

  private static String place(Party party) {
    return party.region().isBlank()
        ? party.country()
        : party.country().isBlank() ? party.region() : party.region() + " · " + party.country();
  }
}
