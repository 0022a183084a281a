package org.zhiheng.server.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;

/// The audit trail.
public final class AuditPages {

  /// Lines of a page.
  private static final int LINES = 100;

  private final Rendering rendering;
  private final AuditTrail audit;

  /// Over this trail.
  public AuditPages(Rendering rendering, AuditTrail audit) {
    this.rendering = rendering;
    this.audit = audit;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(Place.AUDIT.path(), this::page).build();
  }

  private ServerResponse page(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.AUDIT);
    Words words = rendering.words(request.servletRequest());
    Optional<Long> before =
        request.param("before").filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    List<AuditTrail.Kept> kept = audit.page(acting.organisation(), before, LINES);
    AuditView view =
        new AuditView(
            kept.stream().map(one -> line(words, one.entry())).toList(),
            kept.size() < LINES ? Optional.empty() : Optional.of(kept.getLast().number()));
    return rendering.page(request, Place.AUDIT, "audit/page.jte", view);
  }

  private static AuditView.Line line(Words words, AuditTrail.Entry entry) {
    String subject = entry.subject();
    String link = "";
    if (subject.matches("[RPI][0-9]+")) {
      link =
          switch (subject.charAt(0)) {
            case 'R' -> "/rights/" + subject;
            case 'P' -> "/parties/" + subject;
            default -> "/imports/" + subject;
          };
    }
    return new AuditView.Line(
        words.time(entry.at()),
        entry.who(),
        words.codeOrItself("action", entry.action()),
        words.codeOrItself("subject", subject),
        link,
        entry.detail());
  }
}
