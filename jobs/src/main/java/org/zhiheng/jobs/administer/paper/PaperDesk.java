package org.zhiheng.jobs.administer.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Fills papers from the record: what is due for a client, a request to record something, and the
/// head and frame of an answer, an opposition or observations. Safe for many threads.
///
/// Known weakness: none is an office's own form; the offices' layouts were not available here.
public final class PaperDesk {

  private static final int ROWS_MAX = 500;

  /// More deadlines are not looked through for one client while somebody waits.
  private static final int LOOKED_AT_MAX = 20_000;

  private final Records records;
  private final DocketDesk docket;
  private final DocketBoard board;
  private final RecordalDesk recordals;

  /// Over these desks.
  public PaperDesk(Records records, DocketDesk docket, DocketBoard board, RecordalDesk recordals) {
    this.records = records;
    this.docket = docket;
    this.board = board;
    this.recordals = recordals;
  }

  /// What is due, for a client or a person.
  ///
  /// @param client a client's name, or our or the client's reference, in part; empty for all
  /// @param days ahead
  public Paper due(Acting acting, Optional<String> client, int days, Tongue tongue) {
    acting.must(Permission.READ);
    LocalDate today = docket.today();
    List<List<String>> rows = new ArrayList<>();
    DocketBoard.Query query =
        DocketBoard.Query.of(acting.organisation(), DocketBoard.Show.RUNNING, ROWS_MAX)
            .until(today.plusDays(days));
    List<DocketBoard.Row> page = board.page(query);
    boolean cut = false;
    int lookedAt = 0;
    while (!page.isEmpty() && !cut) {
      for (DocketBoard.Row row : page) {
        if (++lookedAt > LOOKED_AT_MAX) {
          cut = true;
          break;
        }
        Optional<RightFile> file = records.show(acting, row.right());
        if (file.isPresent() && named(file.get(), client)) {
          if (rows.size() == ROWS_MAX) {
            cut = true;
            break;
          }
          rows.add(row(row, file.get(), tongue));
        }
      }
      query = query.behind(page.getLast().cursor(DocketBoard.Show.RUNNING));
      page = cut ? List.of() : board.page(query);
    }
    List<Paper.Part> parts = new ArrayList<>();
    parts.add(
        new Paper.Part.Table(
            tongue.say("期限", "Deadlines"),
            List.of(
                tongue.say("稳妥日", "Safe date"),
                tongue.say("预警日", "Watch from"),
                tongue.say("事项", "What"),
                tongue.say("权利", "Right"),
                tongue.say("贵方编号", "Your reference"),
                tongue.say("我方编号", "Our reference"),
                tongue.say("确定程度", "How sure")),
            rows));
    parts.add(
        new Paper.Part.Text(
            tongue.say("说明", "Notes"),
            List.of(
                tongue.say(
                    "日期由已登记的事件与规则得出；未登记的行为，本系统不知。稳妥日为按最严读法的末日。",
                    "Dates follow from what is recorded and from rules; an act that is not recorded is"
                        + " not known. The safe date is the last day by the strictest reading."),
                cut
                    ? tongue.say(
                        "未全部列出：至多列 " + ROWS_MAX + " 项，至多查看 " + LOOKED_AT_MAX + " 项；请缩短期间。",
                        "Not all are listed: at most "
                            + ROWS_MAX
                            + ", of at most "
                            + LOOKED_AT_MAX
                            + " looked at; ask for less time.")
                    : tongue.say(
                        "共 " + rows.size() + " 项，全部列出。",
                        rows.size() + " in all; none is left out."))));
    return new Paper(
        tongue,
        tongue.say("期限报告", "Report of deadlines"),
        tongue.say(
            today + " 起 " + days + " 日内到期的期限。",
            "Deadlines that end within " + days + " days from " + today + "."),
        client
            .map(name -> List.of(new Paper.Fact(tongue.say("客户", "Client"), name)))
            .orElse(List.of()),
        parts);
  }

  private static boolean named(RightFile file, Optional<String> client) {
    return client.isEmpty()
        || client
            .filter(name ->
                file.record().references().client().contains(name)
                    || file.record().references().clientName().contains(name)
                    || file.record().references().ours().contains(name))
            .isPresent();
  }

  private List<String> row(DocketBoard.Row row, RightFile file, Tongue tongue) {
    Rule rule = docket.deadlines().book().rule(row.rule()).orThrow();
    return List.of(
        row.due().map(LocalDate::toString).orElse(tongue.say("不明", "unknown")),
        row.warnBy().toString(),
        tongue.say(rule.title().zh(), rule.title().en()),
        (row.number() + " " + row.title()).strip(),
        file.record().references().client(),
        file.record().references().ours(),
        row.status());
  }

