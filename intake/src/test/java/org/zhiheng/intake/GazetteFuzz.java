package org.zhiheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Digest;

/// Damages files in every way a transfer or a spreadsheet does.
///
/// Exceptions that may escape the readers: none (a stream in memory does not fail).
final class GazetteFuzz {

  private static final String HEADER =
      "kind,title,publication_number,publication_date,application_number,filing_date,"
          + "applicant_org,province,class\n";

  private static final List<String> ROWS =
      List.of(
          "design,糕点（罗汉蜜柚果子）,CN305252224S,2019.07.12,2018305140799,2018.09.13,"
              + "北京春香禾福食品有限公司,北京,01-01 (11)\n",
          "design,月饼,CN305252226S,2019.07.12,201830596276X,2018.10.24,"
              + "\"(natural person, removed)\",陕西,01-01 (11)\n",
          "invention_published,一种治疗银屑病的配方,CN109999146A,2019.07.12,,2018.01.05,"
              + "\"(natural person, removed)\",山东,A61K36/8994(2006.01)I;??A61P17/06(2006.01)I\n",
          "utility_model,\"一种\"\"多功能\"\"水槽\",CN209099453U,2019.07.12,201621390303X,2016.12.16,"
              + "浙江帅丰电器有限公司,浙江,E03C1/182(2006.01)I\n");

  private static byte[] file(Seed seed, int rows) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(seed.oneOf(ROWS));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Taken read(IntakeKind kind, byte[] bytes) {
    return Taken.of(
        kind,
        new IntakeFile("fuzz", Digest.of(new byte[0]), () -> new ByteArrayInputStream(bytes)));
  }

  @Seeds(400)
  void damagedFilesAreReadToTheirEndTheSameTwice(Seed seed) {
    byte[] damaged = Damage.of(seed, file(seed, 1 + seed.between(0, 30)));
    Taken once = read(IntakeKind.CNIPA_GAZETTE_CSV, damaged);
    Taken twice = read(IntakeKind.CNIPA_GAZETTE_CSV, damaged);
    assertThat(once.items()).isEqualTo(twice.items());
    for (int i = 0; i < once.items().size(); i++) {
      assertThat(once.items().get(i).position()).isEqualTo(i + 1);
    }
  }

  @Seeds(200)
  void damagedMarksAreReadToTheirEndTheSameTwice(Seed seed) {
    String text =
        """
        word,figure_file,kind,application_number,filing_date,classes,goods,holder
        知衡,,word,12345678,2013-03-28,9;42,软件;云计算,"知衡, 科技"
        ,a.svg,figure,12345679,2013-03-29,9,"软
        件",x
        """;
    byte[] damaged = Damage.of(seed, text.getBytes(StandardCharsets.UTF_8));
    assertThat(read(IntakeKind.MARKS_CSV, damaged).items())
        .isEqualTo(read(IntakeKind.MARKS_CSV, damaged).items());
  }

  /// One line is replaced by any bytes without a newline: the rows before and after it read as they
  /// do without it.
  @Seeds(400)
  void rowsAroundADamagedRowReadAsIfItWereSound(Seed seed) throws Exception {
    int before = seed.between(3, 40);
    int after = seed.between(3, 40);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < before + 1 + after; i++) {
      lines.add(seed.oneOf(ROWS));
    }
    byte[] rubbish = new byte[seed.between(1, 200)];
    seed.random().nextBytes(rubbish);
    if (seed.chance(.5)) {
      byte[] line = lines.get(before).getBytes(StandardCharsets.UTF_8);
      rubbish = Arrays.copyOf(line, line.length - 1);
      rubbish[seed.between(0, rubbish.length)] =
          seed.oneOf(List.of((byte) 34, (byte) 44, (byte) 255, (byte) 13, (byte) 0));
    }
    for (int i = 0; i < rubbish.length; i++) {
      rubbish[i] = rubbish[i] == '\n' ? (byte) 'n' : rubbish[i];
    }
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    damaged.write(HEADER.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < lines.size(); i++) {
      damaged.write(i == before ? rubbish : lines.get(i).getBytes(StandardCharsets.UTF_8));
      if (i == before) {
        damaged.write('\n');
      }
    }
    List<List<DatedFact>> found = facts(read(IntakeKind.CNIPA_GAZETTE_CSV, damaged.toByteArray()));
    List<List<DatedFact>> sound =
        facts(
            read(
                IntakeKind.CNIPA_GAZETTE_CSV,
                (HEADER + String.join("", lines)).getBytes(StandardCharsets.UTF_8)));
    assertThat(found.subList(0, before)).isEqualTo(sound.subList(0, before));
    assertThat(found.subList(found.size() - after, found.size()))
        .isEqualTo(sound.subList(before + 1, sound.size()));
  }

  private static List<List<DatedFact>> facts(Taken taken) {
    return taken.notices().stream().map(notice -> notice.facts()).toList();
  }
}
