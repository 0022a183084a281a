package org.zhiheng.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.jobs.uploads.ContentDigest;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.PartRest;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.UploadJson;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Large files, sent in parts: begun, gone on with, thrown away. [EvidenceApi] deposits them.
///
/// Beginning the same file again goes on with it, and a part that is sent again is the same part:
/// whoever was cut off may repeat whatever they sent.
final class UploadsApi {

  private static final Set<String> FIELDS = Set.copyOf(ProveOperation.BEGIN_UPLOAD.spec().fields());

  private final Uploads uploads;
  private final Replies replies;
  private final Repeats repeats;

  UploadsApi(Uploads uploads, Replies replies, Repeats repeats) {
    this.uploads = uploads;
    this.replies = replies;
    this.repeats = repeats;
  }

  /// Work that reads or writes files.
  private interface Work {
    Reply reply(Acting acting) throws IOException;
  }

  private ServerResponse answer(ServerRequest request, Operation operation, Work work) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.RECORD);
          new Query(request, operation).check();
          try {
            return work.reply(acting);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  ServerResponse list(ServerRequest request) {
    return answer(
        request,
        ProveOperation.LIST_UPLOADS,
        acting -> {
          List<Upload> own = uploads.list(acting);
          return Replies.page(
              out -> own.forEach(one -> UploadJson.write(one, uploads.sweptAt(one), out)),
              Optional.empty());
        });
  }

  ServerResponse begin(ServerRequest request) {
    return answer(
        request,
        ProveOperation.BEGIN_UPLOAD,
        acting -> {
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(
              request,
              acting,
              bytes,
              () -> {
                try {
                  return begun(uploads.begin(acting, declared(bytes)));
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              });
        });
  }

  private static DeclaredFile declared(byte[] bytes) {
    Body body = Body.read(bytes, FIELDS);
    String name = body.value("name", Parsed::ok);
    String type = body.text("type");
    Optional<Long> size = body.optional("size", DeclaredFile::size);
    Digest sha256 = body.value("sha256", Digest::parse);
    body.check();
    return new DeclaredFile(name, type, size.orElse(0L), sha256);
  }

  private Reply begun(Upload upload) {
    return new Reply(
        201,
        Operation.BASE + "/uploads/" + upload.id(),
        "",
        RecordJson.text(out -> UploadJson.write(upload, uploads.sweptAt(upload), out)));
  }

  ServerResponse show(ServerRequest request) {
    return answer(
        request,
        ProveOperation.SHOW_UPLOAD,
        acting -> {
          Upload upload = uploads.show(acting, id(request));
          return Reply.ok(out -> UploadJson.write(upload, uploads.sweptAt(upload), out));
        });
  }

  ServerResponse part(ServerRequest request) {
    return answer(
        request,
        ProveOperation.SEND_PART,
        acting -> {
          HttpServletRequest servlet = request.servletRequest();
          try {
            uploads.part(
                acting,
                id(request),
                number(request.pathVariable("part")),
                ContentDigest.parse(
                        Optional.ofNullable(servlet.getHeader(ContentDigest.HEADER)).orElse(""))
                    .orThrow(),
                servlet.getInputStream());
          } catch (ProblemsException refused) {
            PartRest.read(servlet.getInputStream());
            throw refused;
          }
          return Reply.done();
        });
  }

  /// Any other number is none of a part.
  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new ProblemsException(
          Problem.of("upload-part", "part", text, "Parts are numbered from 1."));
    }
    return Integer.parseInt(text);
  }

  ServerResponse discard(ServerRequest request) {
    return answer(
        request,
        ProveOperation.DISCARD_UPLOAD,
        acting -> {
          uploads.discard(acting, id(request));
          return Reply.done();
        });
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
