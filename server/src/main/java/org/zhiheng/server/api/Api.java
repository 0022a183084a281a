package org.zhiheng.server.api;

import java.time.InstantSource;
import java.util.function.Predicate;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.paper.PaperPages;
import org.zhiheng.jobs.answers.KeptAnswers;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.jobs.value.KeptValuations;
import org.zhiheng.jobs.value.ValueDesk;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Visitors;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;

/// The REST interface: each operation and who does it.
public final class Api {

  /// The page that describes it.
  public static final String GUIDE = "/api-guide";

  private static final String GUIDE_TEMPLATE = "api/page.jte";

  private final Replies replies;
  private final RightsApi rights;
  private final DocumentsApi documents;
  private final ExportApi exports;
  private final PartiesApi parties;
  private final ImportsApi imports;
  private final AuditApi audit;
  private final ExaminationsApi examinations;
  private final MarksApi marks;
  private final WatchesApi watches;
  private final EvidenceApi evidence;
  private final UploadsApi uploads;
  private final DocketApi docket;
  private final FeesApi fees;
  private final RecordalsApi recordals;
  private final CustomsApi customs;
  private final RemindersApi reminders;
  private final PapersApi papers;
  private final RulesApi rules;
  private final DatesApi dates;
  private final TitlesApi titles;
  private final ValuationsApi values;
  private final DealsApi deals;
  private final OpenApi document = new OpenApi();

  /// What the interface is made of.
  ///
  /// @param records rights
  /// @param parties parties
  /// @param imports runs
  /// @param desk takes uploads
  /// @param uploadBytesMax the largest one
  /// @param trail the audit trail
  /// @param answers kept under idempotency keys
  /// @param organisations tells whether there is one of an id
  /// @param examine examines marks
  /// @param reports gives out reports of kept examinations
  /// @param prove takes evidence in and shows the log
  /// @param administer counts deadlines
  /// @param uploads takes large files in parts
  /// @param papers lays papers out
  /// @param finance checks titles and keeps pledges
  /// @param deals keeps deals
  public record Jobs(
      Records records,
      PartyBook parties,
      Imports imports,
      ImportDesk desk,
      long uploadBytesMax,
      AuditTrail trail,
      KeptAnswers answers,
      Predicate<OrganisationId> organisations,
      ExamineDesk examine,
      ExaminationReports reports,
      ProveDesk prove,
      AdministerDesk administer,
      Uploads uploads,
      PaperPages papers,
      FinanceDesk finance,
      DealDesk deals) {}

  /// @param visitors tells who sent a request
  public Api(Jobs jobs, Visitors visitors, InstantSource clock) {
    this.replies = new Replies(visitors);
    Repeats repeats = new Repeats(jobs.answers(), clock);
    this.rights = new RightsApi(jobs.records(), jobs.organisations(), replies, repeats);
    this.documents = new DocumentsApi(jobs.records(), rights, replies);
    this.exports = new ExportApi(jobs.records(), replies);
    this.parties = new PartiesApi(jobs.parties(), replies, repeats);
    this.imports = new ImportsApi(jobs.imports(), jobs.desk(), jobs.uploadBytesMax(), replies);
    this.audit = new AuditApi(jobs.trail(), replies);
    Asked asked = new Asked(clock);
    this.examinations =
        new ExaminationsApi(jobs.examine(), jobs.reports(), asked, replies, repeats);
    this.marks = new MarksApi(jobs.examine(), replies);
    this.evidence = new EvidenceApi(jobs.prove(), jobs.uploads(), replies, repeats);
    Handling handling = new Handling(replies, repeats);
    AdministerDesk administer = jobs.administer();
    this.docket = new DocketApi(administer, replies, handling);
    ValueDesk valuing = new ValueDesk(jobs.records(), administer.docket());
    this.fees = new FeesApi(administer, valuing, handling);
    this.titles = new TitlesApi(jobs.finance(), handling);
    this.values =
        new ValuationsApi(
            valuing, new KeptValuations(jobs.prove().deposits()), administer.docket(), handling);
    this.deals = new DealsApi(jobs.deals(), handling);
    this.recordals = new RecordalsApi(administer.recordals(), handling);
    this.customs = new CustomsApi(administer.customs(), handling);
    this.reminders = new RemindersApi(administer.reminders(), handling);
    this.papers = new PapersApi(administer.papers(), jobs.papers(), replies);
    this.rules = new RulesApi(administer, jobs.records(), handling);
    this.dates = new DatesApi(administer.docket(), handling);
    this.uploads = new UploadsApi(jobs.uploads(), replies, repeats);
    this.watches = new WatchesApi(jobs.examine().watches(), asked, replies, repeats);
  }

