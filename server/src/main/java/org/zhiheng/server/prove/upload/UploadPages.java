package org.zhiheng.server.prove.upload;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.uploads.ContentDigest;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.PartRest;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.UploadJson;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What the deposit form's script asks: begins an upload, sends its parts, asks which are there.
/// The form itself deposits it, and discards it without a script too.
public final class UploadPages {

  /// Below it lies each upload.
  public static final String UPLOADS = Place.PROVE.path() + "/uploads";

  private static final String FORM = Place.PROVE.path() + "/evidence/new";

  private final Rendering rendering;
  private final Uploads uploads;

  /// Over this job.
  public UploadPages(Rendering rendering, Uploads uploads) {
    this.rendering = rendering;
    this.uploads = uploads;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST(UPLOADS, request -> answer(request, acting -> begin(acting, request)))
        .GET(UPLOADS + "/{upload}", request -> answer(request, acting -> show(acting, request)))
        .PUT(
            UPLOADS + "/{upload}/parts/{part}",
            request -> answer(request, acting -> sent(acting, request)))
        .POST(UPLOADS + "/{upload}/discard", this::discard)
        .build();
  }

  private interface Work {
    ServerResponse done(Acting acting) throws IOException;
  }

  private ServerResponse answer(ServerRequest request, Work work) throws IOException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    try {
      return work.done(acting);
    } catch (ProblemsException refused) {
      return JsonAnswer.refused(rendering.words(request.servletRequest()), refused.problems());
    }
  }

  private ServerResponse begin(Acting acting, ServerRequest request) throws IOException {
    DeclaredFile file =
        new DeclaredFile(
            request.param("name").orElse("").strip(),
            request.param("type").orElse("").strip(),
            DeclaredFile.size(request.param("size").orElse("")).orThrow(),
            Digest.parse(request.param("sha256").orElse("")).orThrow());
    return told(HttpStatus.CREATED, uploads.begin(acting, file));
  }

  private ServerResponse show(Acting acting, ServerRequest request) throws IOException {
    return told(HttpStatus.OK, uploads.show(acting, id(request)));
  }

  private ServerResponse told(HttpStatus status, Upload upload) {
    return JsonAnswer.of(status, out -> UploadJson.write(upload, uploads.sweptAt(upload), out));
  }

  private ServerResponse sent(Acting acting, ServerRequest request) throws IOException {
    try {
      return part(acting, request);
    } catch (ProblemsException refused) {
      PartRest.read(request.servletRequest().getInputStream());
      throw refused;
    }
  }

  private ServerResponse part(Acting acting, ServerRequest request) throws IOException {
    String text = request.pathVariable("part");
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new ProblemsException(
          Problem.of("upload-part", "part", text, "Parts are numbered from 1."));
    }
    String header =
        Optional.ofNullable(request.headers().firstHeader(ContentDigest.HEADER)).orElse("");
    uploads.part(
        acting,
        id(request),
        Integer.parseInt(text),
        ContentDigest.parse(header).orThrow(),
        request.servletRequest().getInputStream());
    return ServerResponse.noContent().build();
  }

  /// And back to the form.
  private ServerResponse discard(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    UploadId id = UploadId.parse(request.pathVariable("upload")).found().orElseThrow(Absent::new);
    if (uploads.list(acting).stream().noneMatch(one -> one.id().equals(id))) {
      throw new Absent();
    }
    uploads.discard(acting, id);
    return ServerResponse.status(HttpStatus.SEE_OTHER).location(URI.create(FORM)).build();
  }

  private static UploadId id(ServerRequest request) {
    String text = request.pathVariable("upload");
    return UploadId.parse(text)
        .found()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }
}
