package org.zhiheng.server.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.security.SignInPages;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Answers for what went wrong, in the reader's language.
public final class ErrorPages {

  /// Where the container sends what went wrong outside a page.
  public static final String PATH = "/error";

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Rendering rendering;

  /// Rendered by this.
  public ErrorPages(Rendering rendering) {
    this.rendering = rendering;
  }

  /// The route of the container's errors.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route(RequestPredicates.path(PATH), this::failed);
  }

  /// Lets what a page refuses be said on a page.
  public ServerResponse guard(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    try {
      return next.handle(request);
    } catch (Absent absent) {
      return shown(request, HttpStatus.NOT_FOUND, "absent", List.of());
    } catch (ProblemsException refused) {
      return refused(request, refused.problems());
    } catch (ServletException failed) {
      if (failed.getRootCause() instanceof IOException) {
        // what was sent does not read as a form with files, or was cut off
        return refused(
            request,
            List.of(
                Problem.of(
                    "multipart",
                    "",
                    Objects.requireNonNullElse(request.servletRequest().getContentType(), ""),
                    "The form does not read as multipart/form-data.")));
      }
      throw failed;
    }
  }

  private ServerResponse refused(ServerRequest request, List<Problem> problems) {
    return switch (problems.getFirst().code()) {
      case "sign-in" ->
          ServerResponse.status(HttpStatus.SEE_OTHER)
              .location(
                  URI.create(
                      SignInPages.PATH
                          + "?to="
                          + URLEncoder.encode(request.path(), StandardCharsets.UTF_8)))
              .build();
      case "forbidden" -> shown(request, HttpStatus.FORBIDDEN, "forbidden", problems);
      default -> shown(request, HttpStatus.UNPROCESSABLE_CONTENT, "refused", problems);
    };
  }

  private ServerResponse failed(ServerRequest request) {
    HttpServletRequest servlet = request.servletRequest();
    Object code = servlet.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer given ? given : 404);
    Object asked = servlet.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (status.is5xxServerError()) {
      Object cause = servlet.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      LOG.error(
          "request {} for {} failed",
          PolicyFilter.requestId(servlet),
          Problem.shown(String.valueOf(asked)),
          cause instanceof Throwable thrown ? thrown : null);
    }
    if (String.valueOf(asked).startsWith("/api/")) {
      return ServerResponse.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(
              "{\"status\":"
                  + status.value()
                  + ",\"requestId\":\""
                  + PolicyFilter.requestId(servlet)
                  + "\"}");
    }
    String kind =
        switch (status.value()) {
          case 404, 405 -> "absent";
          case 401, 403 -> "forbidden";
          case 429, 503 -> "busy";
          default -> status.is5xxServerError() ? "failed" : "refused";
        };
    return shown(request, status, kind, List.of());
  }

  private ServerResponse shown(
      ServerRequest request, HttpStatusCode status, String kind, List<Problem> problems) {
    Words words = rendering.words(request.servletRequest());
    ErrorView view =
        new ErrorView(
            kind,
            problems.stream().map(words::problem).toList(),
            PolicyFilter.requestId(request.servletRequest()));
    return rendering.page(request, Place.HOME, "error/page.jte", view, status);
  }
}