  /// A request of the change desk, to be signed.
  ///
  /// @throws ProblemsException `not-found`
  public Paper request(Acting acting, Recordals.Id id, Tongue tongue) {
    RecordalDesk.Shown shown = recordals.show(acting, id);
    Request request = shown.kept().request();
    List<Paper.Fact> facts = new ArrayList<>();
    facts.add(new Paper.Fact(tongue.say("编号", "Request"), id.toString()));
    facts.add(
        new Paper.Fact(
            tongue.say("登记事项", "What is recorded"),
            switch (request.kind()) {
              case CHANGE -> tongue.say("变更", "Change");
              case ASSIGNMENT -> tongue.say("转让（转移）", "Assignment");
              case LICENCE -> tongue.say("许可", "Licence");
              case PLEDGE -> tongue.say("质押", "Pledge");
            }));
    facts.add(new Paper.Fact(tongue.say("递交日", "Filed on"), request.filedOn().toString()));
    facts.add(new Paper.Fact(tongue.say("现权利人", "Owner now"), request.from()));
    facts.add(new Paper.Fact(tongue.say("对方", "To"), request.to()));
    request
        .export()
        .ifPresent(export ->
            facts.add(
                new Paper.Fact(
                    tongue.say("技术出口", "Export of technology"),
                    (export.technology().code() + " " + export.number()).strip())));
    List<List<String>> rows = new ArrayList<>();
    for (RightId right : request.rights()) {
      RightFile file = found(acting, right);
      rows.add(
          List.of(
              numbers(file),
              file.title(),
              file.right().owners().stream()
                  .map(Fact.Share::name)
                  .collect(Collectors.joining("；"))));
    }
    return new Paper(
        tongue,
        tongue.say("登记请求", "Request for recordal"),
        unofficial(tongue),
        facts,
        List.of(
            new Paper.Part.Table(
                tongue.say("权利", "Rights"),
                List.of(
                    tongue.say("号码", "Numbers"),
                    tongue.say("名称", "Title"),
                    tongue.say("登记的权利人", "Owners on record")),
                rows),
            new Paper.Part.Text(
                tongue.say("书面同意", "Agreed in writing"),
                request.consents().isEmpty()
                    ? List.of(tongue.say("无", "none"))
                    : request.consents()),
            new Paper.Part.Signatures(
                tongue.say("签章", "Signatures"),
                request.to().isEmpty()
                    ? List.of(request.from())
                    : List.of(request.from(), request.to()))));
  }

  private static String unofficial(Tongue tongue) {
    return tongue.say(
        "由登记簿填写的工作文件，不是主管机关的正式表格；提交前请核对并改用正式表格。",
        "A working paper filled from the record, not the office's own form: check it, and file on"
            + " the office's form.");
  }

  /// What a frame is of.
  public enum Frame {
    /// 撤三答辩
    NON_USE_ANSWER("cn.mark.non-use-evidence", RightKind.Family.MARK),
    /// 异议
    OPPOSITION("cn.mark.opposition", RightKind.Family.MARK),
    /// 公众意见
    OBSERVATIONS("", RightKind.Family.PATENT),
    /// 答复审查意见
    OFFICE_ACTION_REPLY("cn.patent.oa-", RightKind.Family.PATENT);

    private final String rules;
    private final RightKind.Family family;

    Frame(String rules, RightKind.Family family) {
      this.rules = rules;
      this.family = family;
    }

