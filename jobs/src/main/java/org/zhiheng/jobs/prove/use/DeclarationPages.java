package org.zhiheng.jobs.prove.use;

import org.zhiheng.jobs.examine.report.Tongue;

/// Lays a declaration of use out as a page that holds all it needs.
@FunctionalInterface
public interface DeclarationPages {

  /// The page, HTML.
  String page(UseDeclaration declaration, Tongue tongue);
}