  /// The routes of the interface; whatever else is under `/api/` is not there.
  public RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (Operation operation : Operation.all()) {
      routes.route(
          RequestPredicates.method(HttpMethod.valueOf(operation.method()))
              .and(RequestPredicates.path(operation.path())),
          handler(operation));
    }
    return routes
        .GET(OpenApi.PATH, document::show)
        .route(
            RequestPredicates.path("/api/**"),
            request ->
                replies.answer(
                    request,
                    _ ->
                        Replies.Reply.refused(
                            404,
                            Problem.of(
                                "not-found",
                                "",
                                request.path(),
                                "There is no such operation; see " + OpenApi.PATH + "."))))
        .build();
  }

  /// The page that describes it to people.
  public RouterFunction<ServerResponse> guide(Rendering rendering) {
    return RouterFunctions.route()
        .GET(
            GUIDE,
            request -> rendering.page(request, Place.HOME, GUIDE_TEMPLATE, GuideView.whole()))
        .build();
  }

  private HandlerFunction<ServerResponse> handler(Operation operation) {
    return request -> handled(operation, request);
  }

  private ServerResponse handled(Operation operation, ServerRequest request) {
    return switch (operation) {
      case RightsOperation one -> handled(one, request);
      case AdministerOperation one -> handled(one, request);
      case ExamineOperation one -> handled(one, request);
      case ProveOperation one -> handled(one, request);
      case FinanceOperation one -> handled(one, request);
    };
  }

  private ServerResponse handled(RightsOperation operation, ServerRequest request) {
    return switch (operation) {
      case LIST_RIGHTS -> rights.list(request);
      case ENTER_RIGHT -> rights.enter(request);
      case SHOW_RIGHT -> rights.show(request);
      case RECORD_EVENT -> rights.record(request);
      case EXPORT_CSV -> exports.csv(request);
      case EXPORT_JSON -> exports.json(request);
      case ATTACH_DOCUMENT -> documents.attach(request);
      case READ_DOCUMENT -> documents.read(request);
      case SET_REFERENCES -> rights.refer(request);
      case SHARE_RIGHT -> rights.share(request);
      case UNSHARE_RIGHT -> rights.unshare(request);
      case NAME_PARTY -> parties.name(request);
      case IDENTIFY_PARTY -> parties.identify(request);
      case RESUME_IMPORT -> imports.resume(request);
      case LIST_PARTIES -> parties.list(request);
      case SHOW_PARTY -> parties.show(request);
      case MERGE_PARTY -> parties.merge(request);
      case UNMERGE_PARTY -> parties.unmerge(request);
      case LIST_IMPORTS -> imports.list(request);
      case SUBMIT_IMPORT -> imports.submit(request);
      case SHOW_IMPORT -> imports.show(request);
      case LIST_PROBLEMS -> imports.problems(request);
      case LIST_AUDIT -> audit.list(request);
    };
  }

  private ServerResponse handled(AdministerOperation operation, ServerRequest request) {
    return switch (operation) {
      case LIST_DEADLINES -> docket.list(request);
      case SHOW_DOCKET -> docket.docket(request);
      case SHOW_FEES -> fees.show(request);
      case NOTE_DEADLINE -> docket.note(request);
      case NOTE_DEADLINES -> docket.noteAll(request);
      case LIST_LIMITS -> docket.limits(request);
      case LIST_FEES -> fees.list(request);
      case LIST_RECEIPTS -> fees.receipts(request);
      case ADD_RECEIPT -> fees.addReceipt(request);
      case SET_RELIEF -> fees.relieve(request);
      case DECIDE_FEES -> fees.decide(request);
      case LIST_RECORDALS -> recordals.list(request);
      case CHECK_RECORDAL -> recordals.check(request);
      case FILE_RECORDAL -> recordals.file(request);
      case SHOW_RECORDAL -> recordals.show(request);
      case START_RECORDAL -> recordals.start(request);
      case PAPER_RECORDAL -> papers.request(request);
      case LIST_CUSTOMS -> customs.recordals(request);
      case RECORD_CUSTOMS -> customs.record(request);
      case LIST_NOTICES -> customs.list(request);
      case TAKE_NOTICE -> customs.take(request);
      case SHOW_NOTICE -> customs.show(request);
      case TAKE_STEP -> customs.step(request);
      case LIST_REMINDED -> reminders.list(request);
      case SET_REMINDED -> reminders.set(request);
      case DROP_REMINDED -> reminders.drop(request);
      case LIST_LETTERS -> reminders.outbox(request);
      case CHECK_EXPEDITED -> rules.expedited(request);
      case PAPER_DEADLINES -> papers.deadlines(request);
      case PAPER_FRAME -> papers.frame(request);
      case REPLAY_RULES -> rules.whatIf(request);
      case LIST_STALE -> rules.stale(request);
      case LIST_RULES -> dates.rules(request);
      case LIST_CHANGES -> dates.changes(request);
      case SHOW_RULE -> dates.rule(request);
      case COMPUTE_DEADLINE -> dates.compute(request);
      case COUNT_DAYS -> dates.workingDays(request);
    };
  }

  private ServerResponse handled(ExamineOperation operation, ServerRequest request) {
    return switch (operation) {
      case EXAMINE -> examinations.examine(request);
      case COMPARE -> examinations.compare(request);
      case KEEP_EXAMINATION -> examinations.keep(request);
      case LIST_EXAMINATIONS -> examinations.list(request);
      case SHOW_EXAMINATION -> examinations.show(request);
      case EXAMINE_AGAIN -> examinations.again(request);
      case REPORT_HTML -> examinations.html(request);
      case REPORT_PDF -> examinations.pdf(request);
      case DEPOSIT_FIGURE -> marks.deposit(request);
      case SUGGEST_GOODS -> marks.goods(request);
      case CHECK_ASSIGNMENT -> marks.assignment(request);
      case SHOW_FILINGS -> marks.filings(request);
      case LIST_WATCHES -> watches.list(request);
      case START_WATCH -> watches.start(request);
      case END_WATCH -> watches.end(request);
      case LIST_HITS -> watches.hits(request);
      case DECIDE_HIT -> watches.decide(request);
    };
  }

  private ServerResponse handled(ProveOperation operation, ServerRequest request) {
    return switch (operation) {
      case LIST_EVIDENCE -> evidence.list(request);
      case DEPOSIT_EVIDENCE -> evidence.deposit(request);
      case SHOW_EVIDENCE -> evidence.show(request);
      case EXPORT_EVIDENCE -> evidence.export(request);
      case LIST_UPLOADS -> uploads.list(request);
      case BEGIN_UPLOAD -> uploads.begin(request);
      case SHOW_UPLOAD -> uploads.show(request);
      case SEND_PART -> uploads.part(request);
      case DISCARD_UPLOAD -> uploads.discard(request);
      case SHOW_LOG -> evidence.log(request);
    };
  }

  private ServerResponse handled(FinanceOperation operation, ServerRequest request) {
    return switch (operation) {
      case CHECK_TITLE -> titles.check(request);
      case REGISTER_PLEDGE -> titles.register(request);
      case CHANGE_PLEDGE -> titles.change(request);
      case RELEASE_PLEDGE -> titles.release(request);
      case VALUE_RIGHT -> values.show(request);
      case KEEP_VALUATION -> values.keep(request);
      case RUN_DEAL -> deals.run(request);
      case SIMULATE_DEAL -> deals.simulate(request);
      case LIST_DEALS -> deals.list(request);
      case KEEP_DEAL -> deals.keep(request);
      case SHOW_DEAL -> deals.show(request);
      case CHECK_POOL -> deals.pool(request);
      case ISSUE_DEAL -> deals.issue(request);
      case LIST_DEAL_REPORTS -> deals.reports(request);
      case REPORT_DEAL -> deals.report(request);
      case WATCH_DEAL -> deals.watch(request);
    };
  }
}
