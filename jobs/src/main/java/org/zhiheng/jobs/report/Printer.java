package org.zhiheng.jobs.report;

import java.io.IOException;
import org.zhiheng.values.Parsed;

/// Prints a page of HTML to PDF.
///
/// The page holds all it needs: nothing is fetched, no script of it runs. Nothing of it is kept
/// when a call returns. One page is printed at a time. Safe for many threads.
public interface Printer {

  /// A longer page is refused: a report of 200 marks with all reasons is below 2 MB.
  int PAGE_LENGTH_MAX = 8 << 20;

  /// A larger document is refused.
  int PDF_BYTES_MAX = 32 << 20;

  /// Prints.
  ///
  /// @param html a whole page
  /// @return the document; or `printer-missing` where there is nothing to print with,
  ///   `report-too-large` for a page or a document above the limits
  /// @throws org.zhiheng.jobs.access.Busy when another page is being printed
  /// @throws IOException when it was begun and failed, or took too long
  Parsed<Printed> pdf(String html) throws IOException;

  /// Whether there is something to print with, as far as that can be told without printing.
  boolean ready();
}
