package org.zhiheng.server.administer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;

/// What is due, person by person, with who stands in for whom.
public final class PeoplePages {

  private static final String PATH = Place.ADMINISTER.path() + "/people";
  private static final List<Integer> SPANS = List.of(7, 30, 90, 365);
  private static final int SPAN = 30;
  private static final int SHOWN = 8;
  private static final int NEAR_DAYS = 14;

  private final Rendering rendering;
  private final AdministerDesk desk;

  /// Over this desk.
  public PeoplePages(Rendering rendering, AdministerDesk desk) {
    this.rendering = rendering;
    this.desk = desk;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::show).build();
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.docket().today();
    int within =
        request
            .param("within")
            .flatMap(text -> SPANS.stream().filter(span -> text.equals(span.toString())).findAny())
            .orElse(SPAN);
    List<DocketBoard.Row> rows =
        desk.board()
            .page(
                DocketBoard.Query.of(
                        acting.organisation(),
                        DocketBoard.Show.RUNNING,
                        DocketBoard.Query.LIMIT_MAX)
                    .until(today.plusDays(within)));
    List<Recipient> recipients = desk.reminders().recipients(acting);
    Map<String, List<DocketBoard.Row>> people = new TreeMap<>();
    recipients.forEach(one -> people.put(one.person(), new ArrayList<>()));
    rows.forEach(row -> people.computeIfAbsent(row.assigned(), _ -> new ArrayList<>()).add(row));
    Reading reading =
        new Reading(
            words,
            new DocketReading(words, desk.docket().deadlines().book(), today),
            recipients,
            today,
            within);
    List<PeopleView.Person> shown =
        people.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, List<DocketBoard.Row>> one) -> one.getKey().isEmpty())
                    .thenComparingInt(one -> -one.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .map(one -> reading.person(one.getKey(), one.getValue()))
            .toList();
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/people.jte",
        new PeopleView(
            words.say("board.said", words.date(today), words.date(today.plusDays(within))),
            SPANS.stream()
                .map(span ->
                    new BoardView.Choice(
                        span.toString(), words.count("board.span", span), span == within))
                .toList(),
            shown,
            rows.size() == DocketBoard.Query.LIMIT_MAX));
  }

  private record Reading(
      Words words, DocketReading docket, List<Recipient> recipients, LocalDate today, int within) {

    private PeopleView.Person person(String name, List<DocketBoard.Row> rows) {
      long urgent =
          rows.stream()
              .filter(row -> !row.due().orElse(row.warnBy()).isAfter(today.plusDays(NEAR_DAYS)))
              .count();
      return new PeopleView.Person(
          name,
          Place.ADMINISTER.path()
              + "?within="
              + within
              + "&assigned="
              + URLEncoder.encode(name, StandardCharsets.UTF_8),
          words.count("people.count", rows.size()),
          away(name)
              .map(away -> words.say("people.away", away.delegate(), words.date(away.until())))
              .orElse(""),
          standsIn(name),
          urgent == 0 ? "" : words.count("people.urgent", urgent),
          rows.stream().limit(SHOWN).map(docket::row).toList(),
          rows.size() > SHOWN ? words.count("people.more", rows.size() - SHOWN) : "");
    }

    private Optional<Recipient.Away> away(String name) {
      return recipients.stream()
          .filter(one -> one.person().equals(name))
          .flatMap(one -> one.away().stream())
          .filter(away -> away.on(today))
          .findFirst();
    }

    private String standsIn(String name) {
      String others =
          recipients.stream()
              .filter(one ->
                  one.away()
                      .filter(away -> away.on(today) && away.delegate().equals(name))
                      .isPresent())
              .map(Recipient::person)
              .collect(Collectors.joining(words.say("docket.and")));
      return others.isEmpty() ? "" : words.say("people.standsin", others);
    }
  }
}
