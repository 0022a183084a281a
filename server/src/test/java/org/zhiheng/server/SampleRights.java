package org.zhiheng.server;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.EventId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// A few dozen made-up rights to look at pages with.
final class SampleRights implements Rights {

  static final OrganisationId OURS = new OrganisationId(1);

  private static final String[] TITLES = {
    "一种永磁同步电机的真空浸漆装置", "一种用于矿井的无线传感器自组网方法及系统", "可折叠的秸秆打捆机捡拾器",
    "人参皂苷 Rg3 的提取与纯化方法", "一种基于 Transformer 的高铁转向架故障诊断方法", "包装盒（长白山蓝莓）",
    "雪地车履带张紧机构", "一种耐低温锂离子电池电解液及其制备方法", "显示屏幕面板的图形用户界面",
    "Method and apparatus for adaptive beam selection in a multi-antenna radio system"
  };
  private static final String[] HOLDERS = {
    "示例大学", "示例工业大学", "示例汽车股份有限公司", "示例理工大学; 示例钢铁股份有限公司", "示例乳业（集团）股份有限公司"
  };
  private static final String[] REGIONS = {"吉林", "黑龙江", "吉林", "辽宁", "内蒙古"};
  private static final String[] STAGES = {
    "granted", "published", "granted", "ceased", "filed", "granted", "suspended", "refused"
  };

  private final List<RightRow> rows = new ArrayList<>();

  SampleRights(int count) {
    for (int at = 0; at < count; at++) {
      RightKind kind =
          switch (at % 5) {
            case 0, 1, 3 -> RightKind.INVENTION_PATENT;
            case 2 -> RightKind.UTILITY_MODEL;
            default -> RightKind.DESIGN;
          };
      rows.add(
          new RightRow(
              new RightId(at + 1),
              kind,
              at % 10 == 9 ? Office.US : Office.CN,
              TITLES[at % TITLES.length],
              "CN" + (999_900_100L + at) + (kind == RightKind.INVENTION_PATENT ? "B" : "U"),
              STAGES[at % STAGES.length],
              HOLDERS[at % HOLDERS.length],
              REGIONS[at % REGIONS.length],
              kind == RightKind.DESIGN ? "09-03" : "H02K15/12",
              Optional.of(LocalDate.of(2017, 3, 2).plusDays(at * 11L)),
              LocalDate.of(2019, 12, 31).minusDays(at / 3)));
    }
  }

  @Override
  public Optional<RightRecord> find(OrganisationId viewer, RightId id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().map(SampleRights::record);
  }

  private static RightRecord record(RightRow row) {
    Bibliography described =
        new Bibliography(
            List.of(new Bibliography.Text("zh", row.title())),
            List.of(
                new Bibliography.Text("zh", "本发明公开了一种永磁同步电机的真空浸漆装置，包括浸漆罐、真空泵和储漆罐，浸漆罐内设有可升降的托盘。")),
            List.of(
                new Bibliography.Named(
                    Bibliography.Role.APPLICANT, row.holder(), row.region(), "CN", "示例市示例街1号"),
                Bibliography.Named.of(Bibliography.Role.INVENTOR, "示例发明人甲"),
                Bibliography.Named.of(Bibliography.Role.INVENTOR, "示例发明人乙"),
                Bibliography.Named.of(Bibliography.Role.AGENT, "示例专利代理有限责任公司")),
            List.of(new ClassSymbol(ClassScheme.IPC, "H02K15/12")),
            List.of(),
            List.of(
                new Bibliography.CitedDocument(
                    "CN999900101A", "", "X", "examiner", Optional.of(LocalDate.of(2008, 10, 8)))),
            List.of(
                new RightNumber(
                    Office.US, NumberType.PUBLICATION, "US99999999B2", "US:P:99999999")),
            List.of("一种永磁同步电机的真空浸漆装置，其特征在于：包括浸漆罐。", "根据权利要求1所述的装置，其特征在于：托盘可升降。"),
            Optional.empty());
    RightNumber filed =
        new RightNumber(Office.CN, NumberType.APPLICATION, "201799900010.5", "CN:A:2017999000105");
    RightNumber number =
        new RightNumber(Office.CN, NumberType.PUBLICATION, row.number(), "CN:P:" + row.number());
    Source source = new Source("gazette-2019-36.csv", "line 4711", "ab".repeat(32));
    List<Event> events = new ArrayList<>();
    LocalDate day = row.filedOn().orElseThrow();
    events.add(event(1, day, new Fact.Filed(List.of(filed), described), source));
    events.add(event(2, day.plusDays(190), new Fact.Published(number, Bibliography.EMPTY), source));
    events.add(event(3, day.plusDays(230), new Fact.ExaminationBegun(), source));
    events.add(event(4, day.plusDays(700), new Fact.Granted(number, Bibliography.EMPTY), source));
    events.add(
        event(
            5,
            day.plusDays(900),
            new Fact.Pledged(
                row.holder(),
                "示例银行股份有限公司",
                "Y2019220000012",
                Optional.of(day.plusDays(2000)),
                "CNY 21,000,000.00"),
            Source.BY_HAND));
    return new RightRecord(
        row.id(),
        OURS,
        events.size(),
        row.kind(),
        row.office(),
        List.of(filed, number),
        new References("ZH-2026-001", "REF-88", "示例大学"),
        events);
  }

