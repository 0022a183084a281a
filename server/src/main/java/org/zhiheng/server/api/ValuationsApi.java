package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.value.GivenFile;
import org.zhiheng.jobs.value.KeptValuations;
import org.zhiheng.jobs.value.PatentReport;
import org.zhiheng.jobs.value.ValueDesk;
import org.zhiheng.jobs.value.ValueJson;
import org.zhiheng.server.api.Replies.Reply;

/// Model reports of patents.
final class ValuationsApi {

  private final ValueDesk desk;
  private final KeptValuations kept;
  private final DocketDesk docket;
  private final Handling handling;

  ValuationsApi(ValueDesk desk, KeptValuations kept, DocketDesk docket, Handling handling) {
    this.desk = desk;
    this.kept = kept;
    this.docket = docket;
    this.handling = handling;
  }

  /// A report; nothing is kept.
  ServerResponse show(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.VALUE_RIGHT,
        (acting, query, body) -> {
          query.check();
          Asked asked = asked(body);
          PatentReport report =
              desk.value(acting, RightsApi.id(request), asked.on(), asked.file()).orThrow();
          return Reply.ok(out -> ValueJson.write(report, out));
        });
  }

  /// A report that is kept.
  ServerResponse keep(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.KEEP_VALUATION,
        (acting, query, body) -> {
          query.check();
          Asked asked = asked(body);
          PatentReport report =
              desk.value(acting, RightsApi.id(request), asked.on(), asked.file()).orThrow();
          EvidenceStore.Kept evidence = kept.keep(acting, report, asked.file());
          return new Reply(
              201,
              Operation.BASE + "/evidence/" + evidence.id(),
              "",
              Reply.ok(out -> EvidenceJson.whole(evidence, Optional.empty(), out)).body());
        });
  }

  private record Asked(LocalDate on, Optional<GivenFile> file) {}

  private Asked asked(Body body) {
    String with = body.text("with", GivenFile.LENGTH_MAX);
    LocalDate on = body.optional("on", Query::parseDay).orElseGet(docket::today);
    body.check();
    return new Asked(
        on, with.isEmpty() ? Optional.empty() : Optional.of(new GivenFile("value.yaml", with)));
  }
}
