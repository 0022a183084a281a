package org.zhiheng.links;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.prove.use.DeclarationPages;
import org.zhiheng.jobs.prove.use.UseDeclaration;

/// Declarations of use as HTML, with the style sheet of the reports within the page.
///
/// Safe for many threads.
public final class JteDeclarationPages implements DeclarationPages {

  private static final String TEMPLATE = "report/use-declaration.jte";

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final String sheet = JteReportPages.sheet();

  /// Reads the style sheet.
  public JteDeclarationPages() {}

  @Override
  public String page(UseDeclaration declaration, Tongue tongue) {
    StringOutput out = new StringOutput();
    templates.render(
        TEMPLATE,
        Map.of(
            "d",
            declaration,
            "t",
            tongue,
            "styles",
            new Styles(sheet),
            "policy",
            new Styles(sheet).policy()),
        out);
    return out.toString();
  }
}
