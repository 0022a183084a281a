package org.zhiheng.server.verify;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;

/// The page that checks a bundle in the browser.
public final class VerifyPages {

  /// Where it is, for everybody.
  public static final String PATH = "/verify";

  private final Rendering rendering;

  /// Rendered by this.
  public VerifyPages(Rendering rendering) {
    this.rendering = rendering;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::shown).build();
  }

  private ServerResponse shown(ServerRequest request) {
    return rendering.page(
        request,
        Place.PROVE,
        "verify/page.jte",
        VerifyView.of(rendering.words(request.servletRequest())));
  }
}
