package org.zhiheng.server.right;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Digest;
import org.zhiheng.values.RightId;

/// The documents of a right: shown in the page when they are PDF or pictures, else saved.
///
/// What a document claims to be is not believed: its type was told from its bytes when it came in,
/// and nothing in it may run or reach out.
public final class DocumentPages {

  /// A browser shows PDF in a viewer of its own, which a sandbox would switch off; so a PDF gets no
  /// sandbox, and nothing else either.
  private static final String PDF_POLICY = "default-src 'none'; frame-ancestors 'self'";

  private static final String OTHER_POLICY = "default-src 'none'; sandbox; frame-ancestors 'self'";

  private final Rendering rendering;
  private final Records records;

  /// Over these records.
  public DocumentPages(Rendering rendering, Records records) {
    this.rendering = rendering;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/rights/{id:R[0-9]+}/documents/{digest:[0-9a-f]{64}}", this::document)
        .build();
  }

  /// Where a document is.
  static String path(RightId id, Digest digest) {
    return RightPages.path(id) + "/documents/" + digest;
  }

  /// How a document of this type can be looked at in the page.
  static RightView.Preview preview(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> RightView.Preview.PDF;
      case "image/png", "image/jpeg", "image/webp" -> RightView.Preview.IMAGE;
      default -> RightView.Preview.NONE;
    };
  }

  private ServerResponse document(ServerRequest request) throws IOException {
    RightId id = RightPages.id(request);
    Digest digest = new Digest(request.pathVariable("digest"));
    Records.OpenDocument open =
        records.document(rendering.acting(request), id, digest).orElseThrow(Absent::new);
    String type = open.attached().mediaType();
    RightView.Preview preview = preview(type);
    ContentDisposition.Builder disposition =
        preview == RightView.Preview.NONE
            ? ContentDisposition.attachment()
            : ContentDisposition.inline();
    return ServerResponse.ok()
        .contentType(
            preview == RightView.Preview.NONE
                ? MediaType.APPLICATION_OCTET_STREAM
                : MediaType.parseMediaType(type))
        .header(
            "Content-Disposition",
            disposition.filename(open.attached().name(), StandardCharsets.UTF_8).build().toString())
        .cacheControl(CacheControl.noStore())
        .build((_, response) -> {
          response.setHeader(
              PolicyFilter.HEADER, preview == RightView.Preview.PDF ? PDF_POLICY : OTHER_POLICY);
          response.setHeader("X-Frame-Options", "SAMEORIGIN");
          try (InputStream content = open.content()) {
            content.transferTo(response.getOutputStream());
          }
          return null;
        });
  }
}