  private static Event event(long id, LocalDate on, Fact fact, Source source) {
    return new Event(
        new EventId(id), on, fact, source, Instant.parse("2026-11-20T02:15:00Z"), "I1");
  }

  @Override
  public List<RightId> withKeys(OrganisationId viewer, Collection<String> keys) {
    return List.of();
  }

  @Override
  public RightPage page(RightQuery query) {
    List<RightRow> found = new ArrayList<>();
    each(query, found::add);
    List<RightRow> page = found.subList(0, Math.min(found.size(), query.limit()));
    return new RightPage(
        page,
        found.size() > page.size()
            ? Optional.of(new RightQuery.Cursor(page.getLast().noticedOn(), page.getLast().id()))
            : Optional.empty());
  }

  @Override
  public long count(RightQuery query, long atMost) {
    List<RightRow> found = new ArrayList<>();
    each(query, found::add);
    return Math.min(found.size(), atMost);
  }

  @Override
  public void each(RightQuery query, Consumer<RightRow> consumer) {
    rows.stream()
        .sorted(Comparator.comparing(RightRow::noticedOn).thenComparing(RightRow::id).reversed())
        .filter(row -> query.kind().isEmpty() || query.kind().get() == row.kind())
        .filter(row -> query.stage().isEmpty() || query.stage().equals(row.stage()))
        .filter(row -> row.mainClass().startsWith(query.classPrefix()))
        .filter(row -> query.region().isEmpty() || row.region().equals(query.region()))
        .filter(row -> (row.title() + row.number() + row.holder()).contains(query.term()))
        .filter(row ->
            query
                .after()
                .map(cursor ->
                    row.noticedOn().isBefore(cursor.noticedOn())
                        || (row.noticedOn().equals(cursor.noticedOn())
                            && row.id().compareTo(cursor.id()) < 0))
                .orElse(true))
        .forEach(consumer);
  }

  @Override
  public Entered enter(
      OrganisationId owner, Notice notice, References references, String recordedBy) {
    return new Entered.Exists(new RightId(1));
  }

  @Override
  public Appended append(
      OrganisationId owner,
      RightId id,
      long expectedVersion,
      DatedFact fact,
      Source source,
      String recordedBy) {
    return new Appended.Done(expectedVersion + 1);
  }

  @Override
  public boolean refer(OrganisationId owner, RightId id, References references) {
    return true;
  }

  @Override
  public boolean share(OrganisationId owner, RightId id, OrganisationId with) {
    return true;
  }

  @Override
  public boolean unshare(OrganisationId owner, RightId id, OrganisationId with) {
    return true;
  }

  @Override
  public List<OrganisationId> sharedWith(OrganisationId owner, RightId id) {
    return id.number() == 1 ? List.of(new OrganisationId(7)) : List.of();
  }
}
