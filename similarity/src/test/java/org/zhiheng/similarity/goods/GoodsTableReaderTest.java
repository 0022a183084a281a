package org.zhiheng.similarity.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.values.Problem;

class GoodsTableReaderTest {

  private static List<Problem> problems(Map<String, byte[]> files) {
    return switch (GoodsTableReader.read("invented", files)) {
      case GoodsTableReader.Outcome.Read _ -> List.of();
      case GoodsTableReader.Outcome.Refused refused -> refused.problems();
    };
  }

  @Test
  void keepsAllRows() {
    GoodsRows rows = Tables.small().rows();

    assertThat(rows.classes()).hasSize(2);
    assertThat(rows.classes().getFirst().notes()).isEqualTo("仪器\n【注释】两行");
    assertThat(rows.groups()).hasSize(8);
    assertThat(rows.items()).hasSize(21);
    assertThat(rows.notes()).hasSize(6);
    assertThat(rows.crossItems().getFirst().groups()).containsExactly("2851", "2852");
    assertThat(rows.items().get(1)).isEqualTo(new ItemRow("09", "0951", 1, "090901", "直尺"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9,0951,一,090901,尺|goods-class|line 2, column class",
        "09,2851,一,090901,尺|goods-group|line 2, column group",
        "09,0999,一,090901,尺|goods-group|line 2, column group",
        "09,0951,几,090901,尺|goods-part|line 2, column part",
        "09,0951,一,90901,尺|goods-item|line 2, column item_code",
        "09,0951,一,090901,※|goods-item|line 2, column name",
        "09,0951,一,090901|csv-columns|line 2",
        "09,0951,一,090901,\"尺|csv-quotes|line 2",
      })
  void refusesARowWithItsLineAndColumn(String row, String code, String path) {
    List<Problem> found =
        problems(Tables.with("items.csv", "class,group,part,item_code,name\n" + row + "\n"));

    assertThat(found.getFirst().code()).isEqualTo(code);
    assertThat(found.getFirst().path()).isEqualTo(path);
    assertThat(found.getFirst().source()).isEqualTo("items.csv");
  }

  @Test
  void findsAllProblemsInOnePassAndCountsLinesWithinQuotes() {
    String groups = "class,group,title,notes\n09,0951,甲,\"一\n二\n三\"\n99,0952,乙,\n09,951,丙,\n";

    assertThat(problems(Tables.with("groups.csv", groups)))
        .filteredOn(problem -> problem.source().equals("groups.csv"))
        .extracting(Problem::path)
        .containsExactly("line 5, column class", "line 6, column group");
  }

  @Test
  void refusesAMissingFileAMissingColumnAnotherEncodingAndNoName() {
    Map<String, byte[]> without = Tables.smallFiles();
    without.remove("items.csv");
    Map<String, byte[]> encoded = Tables.smallFiles();
    encoded.put("groups.csv", new byte[] {(byte) 0xC4, (byte) 0xE3});

    assertThat(problems(without)).extracting(Problem::code).containsExactly("goods-file");
    assertThat(problems(Tables.with("groups.csv", "class,group,title\n")))
        .extracting(Problem::code)
        .contains("csv-header");
    assertThat(problems(encoded)).extracting(Problem::code).contains("encoding");
    assertThat(GoodsTableReader.read(" ", Tables.smallFiles()))
        .isInstanceOf(GoodsTableReader.Outcome.Refused.class);
  }

  @Test
  void refusesTooMuch() {
    Map<String, byte[]> big = Tables.smallFiles();
    byte[] bytes = new byte[GoodsTableReader.FILE_BYTES_MAX + 1];
    Arrays.fill(bytes, (byte) 'a');
    big.put("items.csv", bytes);

    assertThat(problems(big)).extracting(Problem::code).contains("goods-limit");
    assertThat(
            problems(Tables.with("groups.csv", "class,group,title,notes\n" + "x\n".repeat(1000))))
        .hasSize(GoodsTableReader.PROBLEMS_MAX);
  }

  @Test
  void digestNamesContentNotOrder() {
    Map<String, byte[]> files = Tables.smallFiles();
    Map<String, byte[]> other = Tables.smallFiles();
    byte[] items = other.remove("items.csv");
    other.put("items.csv", items);
    other.put("README.txt", "ignored".getBytes(StandardCharsets.UTF_8));

    assertThat(GoodsTableReader.digest(other)).isEqualTo(GoodsTableReader.digest(files));
    other.put(
        "items.csv",
        (new String(items, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(GoodsTableReader.digest(other)).isNotEqualTo(GoodsTableReader.digest(files));
  }
}
