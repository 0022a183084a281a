package org.zhiheng.server.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.administer.recordal.Gate;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.RightId;

/// Requests of the change desk in the words of a page.
record RecordalReading(Words words, DocketReading docket) {

  private static final int NEAR_DAYS = 7;

  RecordalView.Row row(RecordalDesk.Shown shown) {
    Request request = shown.kept().request();
    Optional<Long> left =
        shown
            .daysLeft()
            .filter(_ ->
                switch (shown.state()) {
                  case RUNNING, READY, OPEN, STOPPED, OVER -> true;
                  case DONE, STARTED -> false;
                });
    return new RecordalView.Row(
        shown.kept().id().toString(),
        shown.state().code(),
        words.code("recordals.state", shown.state().code()),
        words.code("recordals.kind", request.kind().code()),
        words.date(request.filedOn()),
        words.date(shown.clock().stream().map(RecordalDesk.Clock::due).min(LocalDate::compareTo)),
        left.map(days ->
                days < 0
                    ? words.count("recordals.over", -days)
                    : words.count("recordals.left", days))
            .orElse(""),
        left.map(days -> days < 0 ? "late" : days <= NEAR_DAYS ? "near" : "far").orElse(""),
        request.to().isEmpty() ? request.from() : request.from() + " → " + request.to(),
        request.rights().stream().map(RightId::toString).collect(Collectors.joining(" ")));
  }

  RecordalView.Checked checked(RecordalDesk.Checked checked) {
    return new RecordalView.Checked(
        checked.verdict().code(),
        words.code("recordals.verdict", checked.verdict().code()),
        checked.gates().stream().map(this::found).toList(),
        checked.clock().stream().map(this::clock).toList());
  }

  private String clock(RecordalDesk.Clock clock) {
    return words.say(
        "recordals.clock", docket.title(clock.rule(), 0), words.date(clock.due()), clock.rule());
  }

  private RecordalView.Found found(Gate gate) {
    return new RecordalView.Found(
        words.code("recordals.gate", gate.name().code()),
        gate.right().map(RightId::toString).orElse(""),
        gate.outcome().code(),
        words.code("recordals.outcome", gate.outcome().code()),
        words.language() == Language.CHINESE ? gate.zh() : gate.en(),
        gate.citations().stream()
            .map(citation -> (citation.instrument() + " " + citation.article()).strip())
            .collect(Collectors.joining("；")));
  }

  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }
}
