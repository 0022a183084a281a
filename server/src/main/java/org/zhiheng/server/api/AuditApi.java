package org.zhiheng.server.api;

import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.report.RecordJson;

/// The audit trail.
final class AuditApi {

  private static final int LIMIT_MAX = 500;

  private final AuditTrail trail;
  private final Replies replies;

  AuditApi(AuditTrail trail, Replies replies) {
    this.trail = trail;
    this.replies = replies;
  }

  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.AUDIT);
          Query query = new Query(request, RightsOperation.LIST_AUDIT);
          Optional<Long> before =
              query.after(inside ->
                  inside.matches("[0-9]{1,18}")
                      ? Optional.of(Long.parseLong(inside))
                      : Optional.empty());
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<AuditTrail.Kept> kept = trail.page(acting.organisation(), before, limit);
          return Replies.page(
              out -> kept.forEach(one -> RecordJson.kept(one, out)),
              kept.size() == limit
                  ? Optional.of(Long.toString(kept.getLast().number()))
                  : Optional.empty());
        });
  }
}
