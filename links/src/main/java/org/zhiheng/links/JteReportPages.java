package org.zhiheng.links;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.zhiheng.jobs.examine.report.ExaminationReport;
import org.zhiheng.jobs.examine.report.ReportPages;

/// Reports as HTML, from one template for screen and paper.
///
/// The style sheet stands within the page, and its hash in the page's policy: nothing else may be
/// loaded. Running headers are part of the style sheet, for only there can paper have them. Safe
/// for many threads.
public final class JteReportPages implements ReportPages {

  private static final String TEMPLATE = "report/examination.jte";
  private static final String SHEET = "report.css";

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final String sheet = sheet();

  /// Reads the style sheet.
  public JteReportPages() {}

  @Override
  public Page page(ExaminationReport report) {
    String styles = sheet + running(report);
    String policy = new Styles(styles).policy();
    StringOutput out = new StringOutput();
    templates.render(
        TEMPLATE, Map.of("report", report, "styles", new Styles(styles), "policy", policy), out);
    return new Page(out.toString(), policy);
  }

  /// What each sheet of paper says at its edges: the record, the digest of its list, the page.
  private static String running(ExaminationReport report) {
    String record = report.tongue().say("检索记录 ", "Examination record ") + report.id();
    String list = report.tongue().say("列表摘要值 ", "List ") + report.list().hex();
    String page =
        report
            .tongue()
            .say(
                "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\"",
                "\"Page \" counter(page) \" of \" counter(pages)");
    String purpose = report.tongue().say("为决定作准备，本身不是决定", "Prepares a decision and is none");
    return "@page{@top-left{content:\""
        + record
        + "\"}@top-right{content:\""
        + purpose
        + "\"}@bottom-left{content:\""
        + list
        + "\"}@bottom-right{content:"
        + page
        + "}}\n";
  }

  static String sheet() {
    try (InputStream in = JteReportPages.class.getResourceAsStream(SHEET)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + SHEET);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + SHEET, unreadable);
    }
  }
}
