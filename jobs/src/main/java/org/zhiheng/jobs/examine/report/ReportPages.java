package org.zhiheng.jobs.examine.report;

/// Lays a report out as a page of HTML.
///
/// The page is whole: its styles are in it, it fetches nothing and runs nothing, so that it can be
/// saved, sent and printed. Safe for many threads.
public interface ReportPages {

  /// The page.
  Page page(ExaminationReport report);

  /// A page and what a browser has to allow for it.
  ///
  /// @param html the whole page
  /// @param policy its Content-Security-Policy, which the page names as well
  record Page(String html, String policy) {}
}
