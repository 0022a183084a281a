package org.zhiheng.server.examine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.figure.Box;
import org.zhiheng.similarity.figure.Movement;
import org.zhiheng.similarity.figure.Overlay;
import org.zhiheng.similarity.score.Evidence;

/// Draws one figure upon another, and says how it was moved.
///
/// @param words the language
record OverlayReading(Words words) {

  /// Units of the drawing to the frame's length.
  private static final double UNIT = 1000;

  /// Room around the drawing, for points at its border.
  private static final double MARGIN = 20;

  OverlayView view(Overlay overlay, String left, String right) {
    Movement m = overlay.movement();
    Box box = overlay.rightPicture();
    return new OverlayView(
        left,
        right,
        String.join(
            " ",
            number(UNIT * box.left() - MARGIN),
            number(UNIT * box.top() - MARGIN),
            number(UNIT * box.width() + 2 * MARGIN),
            number(UNIT * box.height() + 2 * MARGIN)),
        placed(overlay.leftPicture()),
        placed(box),
        // x' = a * (-)x - b * y + shift; y' = b * (-)x + a * y + shift
        String.format(
            Locale.ROOT,
            "matrix(%.5f %.5f %.5f %.5f %.2f %.2f)",
            m.mirrored() ? -m.a() : m.a(),
            m.mirrored() ? -m.b() : m.b(),
            -m.b(),
            m.a(),
            UNIT * m.shiftX(),
            UNIT * m.shiftY()),
        dots(overlay.matched()),
        crosses(overlay.leftOnly()),
        rings(overlay.rightOnly()),
        moved(m),
        List.of(
            words.say(
                "overlay.matched",
                overlay.matched().size(),
                overlay.matched().size() + overlay.leftOnly().size()),
            words.count("overlay.leftOnly", overlay.leftOnly().size()),
            words.count("overlay.rightOnly", overlay.rightOnly().size())));
  }

  /// The evidence of points without its place: the drawing shows that.
  static boolean drawn(Evidence evidence) {
    return evidence instanceof Evidence.MatchedPoints;
  }

  private String moved(Movement m) {
    return new EvidenceWords(words)
        .moved(
            Math.round(Math.toDegrees(m.turn())),
            String.format(Locale.ROOT, "%.2f", m.scale()),
            m.mirrored());
  }

  private static OverlayView.Placed placed(Box box) {
    return new OverlayView.Placed(
        number(UNIT * box.left()),
        number(UNIT * box.top()),
        number(UNIT * box.width()),
        number(UNIT * box.height()));
  }

  /// Each a line of no length: a round end makes it a dot.
  private static String dots(List<Overlay.Place> places) {
    return places.stream().map(place -> "M" + at(place) + "h0").collect(Collectors.joining());
  }

  private static String crosses(List<Overlay.Place> places) {
    return places.stream()
        .map(place -> "M" + at(place) + "m-6-6l12 12m0-12l-12 12")
        .collect(Collectors.joining());
  }

  private static String rings(List<Overlay.Place> places) {
    return places.stream()
        .map(place -> "M" + at(place) + "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0")
        .collect(Collectors.joining());
  }

  private static String at(Overlay.Place place) {
    return number(UNIT * place.x()) + " " + number(UNIT * place.y());
  }

  private static String number(double value) {
    return Long.toString(Math.round(value));
  }
}
