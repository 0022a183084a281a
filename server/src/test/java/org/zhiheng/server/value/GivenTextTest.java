package org.zhiheng.server.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Fields of the form as the file that the command line takes.
final class GivenTextTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static GivenText of(Map<String, String> fields) {
    return GivenText.of(Typed.of(name -> fields.getOrDefault(name, "")), "阀", TODAY);
  }

  @Test
  void nothingTypedIsAFileOfANameAlone() {
    assertThat(of(Map.of()).text()).isEqualTo("value: \"阀\"\n");
  }

  @Test
  void amountsSharesAndSourcesAreWrittenAsTheFileHasThem() {
    GivenText text =
        of(
            Map.of(
                "rr.source", "plan \"B\"",
                "rr.revenue.is", "2,000,000",
                "rr.revenue.low", "1 500 000.5",
                "rr.royalty.is", "5",
                "rr.royalty.source", "two licences",
                "rr.royalty.on", "2026-03-01",
                "rr.royalty.confidence", "seen",
                "rr.life.is", "8",
                "co.1.name", "people: all",
                "co.1.is", "180000"));
    assertThat(text.text())
        .isEqualTo(
            """
            value: "阀"
            methods:
              relief-from-royalty:
                revenue: {is: "2000000.00", low: "1500000.50", source: "plan \\"B\\"", on: "2026-11-22"}
                royalty: {is: "5%", source: "two licences", on: "2026-03-01", confidence: "seen"}
                life: {is: "8", source: "plan \\"B\\"", on: "2026-11-22"}
              cost:
                items:
                  "people: all": {is: "180000.00", on: "2026-11-22"}
            """);
    // a problem of a line leads back to its field
    assertThat(text.field("line 5, column 7")).contains("rr.royalty");
    assertThat(text.field("line 9, column 7")).contains("co.1");
    assertThat(text.field("line 1, column 1")).contains("value");
    assertThat(text.field("")).isEmpty();
  }

  @Test
  void whatDoesNotReadStaysForTheReaderToRefuse() {
    assertThat(of(Map.of("co.profit.is", "lots", "rr.revenue.is", "1.234")).text())
        .contains("profit: {is: \"lots\"")
        .contains("revenue: {is: \"1.234\"");
  }

  @Test
  void longTextsAreCut() {
    Typed typed = Typed.of(name -> name.equals("purpose") ? "x".repeat(9_999) : "");
    assertThat(typed.get("purpose")).hasSize(Typed.LENGTH_MAX);
  }
}
