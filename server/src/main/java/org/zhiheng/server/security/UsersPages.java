package org.zhiheng.server.security;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.TokenId;
import org.zhiheng.jobs.access.User;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.UserId;

/// The users of one's organisation, for its administrators.
public final class UsersPages {

  /// Where they are.
  public static final String PATH = Place.ACCESS.path();

  private static final String ONE = PATH + "/{user}";
  private static final String LIST_TEMPLATE = "users/page.jte";
  private static final String ONE_TEMPLATE = "users/user.jte";

  private final Rendering rendering;
  private final AccountBook book;

  /// Over the book.
  public UsersPages(Rendering rendering, AccountBook book) {
    this.rendering = rendering;
    this.book = book;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::list)
        .POST(PATH, this::add)
        .GET(ONE, this::show)
        .POST(ONE + "/role", request -> change(request, this::setRole))
        .POST(ONE + "/disable", request -> change(request, this::disable))
        .POST(ONE + "/enable", request -> change(request, this::enable))
        .POST(ONE + "/password", request -> change(request, this::reset))
        .POST(ONE + "/tokens/{token}/end", request -> change(request, this::end))
        .build();
  }

  private ServerResponse list(ServerRequest request) {
    return all(request, Optional.empty(), UsersView.Form.EMPTY, Optional.empty(), HttpStatus.OK);
  }

  private ServerResponse add(ServerRequest request) {
    UsersView.Form form =
        new UsersView.Form(
            request.param("name").orElse(""),
            request.param("displayName").orElse(""),
            request.param("role").orElse(""));
    try {
      AccountBook.Welcomed welcomed =
          book.add(
              acting(request),
              LoginName.parse(form.name()).orThrow(),
              form.displayName(),
              Role.parse(form.role()).orThrow());
      return all(
          request,
          Optional.of(shown(welcomed)),
          UsersView.Form.EMPTY,
          Optional.empty(),
          HttpStatus.OK);
    } catch (ProblemsException refused) {
      return all(
          request,
          Optional.empty(),
          form,
          Optional.of(refused.problems().getFirst()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ServerResponse show(ServerRequest request) {
    return UserId.parse(request.pathVariable("user"))
        .found()
        .map(id -> one(request, id, Optional.empty(), Optional.empty(), HttpStatus.OK))
        .orElseThrow(Absent::new);
  }

  /// A change of one user; a one-time password when it made one.
  private interface Change {
    Optional<AccountBook.Welcomed> of(ServerRequest request, UserId user);
  }

  private ServerResponse change(ServerRequest request, Change change) {
    Optional<UserId> id = UserId.parse(request.pathVariable("user")).found();
    if (id.isEmpty()) {
      throw new Absent();
    }
    try {
      Optional<AccountBook.Welcomed> welcomed = change.of(request, id.get());
      return welcomed.isPresent()
          ? one(request, id.get(), welcomed, Optional.empty(), HttpStatus.OK)
          : SignInPages.seeOther(PATH + "/" + id.get());
    } catch (ProblemsException refused) {
      return one(
          request,
          id.get(),
          Optional.empty(),
          Optional.of(refused.problems().getFirst()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Optional<AccountBook.Welcomed> setRole(ServerRequest request, UserId user) {
    Role role = Role.parse(request.param("role").orElse("")).orThrow();
    book.setRole(acting(request), user, role);
    return Optional.empty();
  }

  private Optional<AccountBook.Welcomed> disable(ServerRequest request, UserId user) {
    book.disable(acting(request), user);
    return Optional.empty();
  }

  private Optional<AccountBook.Welcomed> enable(ServerRequest request, UserId user) {
    book.enable(acting(request), user);
    return Optional.empty();
  }

  private Optional<AccountBook.Welcomed> reset(ServerRequest request, UserId user) {
    return Optional.of(book.resetPassword(acting(request), user));
  }

  private Optional<AccountBook.Welcomed> end(ServerRequest request, UserId user) {
    book.revoke(acting(request), user, TokenId.parse(request.pathVariable("token")).orThrow());
    return Optional.empty();
  }

  private ServerResponse all(
      ServerRequest request,
      Optional<UsersView.Welcomed> welcomed,
      UsersView.Form form,
      Optional<Problem> problem,
      HttpStatus status) {
    return rendering.page(
        request,
        Place.ACCESS,
        LIST_TEMPLATE,
        new UsersView.All(book.users(acting(request)), welcomed, form, problem),
        status);
  }

  private ServerResponse one(
      ServerRequest request,
      UserId id,
      Optional<AccountBook.Welcomed> welcomed,
      Optional<Problem> problem,
      HttpStatus status) {
    try {
      User user = book.user(acting(request), id);
      return rendering.page(
          request,
          Place.ACCESS,
          ONE_TEMPLATE,
          new UsersView.One(
              user, book.tokens(acting(request), id), welcomed.map(UsersPages::shown), problem),
          status);
    } catch (ProblemsException _) {
      throw new Absent();
    }
  }

  private static UsersView.Welcomed shown(AccountBook.Welcomed welcomed) {
    return new UsersView.Welcomed(welcomed.user().name().text(), welcomed.oneTimePassword());
  }

  private static Acting acting(ServerRequest request) {
    return PasswordPages.present(request).acting();
  }
}
