package org.zhiheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.values.Digest;

final class GazetteIntakeTest {

  private static final String HEADER =
      "kind,title,publication_number,publication_date,application_number,filing_date,"
          + "applicant_org,province,class\n";

  /// Lines 2 and 4 of the real design file.
  private static final String CAKE =
      "design,糕点（罗汉蜜柚果子）,CN305252224S,2019.07.12,2018305140799,2018.09.13,"
          + "北京春香禾福食品有限公司,北京,01-01 (11)\n";

  private static final String MOONCAKE =
      "design,月饼,CN305252226S,2019.07.12,201830596276X,2018.10.24,"
          + "\"(natural person, removed)\",陕西,01-01 (11)\n";

  @ParameterizedTest
  @ValueSource(strings = {"design", "invention_granted", "invention_published", "utility_model"})
  void takesEveryRowOfTheRealGazette(String part) throws IOException {
    Optional<Path> file = Shared.file("patents_cn_gazette_2019/" + part + ".csv.gz");
    if (file.isEmpty()) {
      return;
    }
    Taken taken = Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, Shared.intake(file.get()));
    assertThat(taken.problems()).isEmpty();
    assertThat(taken.notices()).hasSize(linesOf(file.get()) - 1);
    assertThat(taken.items().getLast().position()).isEqualTo(linesOf(file.get()) - 1);
  }

  /// No real row has a newline in a quoted field, so that rows are lines.
  private static int linesOf(Path gzip) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
      return (int) lines.lines().count();
    }
  }

  @Test
  void readsADesignAsFiledAndGranted() {
    Notice notice = Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, HEADER + CAKE).notices().getFirst();
    assertThat(notice.kind()).isEqualTo(RightKind.DESIGN);
    assertThat(notice.numbers())
        .extracting(Object::toString)
        .anyMatch(number -> number.contains("201830514079.9"))
        .anyMatch(number -> number.contains("CN305252224S"));
    assertThat(notice.source().position()).isEqualTo("line 2");
    assertThat(notice.facts()).hasSize(2);
    DatedFact filed = notice.facts().get(0);
    assertThat(filed.on()).isEqualTo(LocalDate.of(2018, 9, 13));
    assertThat(filed.fact()).isInstanceOf(Fact.Filed.class);
    DatedFact granted = notice.facts().get(1);
    assertThat(granted.on()).isEqualTo(LocalDate.of(2019, 7, 12));
    Bibliography bibliography = ((Fact.Granted) granted.fact()).bibliography();
    assertThat(bibliography.titles()).containsExactly(new Bibliography.Text("zh", "糕点（罗汉蜜柚果子）"));
    assertThat(bibliography.named())
        .containsExactly(new Named(Role.APPLICANT, "北京春香禾福食品有限公司", "北京", "", ""));
    assertThat(bibliography.classes())
        .containsExactly(new ClassSymbol(ClassScheme.LOCARNO, "01-01"));
  }

  @Test
  void anApplicantTakenOutIsNoProblem() {
    Notice notice = Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, HEADER + MOONCAKE).notices().getFirst();
    assertThat(((Fact.Granted) notice.facts().get(1).fact()).bibliography().named()).isEmpty();
  }

  @Test
  void aDamagedApplicationNumberRefusesTheRowAlone() {
    String damaged = CAKE.replace("2018305140799", "2.0E+12");
    Taken taken = Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, HEADER + MOONCAKE + damaged + MOONCAKE);
    assertThat(taken.notices()).hasSize(2);
    assertThat(taken.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.path()).isEqualTo("line 3, column application_number");
          assertThat(problem.given()).isEqualTo("2.0E+12");
        });
  }

  @Test
  void aMissingColumnRefusesTheFileOnce() {
    Taken taken = Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, "kind,title\ndesign,x\ndesign,y\n");
    assertThat(taken.codes()).containsExactly("csv-header at line 1");
    assertThat(taken.problems().getFirst().reason())
        .contains("publication_number", "publication_date", "applicant_org");
  }

  @Test
  void columnsStandInAnyOrderAndUnknownOnesArePassedOver() {
    Taken taken =
        Taken.of(
            IntakeKind.CNIPA_GAZETTE_CSV,
            """
            note,publication_date,publication_number,title,kind
            x,20190712,CN305252224S,蛋糕,design
            """);
    assertThat(taken.problems()).isEmpty();
    assertThat(taken.notices().getFirst().facts()).hasSize(1);
  }

  @Test
  void readsGbkAsChineseSystemsWriteIt() {
    Charset gbk = Charset.forName("GBK");
    Taken taken = Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, (HEADER + CAKE + MOONCAKE).getBytes(gbk));
    Taken asUtf8 = Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, HEADER + CAKE + MOONCAKE);
    assertThat(taken.problems()).isEmpty();
    assertThat(taken.notices())
        .extracting(Notice::facts)
        .isEqualTo(asUtf8.notices().stream().map(Notice::facts).toList());
  }

  @Test
  void refusesUtf16Once() {
    Taken taken =
        Taken.of(IntakeKind.CNIPA_GAZETTE_CSV, (HEADER + CAKE).getBytes(StandardCharsets.UTF_16));
    assertThat(taken.codes()).hasSize(1).first().asString().startsWith("encoding");
  }

  @Test
  void quotesThatNeverCloseCostOneRow() {
    String broken = CAKE.replace("糕点", "\"糕点");
    Taken taken =
        Taken.of(
            IntakeKind.CNIPA_GAZETTE_CSV, HEADER + CAKE + broken + MOONCAKE + CAKE.repeat(200));
    assertThat(taken.codes()).containsExactly("csv-quotes at line 3");
    assertThat(taken.notices()).hasSize(202);
  }

  @Test
  void formulasAreTextAndNothingElse() {
    Taken taken =
        Taken.of(
            IntakeKind.CNIPA_GAZETTE_CSV,
            HEADER + CAKE.replace("糕点（罗汉蜜柚果子）", "=HYPERLINK(\"http://x\")"));
    assertThat(((Fact.Granted) taken.notices().getFirst().facts().get(1).fact()).bibliography())
        .extracting(bibliography -> bibliography.titles().getFirst().text())
        .isEqualTo("=HYPERLINK(\"http://x\")");
  }

  @Test
  void stopsWhenTheConsumerHasEnough() throws IOException {
    byte[] bytes = (HEADER + CAKE.repeat(100)).getBytes(StandardCharsets.UTF_8);
    List<Item> items = new java.util.ArrayList<>();
    Intake.read(
        IntakeKind.CNIPA_GAZETTE_CSV,
        new IntakeFile("x.csv", Digest.of(bytes), () -> new java.io.ByteArrayInputStream(bytes)),
        item -> {
          items.add(item);
          return items.size() < 7;
        });
    assertThat(items).hasSize(7);
  }
}
