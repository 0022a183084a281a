package org.zhiheng.cashflow.price;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.zhiheng.values.DayCount;

/// Figures that QuantLib 1.29 gave; they lie beside the project and are not part of it.
final class Peer {

  static final LocalDate SETTLED = LocalDate.of(2025, 5, 15);

  private static final Path FILE =
      Path.of(
          System.getProperty("zhiheng.root", ".."),
          "../shared/data/abs-vectors/generated/quantlib-1.29.json");

  private Peer() {}

  /// One case: named figures.
  ///
  /// @param fields as read
  record Case(Map<?, ?> fields) {

    Object of(String key) {
      return Objects.requireNonNull(fields.get(key), key);
    }

    double number(String key) {
      return ((Number) of(key)).doubleValue();
    }

    int whole(String key) {
      return ((Number) of(key)).intValue();
    }

    String text(String key) {
      return (String) of(key);
    }

    boolean flag(String key) {
      return (Boolean) of(key);
    }

    List<?> list(String key) {
      return (List<?>) of(key);
    }

    Case inner(String key) {
      return new Case((Map<?, ?>) of(key));
    }
  }

  /// The cases of a kind; the test is not run where the file is missing.
  static List<Case> cases(String kind) throws IOException {
    assumeTrue(Files.isRegularFile(FILE), "NOT RUN: " + kind + ": shared/data is missing");
    // JSON is YAML 1.2
    Object all = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
    List<Case> cases = new ArrayList<>();
    for (Object each : new Case((Map<?, ?>) Objects.requireNonNull(all)).list(kind)) {
      cases.add(new Case((Map<?, ?>) each));
    }
    return cases;
  }

  /// A bond of 100 with interest by ACT/365F on what is owed; principal at the end or in equal
  /// parts.
  static List<Flow> bond(double coupon, int years, int perYear, boolean inParts) {
    List<Flow> flows = new ArrayList<>();
    double owed = 100;
    LocalDate before = SETTLED;
    int count = years * perYear;
    for (int at = 1; at <= count; at++) {
      LocalDate on = SETTLED.plusMonths(12L / perYear * at);
      double principal = inParts ? 100.0 / count : at == count ? 100 : 0;
      double interest = owed * coupon * CashFlows.years(DayCount.ACT_365F, before, on);
      flows.add(new Flow(on, interest + principal));
      owed -= principal;
      before = on;
    }
    return flows;
  }
}
