package org.zhiheng.jobs.value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.values.ProblemsException;

/// Model reports that are kept: as evidence of the kind `valuation`, with the figures that a person
/// gave, so that what was said of a right on a day can be shown later and by others.
public final class KeptValuations {

  /// The file that the report is.
  public static final String REPORT = "valuation.json";

  private final Deposits deposits;

  /// Deposits there.
  public KeptValuations(Deposits deposits) {
    this.deposits = deposits;
  }

  /// Keeps a report.
  ///
  /// @param file what a person gave for it
  /// @throws IOException when it cannot be kept
  /// @throws ProblemsException with `forbidden`, or `not-found` when the right is not to be seen
  public EvidenceStore.Kept keep(Acting acting, PatentReport report, Optional<GivenFile> file)
      throws IOException {
    List<Deposits.Source> files = new ArrayList<>();
    files.add(
        source(
            REPORT,
            "application/json",
            RecordJson.text(out -> ValueJson.write(report, out)).getBytes(StandardCharsets.UTF_8)));
    file.ifPresent(given ->
        files.add(
            source(
                given.name(), "application/yaml", given.text().getBytes(StandardCharsets.UTF_8))));
    return deposits.deposit(
        acting,
        new Deposits.Request(
            LeafKind.VALUATION,
            Optional.of(report.right()),
            "模型报告 " + report.asOf() + " " + report.title(),
            facts(report),
            files));
  }

  private static SortedMap<String, String> facts(PatentReport report) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("notice", ModelReport.NOTICE);
    facts.put("as-of", report.asOf().toString());
    report
        .money()
        .map(ModelReport::conclusion)
        .ifPresent(range -> {
          facts.put("currency", report.currency());
          facts.put("low", ValueJson.money(range.low()));
          facts.put("high", ValueJson.money(range.high()));
        });
    return facts;
  }

  private static Deposits.Source source(String name, String type, byte[] bytes) {
    return new Deposits.Source(
        name, type, Optional.empty(), "", "", () -> new ByteArrayInputStream(bytes));
  }
}
