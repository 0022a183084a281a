package org.zhiheng.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.access.Entry;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Problem;

/// Signing in and out.
public final class SignInPages {

  /// Where one signs in.
  public static final String PATH = "/sign-in";

  /// Where one signs out.
  public static final String OUT = "/sign-out";

  private static final String TEMPLATE = "access/sign-in.jte";

  private final Rendering rendering;
  private final Guard guard;
  private final Gate gate;
  private final InstantSource clock;

  /// @param clock that says how long a lock still holds
  public SignInPages(Rendering rendering, Guard guard, Gate gate, InstantSource clock) {
    this.rendering = rendering;
    this.guard = guard;
    this.gate = gate;
    this.clock = clock;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::form)
        .POST(PATH, this::signIn)
        .POST(OUT, this::signOut)
        .build();
  }

  private ServerResponse form(ServerRequest request) {
    String to = to(request);
    if (Present.in(request.servletRequest()).isPresent()) {
      return seeOther(to);
    }
    return page(request, "", to, Optional.empty(), HttpStatus.OK);
  }

  private ServerResponse signIn(ServerRequest request) {
    HttpServletRequest servlet = request.servletRequest();
    String name = request.param("name").orElse("");
    String to = to(request);
    if (!guard.passwords()) {
      Problem problem =
          Problem.of(
              "sign-in-outside", "", "", "Nobody comes in by a password here; use the provider.");
      return page(request, "", to, Optional.of(problem), HttpStatus.FORBIDDEN);
    }
    Duration wait = guard.signIns().take(Client.of(servlet));
    if (!wait.isZero()) {
      return later(request, name, to, tooMany(wait), wait, HttpStatus.TOO_MANY_REQUESTS);
    }
    Entry entry;
    try {
      entry = gate.withPassword(name, request.param("password").orElse(""), Client.of(servlet));
    } catch (Busy busy) {
      Problem problem =
          Problem.of("busy", "", "", "Too many people sign in just now; try again in a moment.");
      return later(request, name, to, problem, busy.retryAfter(), HttpStatus.SERVICE_UNAVAILABLE);
    }
    return switch (entry) {
      case Entry.In in -> {
        guard.seats().open(servlet, in.user(), Present.Way.SESSION);
        yield seeOther(to);
      }
      case Entry.MustChange must -> {
        guard.seats().open(servlet, must.user(), Present.Way.ONE_TIME);
        yield seeOther(PasswordPages.PATH);
      }
      case Entry.WrongSecret _ ->
          page(
              request,
              name,
              to,
              Optional.of(
                  Problem.of("sign-in-wrong", "", "", "The name or the password is wrong.")),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case Entry.Disabled _ ->
          page(
              request,
              name,
              to,
              Optional.of(
                  Problem.of(
                      "account-disabled",
                      "",
                      "",
                      "This account is closed; ask an administrator of your organisation.")),
              HttpStatus.FORBIDDEN);
      case Entry.LockedUntil locked -> {
        Duration left = Duration.between(clock.instant(), locked.until());
        yield later(request, name, to, locked(left), left, HttpStatus.TOO_MANY_REQUESTS);
      }
    };
  }

  private ServerResponse signOut(ServerRequest request) {
    guard.seats().close(request.servletRequest());
    // what pages left in the browser goes with the session
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(PATH))
        .header("Clear-Site-Data", "\"cache\", \"storage\"")
        .cacheControl(CacheControl.noStore())
        .build();
  }

  private ServerResponse later(
      ServerRequest request,
      String name,
      String to,
      Problem problem,
      Duration wait,
      HttpStatus status) {
    byte[] page =
        rendering.bytes(
            request.servletRequest(),
            Place.HOME,
            TEMPLATE,
            new SignInView(name, to, Optional.of(problem), guard.outside(), guard.passwords()));
    return ServerResponse.status(status)
        .contentType(Rendering.HTML)
        .cacheControl(CacheControl.noStore())
        .header("Retry-After", Long.toString(Refusals.seconds(wait)))
        .build((_, response) -> {
          response.getOutputStream().write(page);
          return null;
        });
  }

  private ServerResponse page(
      ServerRequest request,
      String name,
      String to,
      Optional<Problem> problem,
      HttpStatusCode status) {
    return rendering.page(
        request,
        Place.HOME,
        TEMPLATE,
        new SignInView(name, to, problem, guard.outside(), guard.passwords()),
        status);
  }

  private static Problem tooMany(Duration wait) {
    long seconds = Refusals.seconds(wait);
    return Problem.of(
        "too-fast",
        "",
        Long.toString(seconds),
        "Too many requests; the next one is taken in " + seconds + " s.");
  }

  private static Problem locked(Duration left) {
    long minutes = Math.max(1, Math.ceilDiv(left.toSeconds(), 60L));
    return Problem.of(
        "sign-in-locked",
        "",
        Long.toString(minutes),
        "Too many tries in vain; the next one is looked at in " + minutes + " min.");
  }

  private static String to(ServerRequest request) {
    return FramePages.back(request.param("to").orElse("/"));
  }

  /// See Other, on this site only.
  static ServerResponse seeOther(String path) {
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .cacheControl(CacheControl.noStore())
        .build();
  }
}
