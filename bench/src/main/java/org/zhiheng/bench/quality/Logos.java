package org.zhiheng.bench.quality;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Real logos, as the package simple-icons (CC0, some icons under their own licence) draws them,
/// and how they are drawn anew.
public final class Logos {

  private static final String FOLDER = "META-INF/resources/webjars/simple-icons/16.2.0/icons/";

  private Logos() {}

  /// One logo.
  ///
  /// @param name its file's name
  /// @param svg the drawing: one colour, not said which, on nothing
  public record Logo(String name, String svg) {}

  /// How it is drawn.
  ///
  /// @param size of the square picture, in pixels
  /// @param padding empty space at each side, in parts of the size
  /// @param ink the logo's colour
  /// @param ground what stands behind; nothing when opacity is 0
  /// @param strokeWidth above 0 the logo is drawn as lines of this width, in 24ths, not filled
  /// @param movement of the whole drawing
  public record Drawing(
      int size,
      double padding,
      Color ink,
      Color ground,
      double strokeWidth,
      AffineTransform movement) {

    /// Black on white, as large as the picture.
    public static Drawing plain(int size) {
      return new Drawing(size, 0, Color.BLACK, Color.WHITE, 0, new AffineTransform());
    }
  }

  /// All logos in the order of their names.
  ///
  /// @throws IOException when the package is not on the class path
  public static List<Logo> all() throws IOException {
    ClassLoader loader = Objects.requireNonNull(Logos.class.getClassLoader());
    java.net.@Nullable URL one = loader.getResource(FOLDER + "simpleicons.svg");
    if (one == null) {
      throw new IOException("simple-icons is not on the class path");
    }
    String jar = one.getPath().substring(0, one.getPath().indexOf('!'));
    List<Logo> logos = new ArrayList<>();
    try (InputStream file = java.net.URI.create(jar).toURL().openStream();
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = entry.getName();
        if (path.startsWith(FOLDER) && path.endsWith(".svg")) {
          logos.add(
              new Logo(
                  path.substring(FOLDER.length()),
                  new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    }
    logos.sort(java.util.Comparator.comparing(Logo::name));
    return logos;
  }

  /// Draws a logo.
  public static BufferedImage draw(Logo logo, Drawing drawing) {
    String colour = String.format(Locale.ROOT, "#%06x", drawing.ink().getRGB() & 0xFFFFFF);
    String paint =
        drawing.strokeWidth() > 0
            ? String.format(
                Locale.ROOT,
                "fill=\"none\" stroke=\"%s\" stroke-width=\"%.3f\"",
                colour,
                drawing.strokeWidth())
            : "fill=\"" + colour + "\"";
    String svg = logo.svg().replaceFirst("<svg ", "<svg " + paint + " ");
    SVGDocument document =
        Objects.requireNonNull(
            new SVGLoader()
                .load(
                    new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                    null,
                    LoaderContext.createDefault()));
    int size = drawing.size();
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(drawing.ground());
    graphics.fillRect(0, 0, size, size);
    graphics.transform(drawing.movement());
    graphics.translate(drawing.padding() * size, drawing.padding() * size);
    float side = (float) (size * (1 - 2 * drawing.padding()));
    document.render((Component) null, graphics, new ViewBox(side, side));
    graphics.dispose();
    return image;
  }
}
