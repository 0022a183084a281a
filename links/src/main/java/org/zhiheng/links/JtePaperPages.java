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
  public Page page(Paper paper) {
    Styles styles = new Styles(sheet);
    StringOutput out = new StringOutput();
    templates.render(
        "report/paper.jte",
        Map.of("paper", paper, "styles", styles, "policy", styles.policy()),
        out);
    return new Page(out.toString(), styles.policy());
  }
}
