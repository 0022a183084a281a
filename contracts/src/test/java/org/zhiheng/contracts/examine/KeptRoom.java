package org.zhiheng.contracts.examine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.candidate.ScanCandidates;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.Comparing;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.Examiner;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
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
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.meaning.Senses;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// Marks of one organisation in memory, and the book that keeps what was asked about them.
final class KeptRoom {

  static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  static final OrganisationId ORGANISATION = new OrganisationId(1);

  /// Loaded once: they never change.
  private static final Words WORDS = Words.load();

  private static final Comparing COMPARING = Comparing.with(WORDS, Senses.NONE);

  private static final int SIDE = 96;

  final Acting examiner = Acting.as(ORGANISATION, "examiner", Role.EXAMINER);
  final Acting viewer = Acting.as(ORGANISATION, "viewer", Role.VIEWER);
  final Acting stranger = Acting.as(new OrganisationId(2), "stranger", Role.ADMINISTRATOR);

  private final InstantSource clock = () -> NOW;
  private final RegisterStores stores = new MemoryRegister(clock).stores();
  private final ScanCandidates index = new ScanCandidates(WORDS);
  private final MemoryDocuments documents = new MemoryDocuments();
  private final Records records =
      new Records(stores.rights(), stores.parties(), documents, stores.trail(), clock);
  private final GoodsShelf goods = new GoodsShelf(new MemoryGoodsEditions(), stores.trail(), clock);
  private final FigureDesk figures =
      new FigureDesk(
          records, documents, new MemoryFigureFiles(), (bytes, _) -> Parsed.ok(drawn(bytes)));
  final ExaminationBook book =
      new ExaminationBook(
          new MemoryExaminations(),
          new Examiner(records, index, COMPARING, goods, figures),
          stores.trail(),
          clock);
  private int number = 10_000_000;

  /// A mark that was filed on a day of 2020 and registered a year later.
  RightId mark(String word, String holder, String... symbols) {
    List<ClassSymbol> classes = new ArrayList<>();
    Set<String> niceClasses = new HashSet<>();
    for (String symbol : symbols) {
      classes.add(
          new ClassSymbol(
              symbol.length() == 4 ? ClassScheme.SIMILAR_GROUP : ClassScheme.NICE, symbol));
      niceClasses.add(symbol.substring(0, 2));
    }
    List<RightNumber> numbers =
        List.of(Numbers.registration(Office.CN, Integer.toString(++number)).orThrow());
    Bibliography bibliography =
        new Bibliography(
            List.of(new Bibliography.Text("", word)),
            List.of(),
            List.of(Bibliography.Named.of(Bibliography.Role.APPLICANT, holder)),
            classes,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Bibliography.Sign(word, "", List.of())));
    LocalDate day = LocalDate.of(2020, 3, 2);
    Rights.Entered entered =
        stores
            .rights()
            .enter(
                ORGANISATION,
                new Notice(
                    RightKind.MARK,
                    Office.CN,
                    numbers,
                    List.of(
                        new DatedFact(day, new Fact.Filed(numbers, bibliography)),
                        new DatedFact(
                            day.plusYears(1),
                            new Fact.Registered(numbers, Optional.empty(), Bibliography.EMPTY))),
                    Source.BY_HAND),
                References.NONE,
                "examiner");
    RightId id = ((Rights.Entered.New) entered).id();
    index.put(
        List.of(
            new MarkEntry(id.toString(), ORGANISATION.toString(), word, niceClasses, Set.of())));
    return id;
  }

  /// The mark leaves the index, as one does that was withdrawn from the register.
  void forget(RightId id) {
    index.remove(ORGANISATION.toString(), List.of(id.toString()));
  }

  /// Records one more fact.
  void record(RightId id, LocalDate on, Fact fact) {
    long version = stores.rights().find(ORGANISATION, id).orElseThrow().version();
    stores
        .rights()
        .append(ORGANISATION, id, version, new DatedFact(on, fact), Source.BY_HAND, "examiner");
  }

  /// Attaches the picture drawn by this text to a mark.
  void attach(RightId id, String drawing) throws IOException {
    figures.attach(examiner, id, "figure.png", drawing.getBytes(StandardCharsets.UTF_8), TODAY);
  }

  /// Deposits the picture drawn by this text.
  Digest deposit(String drawing) throws IOException {
    return figures.deposit(examiner, drawing.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes a small goods table in.
  void goodsTable(String edition, String note) {
    goods.take(
        Acting.as(ORGANISATION, "importer", Role.ADMINISTRATOR),
        edition,
        Map.of(
            "groups.csv",
            utf8("class,group,title,notes\n28,2802,玩具,\n28,2801,娱乐器械,\n25,2501,衣物,\n"),
            "items.csv",
            utf8(
                "class,group,part,item_code,name\n28,2802,,280001,玩具\n25,2501,,250001,"
                    + note
                    + "\n")));
  }

  /// A question about a name, without goods.
  static Inquiry about(String name) {
    return about(name, Optional.empty());
  }

  static Inquiry about(String name, Optional<Digest> figure) {
    return new Inquiry(name, figure, Set.of(), Set.of(), TODAY, Optional.empty(), "", 20);
  }

  List<AuditTrail.Entry> trail() {
    return stores.trail().page(ORGANISATION, Optional.empty(), 100).stream()
        .map(AuditTrail.Kept::entry)
        .toList();
  }

  AuditTrail auditTrail() {
    return stores.trail();
  }

  InstantSource clock() {
    return clock;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A dark bar and a dark block whose places follow from the bytes.
  private static Picture drawn(byte[] bytes) {
    int hash = Arrays.hashCode(bytes);
    int left = 10 + Math.floorMod(hash, 30);
    int top = 10 + Math.floorMod(hash >> 8, 30);
    int[] argb = new int[SIDE * SIDE];
    Arrays.fill(argb, 0xffffffff);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean bar = x >= left && x < left + 10 && y >= 8 && y < SIDE - 8;
        boolean block = x >= left && x < SIDE - 12 && y >= top && y < top + 20;
        if (bar || block) {
          argb[y * SIDE + x] = 0xff000000;
        }
      }
    }
    return Picture.of(SIDE, SIDE, argb);
  }
}
