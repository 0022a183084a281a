package org.zhiheng.server.prove;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// One piece of evidence: shown, taken out as a bundle, held and erased.
public final class EvidenceItemPages {

  private static final String ONE = EvidencePages.EVIDENCE + "/{id:EV[0-9]+}";

  private static final MediaType BUNDLE =
      MediaType.parseMediaType("application/vnd.zhiheng.ipev+zip");

  private final Rendering rendering;
  private final ProveDesk desk;
  private final DataDesk data;

  /// Over this desk.
  public EvidenceItemPages(Rendering rendering, ProveDesk desk, DataDesk data) {
    this.rendering = rendering;
    this.desk = desk;
    this.data = data;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(ONE, this::show)
        .GET(ONE + "/way", this::way)
        .GET(ONE + "/bundle", this::bundle)
        .POST(ONE + "/hold", this::hold)
        .POST(ONE + "/lift", this::lift)
        .GET(ONE + "/erase", this::ask)
        .POST(ONE + "/erase", this::erase)
        .build();
  }

  private ServerResponse show(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    EvidenceStore.Kept kept = kept(request, acting);
    return rendering.page(
        request,
        Place.PROVE,
        "prove/evidence.jte",
        new EvidenceReading(words)
            .evidence(
                kept,
                standing(kept),
                desk.erasure().holds(acting, kept.id()),
                kept.leaf().kind() == LeafKind.DATA_IP && kept.opening().isPresent()
                    ? Optional.of(data.sheet(acting, kept.id()))
                    : Optional.empty(),
                new EvidenceView.Followed(
                    id(desk.book().revocation(acting, kept)),
                    id(desk.book().replacement(acting, kept)))));
  }

  private static String id(Optional<EvidenceStore.Kept> follower) {
    return follower.map(one -> one.id().toString()).orElse("");
  }

  /// How far it has come, as a fragment that asks for itself until the log has it.
  private ServerResponse way(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    EvidenceStore.Kept kept = kept(request, acting);
    return rendering.page(
        request,
        Place.PROVE,
        "prove/way.jte",
        new EvidenceReading(rendering.words(request.servletRequest())).way(kept, standing(kept)));
  }

  private Optional<PublicLog.Standing> standing(EvidenceStore.Kept kept) throws IOException {
    return kept.index().isEmpty()
        ? Optional.empty()
        : Optional.of(desk.log().standing(kept.index().get()));
  }

  /// A bundle leaves the house only once the warning was read.
  private ServerResponse bundle(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.EXPORT);
    EvidenceStore.Kept kept = kept(request, acting);
    if (!request.param("read").orElse("").equals("yes")) {
      throw new ProblemsException(
          Problem.of(
              "bundle-warning",
              "read",
              "",
              "Tick that you have read the warning about evidence that leaves China."));
    }
    if (!desk.exports().ready(acting, kept.id())) {
      throw new ProblemsException(
          Problem.of(
              "evidence-waits",
              "",
              kept.id().toString(),
              "Its leaf is not published in the log yet; ask again in a moment."));
    }
    return ServerResponse.ok()
        .contentType(BUNDLE)
        .header("Content-Disposition", "attachment; filename=\"" + kept.id() + ".ipev\"")
        .cacheControl(CacheControl.noStore())
        .build((_, response) -> {
          desk.exports().export(acting, kept.id(), response.getOutputStream());
          return null;
        });
  }

  private ServerResponse hold(ServerRequest request) {
    Acting acting = rendering.acting(request);
    EvidenceStore.Kept kept = kept(request, acting);
    desk.erasure().hold(acting, kept.id(), request.param("reason").orElse(""));
    return EvidencePages.to(path(kept.id()) + "#holds");
  }

  private ServerResponse lift(ServerRequest request) {
    Acting acting = rendering.acting(request);
    EvidenceStore.Kept kept = kept(request, acting);
    desk.erasure().lift(acting, kept.id());
    return EvidencePages.to(path(kept.id()) + "#holds");
  }

  /// Asks a second time: what goes, what stays, and why.
  private ServerResponse ask(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.MANAGE);
    return asked(request, kept(request, acting), List.of(), HttpStatus.OK);
  }

  private ServerResponse asked(
      ServerRequest request, EvidenceStore.Kept kept, List<Problem> problems, HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    EraseView view =
        new EraseView(
            new EvidenceReading(words).row(kept),
            EvidenceReading.statement(kept)
                .map(one -> one.manifest().files().stream().map(StatedFile::name).toList())
                .orElse(List.of()),
            request.param("basis").orElse(""),
            problems.stream().map(words::problem).toList());
    return rendering.page(request, Place.PROVE, "prove/erase.jte", view, status);
  }

  private ServerResponse erase(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    EvidenceStore.Kept kept = kept(request, acting);
    try {
      if (!request.param("confirm").orElse("").strip().equalsIgnoreCase(kept.id().toString())) {
        throw new ProblemsException(
            Problem.of(
                "erase-confirm",
                "confirm",
                request.param("confirm").orElse(""),
                "Type the id of the evidence to confirm."));
      }
      desk.erasure().erase(acting, kept.id(), request.param("basis").orElse(""));
    } catch (ProblemsException refused) {
      acting.must(Permission.MANAGE);
      return asked(request, kept, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return EvidencePages.to(path(kept.id()));
  }

  private EvidenceStore.Kept kept(ServerRequest request, Acting acting) {
    return desk.book()
        .show(acting, EvidenceId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new))
        .orElseThrow(Absent::new);
  }

  static String path(EvidenceId id) {
    return EvidencePages.EVIDENCE + "/" + id;
  }
}
