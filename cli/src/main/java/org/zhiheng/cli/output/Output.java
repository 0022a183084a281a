package org.zhiheng.cli.output;

import java.io.PrintStream;
import java.util.Arrays;

/// Where answers go, and how they are written.
///
/// @param out data alone; talk goes elsewhere
/// @param format how
public record Output(PrintStream out, OutputFormat format) {

  /// Begins a listing; the caller closes it.
  public Listing listing(Column... columns) {
    return new Listing(out, format, Arrays.asList(columns));
  }

  /// Writes the fields of one thing.
  public void sheet(Sheet sheet) {
    sheet.write(out, format);
  }

  /// Writes a line of text, escaped.
  public void line(String text) {
    out.println(Cells.escaped(text));
  }

  /// Writes a document that is JSON already.
  public void json(String document) {
    out.println(document);
  }
}
