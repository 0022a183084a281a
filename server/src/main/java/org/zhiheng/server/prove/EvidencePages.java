package org.zhiheng.server.prove;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.jobs.prove.use.UseKind;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.prove.upload.JsonAnswer;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The evidence locker: listed, and added to.
public final class EvidencePages {

  /// Below it lies each piece of evidence.
  static final String EVIDENCE = Place.PROVE.path() + "/evidence";

  private static final int PAGE = 50;

  private final Rendering rendering;
  private final ProveDesk desk;
  private final Records records;
  private final DataDesk data;
  private final Uploads uploads;

  /// Over this desk and these records.
  public EvidencePages(
      Rendering rendering, ProveDesk desk, Records records, DataDesk data, Uploads uploads) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
    this.data = data;
    this.uploads = uploads;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(Place.PROVE.path(), this::list)
        .GET(EVIDENCE + "/new", this::form)
        .POST(EVIDENCE, this::deposit)
        .build();
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    EvidenceFilter filter = EvidenceFilter.of(request.param("kind").orElse(""));
    String typed = request.param("right").orElse("").strip();
    Parsed<Optional<RightId>> right = right(acting, typed);
    Optional<EvidenceId> before =
        request.param("before").flatMap(text -> EvidenceId.parse(text).found());
    List<EvidenceStore.Kept> kept =
        right
            .found()
            .map(about ->
                desk.book()
                    .page(acting, new EvidenceStore.Selection(about, filter.kinds()), before, PAGE))
            .orElse(List.of());
    EvidenceReading reading = new EvidenceReading(words);
    String label = words.code("locker.filter", filter.code());
    LockerView view =
        new LockerView(
            filters(words),
            filter.code(),
            typed,
            right.refusal().map(words::problem).orElse(""),
            typed.isEmpty()
                ? words.say("locker.said", label)
                : words.say("locker.said.about", label, typed),
            kept.stream().map(reading::row).toList(),
            kept.size() < PAGE ? Optional.empty() : Optional.of(kept.getLast().id().toString()));
    return rendering.page(request, Place.PROVE, "prove/locker.jte", view);
  }

  private static List<Field.Choice> filters(Words words) {
    List<Field.Choice> choices = new ArrayList<>();
    for (EvidenceFilter filter : EvidenceFilter.values()) {
      choices.add(new Field.Choice(filter.code(), words.code("locker.filter", filter.code())));
    }
    return choices;
  }

  /// The right that was typed, if one was.
  private Parsed<Optional<RightId>> right(Acting acting, String typed) {
    if (typed.isEmpty()) {
      return Parsed.ok(Optional.empty());
    }
    return switch (records.meantOne(acting, typed)) {
      case Parsed.Ok<RightId>(RightId right) -> Parsed.ok(Optional.of(right));
      case Parsed.Refused<RightId>(Problem problem) -> new Parsed.Refused<>(problem);
    };
  }

  private ServerResponse form(ServerRequest request) throws IOException {
    rendering.acting(request).must(Permission.RECORD);
    return form(request, List.of(), HttpStatus.OK);
  }

  private ServerResponse form(ServerRequest request, List<Problem> problems, HttpStatus status)
      throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    DepositForm form = DepositForm.of(request);
    DepositView view =
        new DepositView(
            DepositForm.KINDS.stream()
                .map(kind -> new Field.Choice(kind, words.code("leaf", kind)))
                .toList(),
            form.kind(),
            form.right(),
            form.title(),
            form.facts(),
            Arrays.stream(UseKind.values())
                .map(kind -> new Field.Choice(kind.code(), words.code("use.kind", kind.code())))
                .toList(),
            form.use(),
            data.regions().all().stream().map(new DataReading(words)::region).toList(),
            form.data(),
            uploads.list(acting).stream().map(one -> onItsWay(words, one)).toList(),
            problems.stream().map(words::problem).toList());
    return rendering.page(request, Place.PROVE, "prove/deposit.jte", view, status);
  }

  private DepositView.OnItsWay onItsWay(Words words, Upload upload) {
    return new DepositView.OnItsWay(
        upload.id().toString(),
        upload.file().name(),
        words.say(
            "upload.there",
            words.bytes(upload.thereBytes()),
            words.bytes(upload.file().sizeBytes())),
        words.say("upload.until", words.time(uploads.sweptAt(upload))));
  }

  /// A browser with scripts asks for JSON, so that it can compare digests.
  private ServerResponse deposit(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    DepositForm form = DepositForm.of(request);
    Parsed<Optional<RightId>> right = right(acting, form.right());
    List<Problem> problems = new ArrayList<>();
    right.refusal().ifPresent(problems::add);
    boolean json = request.headers().accept().contains(MediaType.APPLICATION_JSON);
    if (problems.isEmpty()) {
      try (Uploads.Taken taken = uploads.take(acting, form.uploads())) {
        Parsed<Deposits.Request> read =
            form.request(right.found().flatMap(one -> one), taken.sources());
        EvidenceStore.Kept kept =
            form.isData()
                ? data.deposit(acting, read.orThrow(), form.item(), false)
                : desk.deposits().deposit(acting, read.orThrow());
        taken.deposited();
        return json ? stated(kept) : to(EVIDENCE + "/" + kept.id());
      } catch (ProblemsException refused) {
        problems.addAll(refused.problems());
      }
    }
    return json
        ? JsonAnswer.refused(rendering.words(request.servletRequest()), problems)
        : form(request, problems, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /// What the statement says of each file, in the order they were sent.
  private static ServerResponse stated(EvidenceStore.Kept kept) {
    SignedStatement statement = EvidenceReading.statement(kept).orElseThrow();
    return JsonAnswer.of(
        HttpStatus.CREATED,
        out -> {
          out.writeStartObject();
          out.writeStringProperty("id", kept.id().toString());
          out.writeStringProperty("address", EVIDENCE + "/" + kept.id());
          out.writeName("sha256");
          out.writeStartArray();
          for (StatedFile file : statement.manifest().files()) {
            out.writeString(file.sha256().hex());
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  static ServerResponse to(String path) {
    return ServerResponse.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
