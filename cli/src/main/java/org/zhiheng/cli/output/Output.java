package org.zhiheng.cli.output;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.Supplier;

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

  /// Writes one thing that has a JSON form of its own.
  ///
  /// @param json asked for only when JSON is written
  public void sheet(Sheet sheet, Supplier<String> json) {
    if (format == OutputFormat.JSON) {
      out.println(Cells.safeJson(json.get()));
      out.flush();
    } else {
      sheet(sheet);
    }
  }
}
