package org.zhiheng.server.examine;

import java.util.List;

/// Two pictures, and the one laid upon the other as the comparison laid it.
///
/// @param left address of the left picture
/// @param right address of the right picture
/// @param box view box of the drawing
/// @param leftAt where the left picture lies before it is moved
/// @param rightAt where the right picture lies
/// @param transform the movement, as SVG has it
/// @param matched path of the points that lie on edges of both
/// @param leftOnly path of those of the left picture alone
/// @param rightOnly path of those of the right picture alone
/// @param said how the left picture was moved, in words
/// @param counts how much matches, in words
public record OverlayView(
    String left,
    String right,
    String box,
    Placed leftAt,
    Placed rightAt,
    String transform,
    String matched,
    String leftOnly,
    String rightOnly,
    String said,
    List<String> counts) {

  /// Copies the list.
  public OverlayView {
    counts = List.copyOf(counts);
  }

  /// Where a picture lies, in thousandths of the right figure's frame.
  public record Placed(String x, String y, String width, String height) {}
}
