package org.zhiheng.server.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.paper.Paper;
import org.zhiheng.jobs.administer.paper.PaperDesk;
import org.zhiheng.jobs.administer.paper.PaperPages;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Parsed;

/// Papers filled from the record, as HTML that needs nothing else.
final class PapersApi {

  private static final int DAYS = 90;
  private static final int DAYS_MAX = 36_600;
  private static final int CLIENT_MAX = 120;

  private final PaperDesk desk;
  private final PaperPages pages;
  private final Replies replies;

  PapersApi(PaperDesk desk, PaperPages pages, Replies replies) {
    this.desk = desk;
    this.pages = pages;
    this.replies = replies;
  }

  /// What is due.
  ServerResponse deadlines(ServerRequest request) {
    return shown(
        request,
        AdministerOperation.PAPER_DEADLINES,
        (acting, query) -> {
          int within = query.value("within", text -> Query.days(text, DAYS_MAX)).orElse(DAYS);
          Optional<String> client =
              Optional.of(query.text("client", CLIENT_MAX)).filter(text -> !text.isEmpty());
          Tongue tongue = tongue(query);
          return desk.due(acting, client, within, tongue);
        });
  }

  /// A request of the change desk.
  ServerResponse request(ServerRequest request) {
    return shown(
        request,
        AdministerOperation.PAPER_RECORDAL,
        (acting, query) ->
            desk.request(
                acting, Handling.named(request, "recordal", Recordals.Id::parse), tongue(query)));
  }

  /// The frame of a paper on one right.
  ServerResponse frame(ServerRequest request) {
    return shown(
        request,
        AdministerOperation.PAPER_FRAME,
        (acting, query) ->
            desk.frame(
                acting,
                Handling.named(request, "paper", PapersApi::frame),
                RightsApi.id(request),
                tongue(query)));
  }

  private static Parsed<PaperDesk.Frame> frame(String code) {
    return Arrays.stream(PaperDesk.Frame.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .map(Parsed::ok)
        .orElseGet(() -> Parsed.refused("paper-name", code, "There is no such paper."));
  }

  private static Tongue tongue(Query query) {
    Optional<Tongue> tongue = query.value("language", Tongue::parse);
    query.check();
    return tongue.orElse(Tongue.CHINESE);
  }

  private ServerResponse shown(
      ServerRequest request, Operation operation, BiFunction<Acting, Query, Paper> paper) {
    return replies.stream(
        request,
        acting -> {
          acting.must(operation.permission());
          PaperPages.Page page = pages.page(paper.apply(acting, new Query(request, operation)));
          byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
          return PolicyFilter.instead(
              ServerResponse.ok().contentType(Rendering.HTML),
              page.policy() + "; frame-ancestors 'none'",
              bytes);
        });
  }
}
