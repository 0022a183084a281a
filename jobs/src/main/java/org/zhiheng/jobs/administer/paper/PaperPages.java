package org.zhiheng.jobs.administer.paper;

/// Lays papers out.
public interface PaperPages {

  /// A whole page that needs nothing else.
  Page page(Paper paper);

  /// A page.
  ///
  /// @param html all of it
  /// @param policy what it may load and run: nothing but its own style sheet
  record Page(String html, String policy) {}
}
