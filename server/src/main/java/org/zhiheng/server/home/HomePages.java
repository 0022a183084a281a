package org.zhiheng.server.home;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;

/// The first page.
public final class HomePages {

  private final Rendering rendering;

  /// Rendered by this.
  public HomePages(Rendering rendering) {
    this.rendering = rendering;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(Place.HOME.path(), this::home).build();
  }

  private ServerResponse home(ServerRequest request) {
    return rendering.page(request, Place.HOME, "home/page.jte", new HomeView(0));
  }
}
