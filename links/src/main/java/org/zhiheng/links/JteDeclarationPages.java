package org.zhiheng.links;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.prove.use.DeclarationPages;
import org.zhiheng.jobs.prove.use.UseDeclaration;
import org.zhiheng.values.Digest;

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
    String hash =
        Base64.getEncoder()
            .encodeToString(Digest.of(sheet.getBytes(StandardCharsets.UTF_8)).bytes());
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
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'"),
        out);
    return out.toString();
  }
}
