package org.zhiheng.server.job;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.server.page.Frame;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;

/// The seven jobs, as far as they are not built yet.
public final class JobPages {

  /// How many things each page names.
  static final int POINTS = 3;

  private final Rendering rendering;

  /// Rendered by this.
  public JobPages(Rendering rendering) {
    this.rendering = rendering;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (Place job : Frame.JOBS) {
      if (job != Place.EXAMINE
          && job != Place.PROVE
          && job != Place.ADMINISTER
          && job != Place.FINANCE) {
        routes.GET(job.path(), request -> shown(request, job));
      }
    }
    return routes.build();
  }

  private ServerResponse shown(ServerRequest request, Place job) {
    rendering.acting(request);
    return rendering.page(request, job, "job/page.jte", new JobView(job.code(), POINTS));
  }
}
