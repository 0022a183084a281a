package org.zhiheng.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.User;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Changing one's own password: of one's own will, or because it was given by somebody else.
public final class PasswordPages {

  /// Where one does.
  public static final String PATH = "/password";

  private static final String TEMPLATE = "access/password.jte";

  private final Rendering rendering;
  private final Guard guard;
  private final OwnPassword own;
  private final AccountBook book;

  /// Over the gate, which looks at the old password, and the book, which keeps the new one.
  public PasswordPages(Rendering rendering, Guard guard, Gate gate, AccountBook book) {
    this.rendering = rendering;
    this.guard = guard;
    this.own = new OwnPassword(guard, gate);
    this.book = book;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::form).POST(PATH, this::change).build();
  }

  private ServerResponse form(ServerRequest request) {
    return page(request, Optional.empty(), HttpStatus.OK);
  }

  private ServerResponse change(ServerRequest request) {
    HttpServletRequest servlet = request.servletRequest();
    User user = present(request).user();
    String old = request.param("old").orElse("");
    String fresh = request.param("password").orElse("");
    if (!fresh.equals(request.param("again").orElse(""))) {
      return refused(
          request, Problem.of("password-differs", "again", "", "The two new ones differ."));
    }
    Optional<Problem> refusal = own.refusal(servlet, user, "old", old);
    return refusal.isPresent()
        ? refused(request, refusal.get())
        : changed(request, user, old, fresh);
  }

  private ServerResponse changed(ServerRequest request, User user, String old, String fresh) {
    try {
      User after = book.changePassword(user, old, fresh);
      guard.seats().open(request.servletRequest(), after, Present.Way.SESSION);
      return SignInPages.seeOther(Place.HOME.path());
    } catch (ProblemsException refused) {
      return refused(request, refused.problems().getFirst());
    }
  }

  private ServerResponse refused(ServerRequest request, Problem problem) {
    return page(request, Optional.of(problem), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ServerResponse page(ServerRequest request, Optional<Problem> problem, HttpStatus status) {
    Present present = present(request);
    PasswordView.Required required =
        switch (present.way()) {
          case ONE_TIME -> PasswordView.Required.YES;
          case SESSION, OUTSIDE, TOKEN -> PasswordView.Required.NO;
        };
    return rendering.page(
        request,
        Place.HOME,
        TEMPLATE,
        new PasswordView(present.user().name().text(), required, problem),
        status);
  }

  /// Who sent a request that only somebody known can send.
  static Present present(ServerRequest request) {
    return Present.in(request.servletRequest())
        .orElseThrow(() -> new IllegalStateException("a page of somebody was shown to nobody"));
  }
}
