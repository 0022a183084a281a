package org.zhiheng.server.right;

import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Lets other organisations see a right, and ends that; the right's page has the forms.
public final class SharingPages {

  private final Rendering rendering;
  private final Records records;
  private final AccountBook accounts;

  /// Over these records and organisations.
  public SharingPages(Rendering rendering, Records records, AccountBook accounts) {
    this.rendering = rendering;
    this.records = records;
    this.accounts = accounts;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST("/rights/{id:R[0-9]+}/share", this::share)
        .POST("/rights/{id:R[0-9]+}/unshare", this::unshare)
        .build();
  }

  private ServerResponse share(ServerRequest request) {
    RightId id = RightPages.id(request);
    Acting acting = rendering.acting(request);
    OrganisationId with = organisation(request).orElseThrow(Absent::new);
    // an id that is not given out yet will be somebody's one day
    boolean somebodyElse =
        !with.equals(acting.organisation()) && accounts.organisation(acting, with).isPresent();
    if (!somebodyElse || !records.share(acting, id, with)) {
      throw new Absent();
    }
    return back(id);
  }

  private ServerResponse unshare(ServerRequest request) {
    RightId id = RightPages.id(request);
    OrganisationId with = organisation(request).orElseThrow(Absent::new);
    if (!records.unshare(rendering.acting(request), id, with)) {
      throw new Absent();
    }
    return back(id);
  }

  private static Optional<OrganisationId> organisation(ServerRequest request) {
    return request.param("with").flatMap(text -> OrganisationId.parse(text).found());
  }

  private static ServerResponse back(RightId id) {
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(RightPages.path(id) + "#sharing"))
        .build();
  }
}
