package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.zhiheng.jobs.examine.Comparing;
import org.zhiheng.jobs.examine.Examiner;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.WhyNot;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.meaning.Senses;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// Why a mark that somebody names is in a list, or is not.
final class WhyNotTest {

  private static final OrganisationId OWNER = new OrganisationId(1);
  private static final Acting ACTING = Acting.as(OWNER, "li", Role.ADMINISTRATOR);
  private static final Words WORDS = Words.load();
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final RegisterStores stores = new MemoryRegister(() -> NOW).stores();
  private final Records records =
      new Records(
          stores.rights(), stores.parties(), new MemoryDocuments(), stores.trail(), () -> NOW);
  private final ScanCandidates candidates = new ScanCandidates(WORDS);
  private final GoodsShelf goods =
      new GoodsShelf(new MemoryGoodsEditions(), stores.trail(), () -> NOW);
  private final Examiner examiner =
      new Examiner(
          records,
          candidates,
          Comparing.with(WORDS, Senses.NONE),
          goods,
          new FigureDesk(
              records,
              new MemoryDocuments(),
              new MemoryFigureFiles(),
              (_, _) -> Parsed.refused("picture-kind-unknown", "", "No picture is read here.")));
  private int number;

  @Test
  void tellsThePlaceOfAMarkThatIsInTheList() throws IOException {
    RightId near = mark("LABUBU", "28", "2802");
    RightId same = mark("LAFUBU", "28", "2802");

    assertThat(whyNot(asked("LAFUBU", 2), same).place()).isEqualTo(new WhyNot.Listed(1));
    assertThat(whyNot(asked("LAFUBU", 2), near).place()).isEqualTo(new WhyNot.Listed(2));
  }

  @Test
  void tellsThatAMarkStandsFurtherDownThanTheListGoes() throws IOException {
    mark("LAFUBU", "28", "2802");
    RightId near = mark("LABUBU", "28", "2802");

    WhyNot found = whyNot(asked("LAFUBU", 1), near);

    // the only one listed is the name itself
    assertThat(found.place()).isEqualTo(new WhyNot.FurtherDown(1.0));
    assertThat(found.hit().order()).isBetween(0.01, 0.99);
  }

  @Test
  void tellsThatTheGoodsAreUnrelatedByTheTable() throws IOException {
    goods.take(ACTING, "E1", table());
    RightId elsewhere = mark("LAFUBU", "01", "0101");

    WhyNot found = whyNot(asked("LAFUBU", 5), elsewhere);

    assertThat(found.examined().hits()).isEmpty();
    assertThat(found.place()).isEqualTo(new WhyNot.OtherGoods());
    assertThat(found.hit().goods()).isPresent();
  }

  @Test
  void tellsThatTheIndexHasNotSeenAMark() throws IOException {
    RightId recorded = entered("LABUBU", "28", "2802");

    assertThat(whyNot(asked("LAFUBU", 5), recorded).place()).isEqualTo(new WhyNot.NotProposed());
  }

  @Test
  void tellsThatNothingIsAlike() throws IOException {
    RightId figure = entered("", "28", "2802");

    assertThat(whyNot(asked("LAFUBU", 5), figure).place()).isEqualTo(new WhyNot.NothingInCommon());
  }

  @Test
  void takesAMarkByItsIdAndByItsWholeName() throws IOException {
    RightId mark = mark("LABUBU", "28", "2802");

    assertThat(examiner.meant(ACTING, mark.toString())).containsExactly(mark);
    assertThat(examiner.meant(ACTING, "labubu")).containsExactly(mark);
    assertThat(examiner.meant(ACTING, "LABUBI")).isEmpty();
  }

  @Test
  void showsNobodyAnothersMark() throws IOException {
    RightId mark = mark("LABUBU", "28", "2802");
    Acting stranger = Acting.as(new OrganisationId(2), "wang", Role.MANAGER);

    assertThat(examiner.whyNot(stranger, asked("LAFUBU", 5), mark)).isEmpty();
    assertThat(examiner.meant(stranger, "LABUBU")).isEmpty();
  }

  private WhyNot whyNot(Inquiry inquiry, RightId right) throws IOException {
    return examiner.whyNot(ACTING, inquiry, right).orElseThrow();
  }

  private RightId mark(String word, String niceClass, String group) throws IOException {
    RightId id = entered(word, niceClass, group);
    candidates.put(
        List.of(
            new MarkEntry(
                id.toString(), OWNER.toString(), word, Set.of(niceClass), Set.of(group))));
    return id;
  }

  private RightId entered(String word, String niceClass, String group) {
    Rights.Entered entered =
        stores
            .rights()
            .enter(
                OWNER,
                Marks.mark(++number, word, List.of(niceClass), List.of(group)),
                References.NONE,
                "li");
    return ((Rights.Entered.New) entered).id();
  }

  private static Inquiry asked(String name, int top) {
    return new Inquiry(
        name,
        Optional.empty(),
        Set.of("28"),
        Set.of("2802"),
        LocalDate.of(2026, 11, 22),
        Optional.empty(),
        "",
        top);
  }

  private static Map<String, byte[]> table() {
    return Map.of(
        "groups.csv",
        bytes("class,group,title,notes\n01,0101,工业化学品,\n28,2802,玩具,\n"),
        "items.csv",
        bytes("class,group,part,item_code,name\n01,0101,,010001,碱\n28,2802,,280003,玩具\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
