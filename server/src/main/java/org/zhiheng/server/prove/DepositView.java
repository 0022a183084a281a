package org.zhiheng.server.prove;

import java.util.List;
import java.util.Map;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.server.page.Field;

/// The form that takes evidence in.
///
/// @param kinds what it can be
/// @param kind which was chosen
/// @param right what was typed as the right
/// @param title what was typed as the title
/// @param facts what was typed as facts, a line each
/// @param useKinds what evidence of use can be
/// @param use what was typed about use, by the names of the fields
/// @param regions that register data, and what is known of their rules
/// @param data what was typed about a data set, by the names of the fields
/// @param onTheirWay files that were begun to be sent and not deposited
/// @param refused what was wrong, in words
public record DepositView(
    List<Field.Choice> kinds,
    String kind,
    String right,
    String title,
    String facts,
    List<Field.Choice> useKinds,
    Map<String, String> use,
    List<RegionLine> regions,
    Map<String, String> data,
    List<OnItsWay> onTheirWay,
    List<String> refused) {

  /// A script sends a file of more bytes in parts: what fits in one gains nothing by it.
  public long largeFromBytes() {
    return DeclaredFile.PART_BYTES;
  }

  /// A file that is on its way, in words.
  ///
  /// @param id of the upload
  /// @param name of the file
  /// @param there how much of it has come
  /// @param until when it is swept away
  public record OnItsWay(String id, String name, String there, String until) {}

  /// A region, in words.
  ///
  /// @param code `zhejiang`
  /// @param name of the place
  /// @param fields that it asks for
  /// @param publicity how long filings are laid open, and how far that was checked
  /// @param validity how long a certificate lasts, and how far that was checked
  /// @param source where that stands
  public record RegionLine(
      String code,
      String name,
      List<String> fields,
      String publicity,
      String validity,
      String source) {
    /// Copies the list.
    public RegionLine {
      fields = List.copyOf(fields);
    }
  }

  /// Copies the lists.
  public DepositView {
    kinds = List.copyOf(kinds);
    useKinds = List.copyOf(useKinds);
    use = Map.copyOf(use);
    regions = List.copyOf(regions);
    data = Map.copyOf(data);
    onTheirWay = List.copyOf(onTheirWay);
    refused = List.copyOf(refused);
  }
}
