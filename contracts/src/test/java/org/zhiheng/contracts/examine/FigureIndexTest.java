package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.candidate.ScanCandidates;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.Bookmark;
import org.zhiheng.jobs.examine.Comparing;
import org.zhiheng.jobs.examine.Examiner;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.examine.FigureIndex;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.figure.Pictures;
import org.zhiheng.similarity.meaning.Senses;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Pictures that are attached to marks are found, by whatever way they came.
final class FigureIndexTest {

  private static final OrganisationId OWNER = new OrganisationId(1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Words WORDS = Words.load();
  private static final String PNG = "\u0089PNG\r\n\u001a\n";

  private final MemoryRegister register =
      new MemoryRegister(() -> Instant.parse("2026-11-22T08:00:00Z"));
  private final RegisterStores stores = register.stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final Acting acting = Acting.as(OWNER, "li", Role.MANAGER);
  private final Records records =
      new Records(
          stores.rights(),
          stores.parties(),
          documents,
          stores.trail(),
          () -> Instant.parse("2026-11-22T08:00:00Z"));
  private final MemoryFigureFiles files = new MemoryFigureFiles();
  private final Drawings drawings = new Drawings();
  private final FigureDesk desk = new FigureDesk(records, documents, files, drawings);
  private final Kept bookmark = new Kept();
  private final FigureIndex index = new FigureIndex(register.feed(), bookmark, desk);
  private int marks;

  @Test
  void findsAMarkByAPictureThatWasAttachedToIt() throws IOException {
    RightId mark = mark();
    RightId other = mark();
    attach(mark, "ring.png", PNG + "ring");
    attach(other, "bars.png", PNG + "bars");

    assertThat(index.follow()).isEqualTo(2);

    assertThat(found(PNG + "ring")).isEqualTo(mark);
    assertThat(found(PNG + "bars")).isEqualTo(other);
  }

  @Test
  void filesWhatWasAttachedBeforeItEverFollowed() throws IOException {
    RightId mark = mark();
    attach(mark, "ring.png", PNG + "ring");
    index.follow();

    // a workspace that comes from an older program has neither features nor this bookmark
    FigureDesk fresh = new FigureDesk(records, documents, new MemoryFigureFiles(), drawings);
    assertThat(fresh.of(acting, mark)).isEmpty();
    assertThat(new FigureIndex(register.feed(), new Kept(), fresh).follow()).isEqualTo(1);
    assertThat(fresh.of(acting, mark))
        .extracting(FigureDesk.Pictured::picture)
        .containsExactly(digest(PNG + "ring"));
  }

  @Test
  void looksAtNothingTwice() throws IOException {
    RightId mark = mark();
    attach(mark, "ring.png", PNG + "ring");
    index.follow();
    int drawn = drawings.drawn;

    assertThat(index.follow()).isZero();
    bookmark.forget(); // as after a kill before the bookmark was written
    assertThat(index.follow()).isZero();
    assertThat(drawings.drawn).isEqualTo(drawn);
  }

  @Test
  void keepsAnUnreadablePictureAttachedAndSaysWhyItIsNotCompared() throws IOException {
    RightId mark = mark();
    attach(mark, "torn.png", PNG + "torn");

    index.follow();

    assertThat(desk.of(acting, mark)).isEmpty();
    assertThat(records.show(acting, mark).orElseThrow().right().documents()).hasSize(1);
    assertThat(desk.unread(acting, mark))
        .singleElement()
        .satisfies(unread -> {
          assertThat(unread.picture()).isEqualTo(digest(PNG + "torn"));
          assertThat(unread.why().code()).isEqualTo("picture-corrupt");
          assertThat(unread.why().reason()).isEqualTo("The picture is torn.");
        });
  }

  @Test
  void saysNothingOfADocumentThatIsNoPicture() throws IOException {
    RightId mark = mark();
    attach(mark, "letter.pdf", "%PDF-1.4 letter");
    attach(mark, "notes.txt", "notes");

    // the PDF is known by its first bytes; what the text is, only reading it tells
    assertThat(index.follow()).isEqualTo(1);
    assertThat(desk.unread(acting, mark)).isEmpty();
    assertThat(desk.of(acting, mark)).isEmpty();
  }

  @Test
  void filesADrawingWhoseFirstBytesDoNotTellWhatItIs() throws IOException {
    RightId mark = mark();
    attach(mark, "ring.svg", "<svg>ring");

    index.follow();

    assertThat(found("<svg>ring")).isEqualTo(mark);
  }

  @Test
  void findsAMarkByEachOfItsPictures() throws IOException {
    RightId mark = mark();
    attach(mark, "ring.png", PNG + "ring");
    attach(mark, "bars.png", PNG + "bars");

    index.follow();

    assertThat(hit(PNG + "ring").picture()).contains(digest(PNG + "ring"));
    assertThat(hit(PNG + "bars").picture()).contains(digest(PNG + "bars"));
    assertThat(hit(PNG + "bars").right()).isEqualTo(mark);
  }

  @Test
  void findsNoMarkByAPictureThatWasAttachedByMistake() throws IOException {
    RightId mark = mark();
    attach(mark, "ring.png", PNG + "ring");
    index.follow();
    String event =
        records.show(acting, mark).orElseThrow().right().documents().getFirst().event().toString();
    Recording corrected =
        records.record(
            acting,
            mark,
            FactKind.CORRECTED,
            DAY,
            Map.of("target", event, "reason", "another mark's"),
            Optional.empty(),
            Optional.empty());
    assertThat(corrected).isInstanceOf(Recording.Done.class);

    index.follow();

    assertThat(examiner().examine(acting, asked(PNG + "ring")).hits()).isEmpty();
    assertThat(desk.of(acting, mark)).isEmpty();
  }

  @Test
  void goesOnWithTheOthersAfterAPictureThatCouldNotBeReadNow() throws IOException {
    RightId mark = mark();
    attach(mark, "ring.png", PNG + "ring");
    drawings.busy = true;
    assertThat(catchThrowable(index::follow)).isInstanceOf(IOException.class);
    drawings.busy = false;

    assertThat(index.follow()).isEqualTo(1);
    assertThat(found(PNG + "ring")).isEqualTo(mark);
  }

  @Test
  void showsNobodyElseThePictures() throws IOException {
    RightId mark = mark();
    attach(mark, "ring.png", PNG + "ring");
    index.follow();
    Acting stranger = Acting.as(new OrganisationId(2), "wang", Role.MANAGER);

    assertThat(desk.of(stranger, mark)).isEmpty();
    assertThat(desk.unread(stranger, mark)).isEmpty();
    assertThat(desk.picture(stranger, mark, digest(PNG + "ring"))).isEmpty();
    assertThat(desk.picture(acting, mark, digest(PNG + "ring"))).isPresent();
  }

  private RightId mark() {
    Notice notice = Marks.mark(++marks, "", List.of("28"), List.of());
    return ((Rights.Entered.New) stores.rights().enter(OWNER, notice, References.NONE, "li")).id();
  }

  private void attach(RightId mark, String name, String content) throws IOException {
    Recording recording =
        records.record(
            acting,
            mark,
            FactKind.ATTACHED,
            DAY,
            Map.of(),
            Optional.empty(),
            Optional.of(new Attachment(name, new ByteArrayInputStream(bytes(content)))));
    assertThat(recording).isInstanceOf(Recording.Done.class);
  }

  @Test
  void showsAPictureToThoseWhoAskedAboutItAlone() throws IOException {
    Inquiry ours = asked("<svg>ring");
    Acting stranger = Acting.as(new OrganisationId(OWNER.number() + 1), "eve", Role.MANAGER);
    assertThat(desk.picture(acting, ours.figure().orElseThrow())).isPresent();
    assertThat(desk.picture(stranger, ours.figure().orElseThrow())).isEmpty();
    assertThatThrownBy(() -> examiner().examine(stranger, ours))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems().getFirst().code()).isEqualTo("figure-unknown"));
    desk.deposit(stranger, bytes("<svg>ring"));
    assertThat(desk.picture(stranger, ours.figure().orElseThrow())).isPresent();
  }

  private Examiner examiner() {
    return new Examiner(
        records,
        new ScanCandidates(WORDS),
        Comparing.with(WORDS, Senses.NONE),
        new GoodsShelf(new MemoryGoodsEditions(), stores.trail(), () -> Instant.EPOCH),
        desk);
  }

  private Inquiry asked(String picture) throws IOException {
    return new Inquiry(
        "",
        Optional.of(desk.deposit(acting, bytes(picture))),
        Set.of(),
        Set.of(),
        DAY,
        Optional.empty(),
        "",
        5);
  }

  private Hit hit(String picture) throws IOException {
    return examiner().examine(acting, asked(picture)).hits().getFirst();
  }

  private RightId found(String picture) throws IOException {
    return hit(picture).right();
  }

  private static Digest digest(String content) {
    return Digest.of(bytes(content));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Draws by what the bytes end with.
  private static final class Drawings implements Pictures {

    private static final int SIDE = 120;

    int drawn;
    boolean busy;

    @Override
    public Parsed<Picture> read(byte[] bytes, PictureLimits limits) {
      drawn++;
      String content = new String(bytes, StandardCharsets.ISO_8859_1);
      if (busy) {
        return Parsed.refused("picture-busy", "", "Too many pictures are being read.");
      }
      if (content.endsWith("torn")) {
        return Parsed.refused("picture-corrupt", "torn", "The picture is torn.");
      }
      if (content.endsWith("ring")) {
        return Parsed.ok(drawn((x, y) -> Math.abs(Math.hypot(x - 60, y - 60) - 40) < 8));
      }
      if (content.endsWith("bars")) {
        return Parsed.ok(
            drawn((x, y) -> x > 20 && x < 100 && y > 10 && y < 110 && x / 10 % 2 == 0));
      }
      return Parsed.refused("picture-kind-unknown", "", "That is no picture.");
    }

    private static Picture drawn(Ink ink) {
      int[] argb = new int[SIDE * SIDE];
      for (int at = 0; at < argb.length; at++) {
        argb[at] = ink.at(at % SIDE, at / SIDE) ? 0xFF000000 : 0xFFFFFFFF;
      }
      return Picture.of(SIDE, SIDE, argb);
    }
  }

  /// Where a drawing is dark.
  private interface Ink {
    boolean at(int x, int y);
  }

  private static final class Kept implements Bookmark {
    private Optional<MarkFeed.Point> point = Optional.empty();

    @Override
    public Optional<MarkFeed.Point> read() {
      return point;
    }

    @Override
    public void write(MarkFeed.Point next) {
      point = Optional.of(next);
    }

    @Override
    public void forget() {
      point = Optional.empty();
    }
  }
}
