package org.zhiheng.server;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.candidate.ScanCandidates;
import org.zhiheng.contracts.examine.MemoryAnswers;
import org.zhiheng.contracts.examine.MemoryExaminations;
import org.zhiheng.contracts.examine.MemoryFigureFiles;
import org.zhiheng.contracts.examine.MemoryGoodsEditions;
import org.zhiheng.contracts.examine.MemoryWatches;
import org.zhiheng.images.imageio.JavaPictures;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.WatchDesk;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.desk.ExamineGround;
import org.zhiheng.jobs.examine.desk.ExamineStores;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// A house with invented marks of two holders, some with pictures, a goods table and a watch.
final class MarkHouse {

  static final String HOLDER = "甲示例玩具有限公司";
  static final String FILER = "乙示例贸易有限公司";

  private static final OrganisationId OURS = SampleRights.OURS;
  private static final Acting ACTING = Acting.as(OURS, Sample.NAME, Role.ADMINISTRATOR);

  private final MemoryRegister register = new MemoryRegister(Sample.CLOCK);
  private final RegisterStores stores = register.stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final Records records =
      new Records(stores.rights(), stores.parties(), documents, stores.trail(), Sample.CLOCK);
  private final ExamineDesk desk = desk();
  private int number = 20_000_000;

  /// The mark whose picture an arrow is.
  final RightId arrow;

  /// The mark whose picture is cut off.
  final RightId torn;

  /// Marks of [#HOLDER] that are alike.
  final List<RightId> family = new ArrayList<>();

  /// The party [#FILER].
  final PartyId filer;

  MarkHouse() throws IOException {
    desk.goods().take(ACTING, "SAMPLE-1", table());
    desk.watches().start(ACTING, inquiry("BOLUBO"), WatchDesk.LEAST);
    desk.watches().start(ACTING, inquiry("一个很长的被监测的商标名称甲乙丙丁"), WatchDesk.LEAST);
    desk.follow(_ -> {});
    arrow = mark("BOLUBO", HOLDER, "2016-03-01", true, "28", "2802");
    family.add(arrow);
    family.add(mark("波鲁波", HOLDER, "2017-05-02", true, "28", "2802"));
    family.add(mark("BOLUBO KIDS", HOLDER, "2018-07-03", true, "28", "2802", "25", "2501"));
    torn = mark("BOLOBO", HOLDER, "2019-01-04", false, "25", "2501");
    String[] names = {
      "BALUBO", "BELUBO", "BILUBO", "BOLUBA", "BOLUBE", "BULUBO", "海风01", "海风02", "海风03"
    };
    for (int at = 0; at < names.length; at++) {
      mark(names[at], FILER, "2026-06-0" + (at % 3 + 1), false, "28", "2802");
    }
    attach(arrow, "arrow.png", png(0));
    attach(torn, "torn.png", "\u0089PNG\r\n\u001a\ntorn".getBytes(StandardCharsets.ISO_8859_1));
    desk.follow(_ -> {});
    filer = Objects.requireNonNull(stores.parties().named(OURS, List.of(FILER)).get(FILER), FILER);
  }

  Server start() {
    return Sample.over(stores, documents, desk).start();
  }

  /// An arrow in a frame, turned clockwise.
  static byte[] png(double degrees) throws IOException {
    BufferedImage image = new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 320, 320);
    pen.rotate(Math.toRadians(degrees), 160, 160);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(16));
    pen.drawLine(80, 240, 220, 100);
    pen.drawLine(220, 100, 120, 100);
    pen.drawLine(220, 100, 220, 200);
    pen.fillOval(70, 70, 40, 40);
    pen.fillRect(200, 225, 60, 24);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private ExamineDesk desk() {
    Words words = Words.load();
    return ExamineDesk.of(
        new ExamineGround(
            stores.rights(),
            stores.parties(),
            records,
            documents,
            stores.trail(),
            Sample.CLOCK,
            SampleDesk.noModel()),
        new ExamineStores(
            register.feed(),
            new HeldBookmark(),
            new HeldBookmark(),
            new MemoryExaminations(),
            new MemoryGoodsEditions(),
            new MemoryFigureFiles(),
            new MemoryWatches(),
            new MemoryAnswers()),
        words,
        new ScanCandidates(words),
        new JavaPictures(),
        (_, _) -> false);
  }

  private RightId mark(
      String word, String holder, String filed, boolean registered, String... symbols) {
    List<ClassSymbol> classes = new ArrayList<>();
    for (String symbol : symbols) {
      classes.add(
          new ClassSymbol(
              symbol.length() == 4 ? ClassScheme.SIMILAR_GROUP : ClassScheme.NICE, symbol));
    }
    List<RightNumber> numbers =
        List.of(Numbers.registration(Office.CN, Integer.toString(++number)).orThrow());
    Bibliography bibliography =
        new Bibliography(
            List.of(new Bibliography.Text("", word)),
            List.of(),
            List.of(
                new Bibliography.Named(Bibliography.Role.APPLICANT, holder, "", "", "样例市 示例路1号"),
                Bibliography.Named.of(Bibliography.Role.AGENT, "样例代理所")),
            classes,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Bibliography.Sign(word, "", List.of())));
    LocalDate day = LocalDate.parse(filed);
    List<DatedFact> facts = new ArrayList<>();
    facts.add(new DatedFact(day, new Fact.Filed(numbers, bibliography)));
    if (registered) {
      facts.add(
          new DatedFact(
              day.plusYears(1),
              new Fact.Registered(numbers, Optional.empty(), Bibliography.EMPTY)));
    }
    Notice notice = new Notice(RightKind.MARK, Office.CN, numbers, facts, Source.BY_HAND);
    Rights.Entered entered = stores.rights().enter(OURS, notice, References.NONE, Sample.NAME);
    return ((Rights.Entered.New) entered).id();
  }

  private void attach(RightId right, String name, byte[] bytes) throws IOException {
    records.record(
        ACTING,
        right,
        FactKind.ATTACHED,
        LocalDate.of(2026, 11, 20),
        Map.of(),
        Optional.empty(),
        Optional.of(new Attachment(name, new ByteArrayInputStream(bytes))));
  }

  private static Inquiry inquiry(String name) {
    return new Inquiry(
        name,
        Optional.empty(),
        Set.of("28"),
        Set.of(),
        LocalDate.of(2026, 11, 22),
        Optional.empty(),
        "",
        20);
  }

  private static Map<String, byte[]> table() {
    return Map.of(
        "groups.csv",
        utf8(
            """
            class,group,title,notes
            25,2501,服装,
            28,2802,玩具,
            """),
        "items.csv",
        utf8(
            """
            class,group,part,item_code,name
            25,2501,,250045,服装
            28,2802,,280003,玩具
            28,2802,,280200,毛绒玩具
            28,2802,,280080,玩具娃娃
            """),
        "terms.csv",
        utf8(
            """
            basic_number,class_number,term,language
            280200,28,plush toys,en
            280003,28,toys,en
            """));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
