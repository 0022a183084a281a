package org.zhiheng.jobs.administer.paper;

/// Lays papers out.
public interface PaperPages {

  /// A whole page of HTML that needs nothing else.
  String page(Paper paper);
}
