package org.zhiheng.jobs.prove.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.ProblemsException;

/// What is known of the regions, and what is not.
final class RegionsTest {

  private static final LocalDate REGISTERED = LocalDate.of(2025, 3, 1);

  private final Regions regions = Regions.load();

  private Region region(String code) {
    return regions.parse(code).orThrow();
  }

  private static DataItem item(String region, Map<String, String> fields, String processing) {
    return new DataItem(region, "", new TreeMap<>(fields), "", processing, "", Optional.empty());
  }

  @Test
  void everyTermNamesItsSourceAndNoneIsSurerThanIt() {
    assertThat(regions.all()).hasSize(9);
    for (Region region : regions.all()) {
      for (Region.Term term : List.of(region.publicity(), region.validity())) {
        assertThat(term.source().instrument()).isNotBlank();
        assertThat(term.said().zh()).isNotBlank();
        assertThat(term.said().en()).isNotBlank();
        assertThat(term.source().confidence() == Confidence.UNKNOWN)
            .as(region.code())
            .isEqualTo(!term.exists());
      }
    }
  }

  /// Shanghai's guide page: 15 days and 3 years; Beijing's measures, article 13: 3 years from the
  /// notice. Zhejiang's were not verified and stay unknown.
  @Test
  void unknownStaysUnknown() {
    assertThat(region("shanghai").publicity().length()).hasValue(Period.ofDays(15));
    assertThat(region("shandong").publicity().code()).isEqualTo("some");
    assertThat(region("zhejiang").publicity().code()).isEqualTo("unknown");
    assertThat(region("zhejiang").validity().code()).isEqualTo("unknown");
    assertThat(DataTerm.of(region("zhejiang"), Optional.of(REGISTERED), Optional.empty()).expires())
        .isEmpty();
    assertThat(DataTerm.of(region("beijing"), Optional.empty(), Optional.empty()).expires())
        .isEmpty();
  }

  @Test
  void aTermEndsWithItsYearsOrItsContract() {
    DataTerm beijing = DataTerm.of(region("beijing"), Optional.of(REGISTERED), Optional.empty());
    assertThat(beijing.expires()).hasValue(LocalDate.of(2028, 3, 1));
    assertThat(beijing.confidence()).isEqualTo(Confidence.RECALLED);
    LocalDate ends = LocalDate.of(2026, 6, 30);
    assertThat(DataTerm.of(region("beijing"), Optional.of(REGISTERED), Optional.of(ends)).expires())
        .hasValue(ends);
    DataTerm shanghai = DataTerm.of(region("shanghai"), Optional.of(REGISTERED), Optional.empty());
    assertThat(shanghai.expires()).hasValue(LocalDate.of(2028, 3, 1));
    assertThat(shanghai.confidence()).isEqualTo(Confidence.UNKNOWN);
  }

  @Test
  void fieldsAreThoseOfTheRegion() {
    DataItem shandong = item("shandong", Map.of("deposit-or-notarisation", "存证"), "清洗");
    shandong.check(regions);
    assertThat(DataItem.of(shandong.facts())).isEqualTo(shandong);
    item("beijing", Map.of("x-industry", "气象"), "").check(regions);
    assertThatThrownBy(() -> item("shandong", Map.of(), "").check(regions))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("deposit-or-notarisation")
        .hasMessageContaining("processing-statement");
    assertThatThrownBy(() -> item("beijing", Map.of("colour", "red"), "").check(regions))
        .hasMessageContaining("data-format");
    assertThatThrownBy(() -> item("", Map.of("colour", "red"), "").check(regions))
        .hasMessageContaining("data-field");
    assertThat(item("beijing", Map.of("data-format", "CSV"), "").missing(region("beijing")))
        .containsExactly("source-statement", "update-period");
  }
}