    /// `non-use-answer`
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The head and frame of a paper on one right, with the clocks that bear on it; its reasons are
  /// for a person to write.
  ///
  /// @throws ProblemsException `not-found`, or `paper-kind` for another kind of right
  public Paper frame(Acting acting, Frame frame, RightId right, Tongue tongue) {
    RightFile file = found(acting, right);
    if (file.record().kind().family() != frame.family) {
      throw new ProblemsException(
          Problem.of(
              "paper-kind",
              "right",
              file.record().kind().code(),
              "This paper is on "
                  + (frame.family == RightKind.Family.MARK ? "marks." : "patents.")));
    }
    List<Paper.Part> parts = new ArrayList<>();
    parts.add(clocks(acting, frame, right, tongue));
    switch (frame) {
      case NON_USE_ANSWER -> {
        parts.add(
            new Paper.Part.Text(
                tongue.say("使用证据", "Evidence of use"),
                List.of(
                    tongue.say(
                        "逐项证据及其日志位置另见使用说明（use declaration）。",
                        "Each piece with its place in the log: see the declaration of use."))));
        parts.add(blank(tongue.say("使用情况及理由", "Use, and reasons for non-use"), tongue));
      }
      case OPPOSITION -> {
        parts.add(blank(tongue.say("异议人与在先权利", "Opponent and earlier rights"), tongue));
        parts.add(blank(tongue.say("异议理由与法律依据", "Grounds and law"), tongue));
      }
      case OBSERVATIONS -> {
        parts.add(blank(tongue.say("对比文件", "Documents compared"), tongue));
        parts.add(blank(tongue.say("意见", "Observations"), tongue));
      }
      case OFFICE_ACTION_REPLY -> {
        parts.add(blank(tongue.say("对各项意见的答复", "Reply, point by point"), tongue));
        parts.add(blank(tongue.say("权利要求的修改", "Amendments of the claims"), tongue));
      }
    }
    parts.add(
        new Paper.Part.Signatures(
            tongue.say("签章", "Signatures"),
            frame == Frame.OPPOSITION || frame == Frame.OBSERVATIONS
                ? List.of("")
                : file.right().owners().stream().map(Fact.Share::name).toList()));
    return new Paper(tongue, title(frame, tongue), unofficial(tongue), head(file, tongue), parts);
  }

  private static Paper.Part blank(String heading, Tongue tongue) {
    return new Paper.Part.Blank(heading, tongue.say("待填写", "to be written"));
  }

  private static String title(Frame frame, Tongue tongue) {
    return switch (frame) {
      case NON_USE_ANSWER -> tongue.say("撤销连续三年不使用答辩", "Answer on non-use");
      case OPPOSITION -> tongue.say("商标异议", "Opposition");
      case OBSERVATIONS -> tongue.say("公众意见", "Observations of a third party");
      case OFFICE_ACTION_REPLY -> tongue.say("意见陈述", "Reply to an office action");
    };
  }

  private static List<Paper.Fact> head(RightFile file, Tongue tongue) {
    List<Paper.Fact> facts = new ArrayList<>();
    facts.add(new Paper.Fact(tongue.say("名称", "Title"), file.title()));
    facts.add(new Paper.Fact(tongue.say("号码", "Numbers"), numbers(file)));
    facts.add(
        new Paper.Fact(
            tongue.say("权利人", "Holder"),
            file.right().owners().stream().map(Fact.Share::name).collect(Collectors.joining("；"))));
    file.right()
        .dates()
        .filedOn()
        .ifPresent(day -> facts.add(new Paper.Fact(tongue.say("申请日", "Filed on"), day.toString())));
    file.right()
        .dates()
        .approvedOn()
        .ifPresent(day ->
            facts.add(new Paper.Fact(tongue.say("初步审定公告日", "Published on"), day.toString())));
    return facts;
  }

  private static String numbers(RightFile file) {
    return file.right().numbers().stream()
        .map(RightNumber::text)
        .distinct()
        .collect(Collectors.joining("；"));
  }

  private Paper.Part clocks(Acting acting, Frame frame, RightId right, Tongue tongue) {
    Docket all = docket.docket(acting, right, docket.today()).orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    for (Deadline deadline : all.deadlines()) {
      boolean open =
          deadline.state() instanceof State.Running || deadline.state() instanceof State.Missed;
      if (!frame.rules.isEmpty() && open && deadline.question().rule().startsWith(frame.rules)) {
        Rule rule = docket.deadlines().book().rule(deadline.question().rule()).orThrow();
        rows.add(
            List.of(
                tongue.say(rule.title().zh(), rule.title().en()),
                deadline.question().event().toString(),
                deadline.answer().due().map(LocalDate::toString).orElse("–"),
                deadline.answer().warnBy().toString(),
                deadline.answer().status().toString(),
                deadline.state().code()));
      }
    }
    return rows.isEmpty()
        ? new Paper.Part.Text(
            tongue.say("期限", "Clock"),
            List.of(tongue.say("登记簿中没有相应的期限。", "No clock for it is on the docket.")))
        : new Paper.Part.Table(
            tongue.say("期限", "Clock"),
            List.of(
                tongue.say("事项", "What"),
                tongue.say("起算事件", "Event"),
                tongue.say("稳妥日", "Safe date"),
                tongue.say("预警日", "Watch from"),
                tongue.say("确定程度", "How sure"),
                tongue.say("状态", "State")),
            rows);
  }

  private RightFile found(Acting acting, RightId right) {
    return records
        .show(acting, right)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of(
                    "not-found", "right", right.toString(), "The register has no such right.")));
  }
}
