package org.zhiheng.server.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Documents of rights: attached as an event of their own, and read back by their digest.
///
/// An upload needs no idempotency key: the same document on the same day is the same event.
final class DocumentsApi {

  private final Records records;
  private final RightsApi rights;
  private final Replies replies;

  DocumentsApi(Records records, RightsApi rights, Replies replies) {
    this.records = records;
    this.rights = rights;
    this.replies = replies;
  }

  /// A form with the part `file`, or the document itself as the body; day and name as parameters.
  ServerResponse attach(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.RECORD);
          Query query = new Query(request, RightsOperation.ATTACH_DOCUMENT);
          Optional<LocalDate> on = query.day("on");
          String name = query.text("name", Attachment.NAME_LENGTH_MAX);
          query.check();
          if (on.isEmpty()) {
            throw new ProblemsException(
                Problem.of("required", "on", "", "The day of the document is needed."));
          }
          RightId id = RightsApi.id(request);
          Optional<Long> version = RightsApi.seenVersion(request);
          HttpServletRequest servlet = request.servletRequest();
          try (Upload upload = Upload.of(servlet)) {
            Attachment attachment =
                new Attachment(name.isEmpty() ? upload.name() : name, upload.content());
            return rights.recorded(
                acting,
                records.record(
                    acting,
                    id,
                    FactKind.ATTACHED,
                    on.get(),
                    Map.of(),
                    version,
                    Optional.of(attachment)),
                201);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  ServerResponse read(ServerRequest request) {
    return replies.stream(
        request,
        acting -> {
          new Query(request, RightsOperation.READ_DOCUMENT).check();
          RightId id = RightsApi.id(request);
          String text = request.pathVariable("digest");
          return Digest.parse(text)
              .found()
              .flatMap(digest -> opened(acting, id, digest))
              .map(DocumentsApi::shown)
              .orElseGet(() -> Replies.sent(Reply.notFound(text)));
        });
  }

  private Optional<Records.OpenDocument> opened(Acting acting, RightId id, Digest digest) {
    try {
      return records.document(acting, id, digest);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ServerResponse shown(Records.OpenDocument open) {
    String name = open.attached().name();
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType(open.attached().mediaType()))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .build((_, response) -> {
          try (InputStream content = open.content()) {
            content.transferTo(response.getOutputStream());
          }
          return null;
        });
  }

  /// What was sent, as a part of a form or as the body.
  ///
  /// @param name as the sender calls it; may be empty
  /// @param content closed with this
  record Upload(String name, InputStream content) implements AutoCloseable {

    static Upload of(HttpServletRequest servlet) throws IOException {
      String type = Optional.ofNullable(servlet.getContentType()).orElse("");
      if (!type.startsWith("multipart/form-data")) {
        return new Upload("", servlet.getInputStream());
      }
      try {
        Part part = servlet.getPart("file");
        if (part == null) {
          throw new ProblemsException(
              Problem.of("required", "file", "", "The form needs the part file."));
        }
        return new Upload(
            Optional.ofNullable(part.getSubmittedFileName()).orElse(""), part.getInputStream());
      } catch (ServletException malformed) {
        throw new ProblemsException(
            Problem.of("multipart", "", "", "The form does not read as multipart/form-data."));
      }
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }
}
