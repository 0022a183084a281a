package org.zhiheng.cashflow.absbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.ProblemsException;

/// Three real deals of AbsBox, against the recorded answers of Hastructure, to the cent. The
/// scenario of the answers is not recorded; CDR 1 %, CPR 10 % and LPR5Y 4 % reproduce them.
///
/// Left aside: rows of Hastructure without any cash, and its rows of the day after the last
/// payment, on which it runs what a deal does at its end with nothing left to pay.
final class AbsBoxDealsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("zhiheng.root", ".."), "../shared/data/abs-vectors/absbox-china");

  @ParameterizedTest
  @ValueSource(strings = {"test01", "test02", "test03"})
  void agreesToTheCent(String name) throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "NOT RUN: shared/data/abs-vectors is missing");
    Deal deal = AbsBoxImport.deal(name, text("out/" + name + ".json"));
    LedgerRun run = Ledger.run(Plan.of(deal, assumptions()));

    YamlReader.read(
        name,
        text("resp/" + name + ".out.json"),
        place -> {
          List<YamlPlace> answer = place.names().get("Right").list();
          YamlMap parts = answer.get(0).names().get("contents").names();
          parts.get("bonds").names().entries().forEach((bond, value) -> tranche(run, bond, value));
          parts.get("fees").names().entries().forEach((fee, value) -> fee(run, fee, value));
          pool(run, answer.get(1));
          return name;
        });
  }

  @Test
  void readsAsTheSameDealWhenWritten() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "NOT RUN: shared/data/abs-vectors is missing");
    for (String name : List.of("test01", "test02", "test03")) {
      Deal deal = AbsBoxImport.deal(name, text("out/" + name + ".json"));
      assertThat(DealReader.read(name, DealWriter.yaml(deal), DealReader.FileTexts.NONE))
          .isEqualTo(deal);
      assertThat(DealReader.read(name, DealWriter.json(deal), DealReader.FileTexts.NONE))
          .isEqualTo(deal);
    }
  }

  @Test
  void refusesWhatItCannotCarry() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "NOT RUN: shared/data/abs-vectors is missing");
    String swapped =
        text("out/test01.json").replaceFirst("\"rateSwap\": ?null", "\"rateSwap\": {\"s\": {}}");
    assertThatThrownBy(() -> AbsBoxImport.deal("test01", swapped))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("rateSwap")
        .hasMessageContaining("absbox-unsupported");
  }

  /// A call sells the pool by itself here; a sale on a payment day is another deal.
  @Test
  void refusesASaleOfThePoolThatIsNoCall() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "NOT RUN: shared/data/abs-vectors is missing");
    String sold =
        text("out/test03.json")
            .replaceFirst("\"tag\": ?\"AccrueAndPayInt\"", "\"tag\": \"LiquidatePool\"");
    assertThatThrownBy(() -> AbsBoxImport.deal("test03", sold))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("LiquidatePool");
  }

  private static Assumptions assumptions() throws IOException {
    Assumptions pool =
        ScenarioImport.scenario("pool", text("scenario/mortgage_empty.json"), Assumptions.NONE);
    return ScenarioImport.scenario("rates", text("scenario/rates.json"), pool);
  }

  /// `[date, balance, interest, principal, rate, cash, due interest, due on it, …]`
  private static void tranche(LedgerRun run, String name, YamlPlace value) {
    Map<LocalDate, LedgerRun.TrancheRow> rows =
        byDate(run.tranche(name), LedgerRun.TrancheRow::date);
    long interest = 0;
    long principal = 0;
    for (YamlPlace item : value.names().items("bndStmt")) {
      List<YamlPlace> row = item.names().items("contents");
      interest += cents(row.get(2));
      principal += cents(row.get(3));
      LedgerRun.TrancheRow ours = rows.get(row.get(0).date());
      if (ours == null) {
        assertThat(cents(row.get(5))).as("cash of a row after the end").isZero();
        continue;
      }
      assertThat(List.of(ours.end(), ours.interest(), ours.principal(), ours.unpaid()))
          .as(name + " on " + ours.date())
          .isEqualTo(
              List.of(
                  cents(row.get(1)),
                  cents(row.get(2)),
                  cents(row.get(3)),
                  cents(row.get(6)) + cents(row.get(7))));
    }
    assertThat(rows.values().stream().mapToLong(LedgerRun.TrancheRow::interest).sum())
        .isEqualTo(interest);
    assertThat(rows.values().stream().mapToLong(LedgerRun.TrancheRow::principal).sum())
        .isEqualTo(principal);
  }

  /// `[date, due after, paid, …]`
  private static void fee(LedgerRun run, String name, YamlPlace value) {
    Map<LocalDate, LedgerRun.FeeRow> rows = byDate(run.fee(name), LedgerRun.FeeRow::date);
    for (YamlPlace item : value.names().items("feeStmt")) {
      List<YamlPlace> row = item.names().items("contents");
      LedgerRun.FeeRow ours = rows.get(row.get(0).date());
      if (ours == null) {
        assertThat(cents(row.get(2))).as("cash of a row after the end").isZero();
        continue;
      }
      assertThat(List.of(ours.end(), ours.paid()))
          .isEqualTo(List.of(cents(row.get(1)), cents(row.get(2))));
    }
  }

  /// `[date, balance, principal, interest, prepayment, default, recovery, …]`
  private static void pool(LedgerRun run, YamlPlace pools) {
    Map<LocalDate, LedgerRun.PoolRow> rows = byDate(run.pool(), LedgerRun.PoolRow::date);
    List<YamlPlace> flow = pools.names().get("PoolConsol").names().items("contents").get(1).list();
    assertThat(flow).hasSameSizeAs(rows.values());
    for (YamlPlace item : flow) {
      List<YamlPlace> row = item.names().items("contents");
      LedgerRun.PoolRow ours = Optional.ofNullable(rows.get(row.get(0).date())).orElseThrow();
      assertThat(
              List.of(
                  ours.end(),
                  ours.principal(),
                  ours.interest(),
                  ours.prepay(),
                  ours.defaulted(),
                  ours.recovery()))
          .as("pool on " + ours.date())
          .isEqualTo(row.subList(1, 7).stream().map(AbsBoxDealsTest::cents).toList());
    }
  }

  private static <T> Map<LocalDate, T> byDate(List<T> rows, Function<T, LocalDate> date) {
    return rows.stream().collect(Collectors.toMap(date, row -> row));
  }

  private static long cents(YamlPlace place) {
    return new BigDecimal(place.text()).movePointRight(2).longValueExact();
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}
