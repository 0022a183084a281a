package org.zhiheng.server.deals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.cashflow.run.RunJson;
import org.zhiheng.cashflow.run.SimulationRun;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.paper.Papers;

/// The workbench of deals. A whole page without scripts; with them the check and the result come as
/// the fragments that stand in it. Nothing is kept.
public final class WorkbenchPages {

  /// Where it is.
  public static final String PATH = Place.FINANCE.path() + "/workbench";

  private static final String CHECK = PATH + "/check";

  /// Deals that are run at once: more would only wait for each other's cores.
  private static final int AT_ONCE = 2;

  private static final Duration WAIT = Duration.ofSeconds(5);

  private final Rendering rendering;
  private final Papers papers;
  private final Examples examples = Examples.load();
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /// Laid out by this, given out by that.
  public WorkbenchPages(Rendering rendering, Papers papers) {
    this.rendering = rendering;
    this.papers = papers;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::begin)
        .POST(PATH, this::run)
        .POST(CHECK, this::check)
        .build();
  }

  private ServerResponse begin(ServerRequest request) throws IOException {
    rendering.acting(request).must(Permission.READ);
    Examples.Example example = examples.named(request.param("example").orElse(""));
    return answer(request, Bench.of(example), example.name(), "page");
  }

  private ServerResponse run(ServerRequest request) throws IOException {
    rendering.acting(request).must(Permission.READ);
    Function<String, String> param = name -> request.param(name).orElse("");
    return answer(request, Bench.of(param), "", param.apply("as"));
  }

  private ServerResponse check(ServerRequest request) {
    rendering.acting(request).must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    Bench bench = Bench.of(name -> request.param(name).orElse(""));
    FormReading reading = new FormReading(words, bench);
    DealsView view =
        new DealsView(reading.form(examples, ""), reading.checked(drafts(bench)), Optional.empty());
    boolean fragment = Rendering.wantsFragment(request);
    return rendering.page(
        request, Place.FINANCE, fragment ? "deals/checked.jte" : "deals/page.jte", view);
  }

  private static List<Draft> drafts(Bench bench) {
    List<Draft> drafts = new ArrayList<>(List.of(bench.first()));
    bench.second().ifPresent(drafts::add);
    return drafts;
  }

  private ServerResponse answer(ServerRequest request, Bench bench, String example, String as)
      throws IOException {
    Words words = rendering.words(request.servletRequest());
    FormReading reading = new FormReading(words, bench);
    List<Draft> drafts = drafts(bench);
    DealsView.Checked checked = reading.checked(drafts);
    boolean fragment = Rendering.wantsFragment(request);
    String template = fragment ? "deals/result.jte" : "deals/page.jte";
    if (!checked.flaws().isEmpty()) {
      return rendering.page(
          request,
          Place.FINANCE,
          template,
          new DealsView(reading.form(examples, example), checked, Optional.empty()),
          fragment ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!taken()) {
      DealsView.Checked busy = new DealsView.Checked(words.say("workbench.busy"), List.of(), 0);
      return rendering.page(
          request,
          Place.FINANCE,
          template,
          new DealsView(reading.form(examples, example), busy, Optional.empty()),
          fragment ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    }
    try {
      return ran(request, bench, reading.form(examples, example), checked, drafts, as);
    } finally {
      free.release();
    }
  }

  private boolean taken() {
    try {
      return free.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private ServerResponse ran(
      ServerRequest request,
      Bench bench,
      DealsView.Form form,
      DealsView.Checked checked,
      List<Draft> drafts,
      String as)
      throws IOException {
    Words words = rendering.words(request.servletRequest());
    long begun = System.nanoTime();
    Outcome outcome = outcome(drafts.getFirst(), bench, bench.stress(), bench.paths());
    String name = "zhiheng-" + outcome.deal().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    switch (as) {
      case "json" -> {
        return file("application/json", name + ".json", RunJson.withTransfers(outcome.run()));
      }
      case "csv" -> {
        return file("text/csv;charset=UTF-8", name + ".csv", RunJson.csv(outcome.run()));
      }
      case "simulation" -> {
        return file(
            "application/json",
            name + "-simulation.json",
            outcome.paths().map(SimulationRun::json).orElse("null"));
      }
      case "xlsx" -> {
        return Papers.file(
            MediaType.parseMediaType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            name + ".xlsx",
            Workbook.of(outcome));
      }
      default -> {}
    }
    Outcome before =
        bench.stress().any() ? outcome(drafts.getFirst(), bench, Stress.NONE, 0) : outcome;
    Optional<Outcome> other =
        drafts.size() > 1
            ? Optional.of(outcome(drafts.getLast(), bench, bench.stress(), bench.paths()))
            : Optional.empty();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    DealsView view =
        new DealsView(
            form,
            checked,
            Optional.of(
                new ResultReading(
                        words, bench, drafts.getFirst().assumed().orElseThrow(), outcome, before)
                    .result(other, took)));
    return switch (as) {
      case "html" -> papers.html(request, Place.FINANCE, "deals/paper.jte", view);
      case "pdf" -> papers.pdf(request, Place.FINANCE, "deals/paper.jte", view, name, PATH);
      default ->
          rendering.page(
              request,
              Place.FINANCE,
              Rendering.wantsFragment(request) ? "deals/result.jte" : "deals/page.jte",
              view);
    };
  }

  private static Outcome outcome(Draft draft, Bench bench, Stress stress, int paths) {
    return Outcome.of(
        draft.deal().orElseThrow(), draft.assumed().orElseThrow(), stress, paths, bench.seed());
  }

  private static ServerResponse file(String type, String name, String text) {
    return Papers.file(MediaType.parseMediaType(type), name, text.getBytes(StandardCharsets.UTF_8));
  }
}
