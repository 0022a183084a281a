package org.zhiheng.server.security;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.TokenId;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// One's own account: who one is here, and one's tokens.
public final class AccountPages {

  /// Where it is.
  public static final String PATH = "/account";

  /// Where tokens are made.
  public static final String TOKENS = PATH + "/tokens";

  private static final String TEMPLATE = "account/page.jte";

  private final Rendering rendering;
  private final OwnPassword own;
  private final AccountBook book;

  /// Over the gate, which looks at the password before a token is made, and the book.
  public AccountPages(Rendering rendering, Guard guard, Gate gate, AccountBook book) {
    this.rendering = rendering;
    this.own = new OwnPassword(guard, gate);
    this.book = book;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::show)
        .POST(TOKENS, this::issue)
        .POST(TOKENS + "/{token}/end", this::end)
        .build();
  }

  private ServerResponse show(ServerRequest request) {
    return page(request, "", AccountView.Form.EMPTY, Optional.empty(), HttpStatus.OK);
  }

  private ServerResponse issue(ServerRequest request) {
    AccountView.Form form =
        new AccountView.Form(
            request.param("label").orElse(""),
            new HashSet<>(request.params().getOrDefault("scope", List.of())),
            request.param("days").orElse(""));
    try {
      asked(request);
      Set<Permission> scopes = EnumSet.noneOf(Permission.class);
      form.scopes().forEach(scope -> scopes.add(Permission.parse(scope).orThrow()));
      AccountBook.Issued issued =
          book.issue(
              PasswordPages.present(request).user(), form.label(), scopes, life(form.days()));
      return page(
          request, issued.secret(), AccountView.Form.EMPTY, Optional.empty(), HttpStatus.OK);
    } catch (ProblemsException refused) {
      return page(
          request,
          "",
          form,
          Optional.of(refused.problems().getFirst()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /// A token outlives the session: whoever came in by a password shows it again.
  private void asked(ServerRequest request) {
    Present present = PasswordPages.present(request);
    if (present.way() == Present.Way.SESSION) {
      own.refusal(
              request.servletRequest(),
              present.user(),
              "password",
              request.param("password").orElse(""))
          .ifPresent(problem -> {
            throw new ProblemsException(problem);
          });
    }
  }

  private ServerResponse end(ServerRequest request) {
    try {
      TokenId token = TokenId.parse(request.pathVariable("token")).orThrow();
      book.revoke(PasswordPages.present(request).user(), token);
      return SignInPages.seeOther(PATH);
    } catch (ProblemsException refused) {
      return page(
          request,
          "",
          AccountView.Form.EMPTY,
          Optional.of(refused.problems().getFirst()),
          HttpStatus.NOT_FOUND);
    }
  }

  private ServerResponse page(
      ServerRequest request,
      String secret,
      AccountView.Form form,
      Optional<Problem> problem,
      HttpStatus status) {
    Present present = PasswordPages.present(request);
    AccountView view =
        new AccountView(
            present.user(),
            present.organisation(),
            present.acting().permissions().stream().sorted().toList(),
            book.tokens(present.user()),
            secret,
            form,
            present.way() == Present.Way.SESSION,
            problem);
    return rendering.page(request, Place.HOME, TEMPLATE, view, status);
  }

  private static Duration life(String days) {
    if (!days.matches("[1-9][0-9]{0,3}")) {
      throw new ProblemsException(
          Problem.of("token-life", "days", days, "A token lives for 1 to 366 days."));
    }
    return Duration.ofDays(Long.parseLong(days));
  }
}
