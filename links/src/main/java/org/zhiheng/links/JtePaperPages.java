package org.zhiheng.links;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.zhiheng.jobs.administer.paper.Paper;
import org.zhiheng.jobs.administer.paper.PaperPages;

/// Papers as HTML, with the style sheet of the reports within the page.
///
/// Safe for many threads.
public final class JtePaperPages implements PaperPages {

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final String sheet = JteReportPages.sheet();

  /// Reads the style sheet.
  public JtePaperPages() {}

  @Override
  public String page(Paper paper) {
    StringOutput out = new StringOutput();
    templates.render(
        "report/paper.jte",
        Map.of("paper", paper, "styles", new Styles(sheet), "policy", new Styles(sheet).policy()),
        out);
    return out.toString();
  }
}
