package org.zhiheng.server.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.jobs.report.Printer;
import org.zhiheng.links.Styles;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Gives out documents. A template of a document has the parameters `frame` and `view`, the latter
/// a [Document]. Safe for many threads.
public final class Papers {

  /// A file is saved, and may load nothing.
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final String SHEET = "/org/zhiheng/server/assets/paper.css";

  private final Rendering rendering;
  private final Printer printer;
  private final Styles styles = new Styles(sheet());

  /// Laid out by this, printed by that.
  public Papers(Rendering rendering, Printer printer) {
    this.rendering = rendering;
    this.printer = printer;
  }

  private static String sheet() {
    try (InputStream in = Papers.class.getResourceAsStream(SHEET)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + SHEET);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + SHEET, unreadable);
    }
  }

  /// The document as a page of its own.
  public ServerResponse html(ServerRequest request, Place place, String template, Object view) {
    return sent(
        Rendering.HTML,
        "",
        styles.policy() + "; frame-ancestors 'none'",
        laidOut(request, place, template, view));
  }

  /// The document as PDF; without something to print with, a page that says so.
  ///
  /// @param name of the file, without its ending
  /// @param back where it was asked for
  /// @throws IOException when printing was begun and failed
  public ServerResponse pdf(
      ServerRequest request, Place place, String template, Object view, String name, String back)
      throws IOException {
    Words words = rendering.words(request.servletRequest());
    String html = new String(laidOut(request, place, template, view), StandardCharsets.UTF_8);
    try {
      return switch (printer.pdf(html)) {
        case Parsed.Ok<Printed>(Printed document) ->
            file(MediaType.APPLICATION_PDF, name + ".pdf", document.bytes());
        case Parsed.Refused<Printed>(Problem problem) ->
            refused(
                request,
                place,
                new RefusedView(words.problem(problem), back),
                problem.code().equals("printer-missing")
                    ? HttpStatus.NOT_IMPLEMENTED
                    : HttpStatus.UNPROCESSABLE_CONTENT);
      };
    } catch (Busy busy) {
      return refused(
          request,
          place,
          new RefusedView(words.say("kept.report.busy", busy.retryAfter().toSeconds()), back),
          HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  /// A file to save.
  ///
  /// @param name with its ending
  public static ServerResponse file(MediaType type, String name, byte[] bytes) {
    return sent(type, name, NOTHING, bytes);
  }

  private byte[] laidOut(ServerRequest request, Place place, String template, Object view) {
    return rendering.bytes(request.servletRequest(), place, template, new Document<>(styles, view));
  }

  private ServerResponse refused(
      ServerRequest request, Place place, RefusedView view, HttpStatus status) {
    return rendering.page(request, place, "paper/refused.jte", view, status);
  }

  /// The policy takes the place of the one that filters set: two would both hold.
  private static ServerResponse sent(MediaType type, String name, String policy, byte[] bytes) {
    ServerResponse.BodyBuilder builder = ServerResponse.ok().contentType(type);
    if (!name.isEmpty()) {
      builder.header(
          "Content-Disposition",
          ContentDisposition.attachment()
              .filename(name, StandardCharsets.UTF_8)
              .build()
              .toString());
    }
    return PolicyFilter.instead(builder, policy, bytes);
  }
}
