package org.zhiheng.images.imageio;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// A drawing: looked through first, then drawn without anything from outside.
final class SvgFile {

  /// The longer side that a drawing is drawn at.
  private static final int SIDE = 384;

  /// A drawing that is longer than this against its width is a line.
  private static final int STRETCH_MAX = 32;

  private SvgFile() {}

  static Parsed<Picture> read(byte[] bytes, PictureLimits limits) {
    Optional<Problem> objection = SvgLook.objection(bytes, limits);
    if (objection.isPresent()) {
      return new Parsed.Refused<>(objection.get());
    }
    LoaderContext context =
        LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .documentLimits(
                new DocumentLimits(SvgLook.DEPTH_MAX, SvgLook.DEPTH_MAX, limits.nodesMax()))
            .build();
    @Nullable SVGDocument document =
        new SVGLoader().load(new ByteArrayInputStream(bytes), null, context);
    if (document == null) {
      return PictureHead.corrupt("SVG");
    }
    FloatSize size = document.size();
    double width = size.width;
    double height = size.height;
    if (!(width > 0
        && height > 0
        && width / height < STRETCH_MAX
        && height / width < STRETCH_MAX)) {
      return PictureHead.corrupt("SVG of " + width + " x " + height);
    }
    double scale = SIDE / Math.max(width, height);
    int pixelsWide = Math.max(1, (int) Math.round(width * scale));
    int pixelsHigh = Math.max(1, (int) Math.round(height * scale));
    BufferedImage image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      document.render((java.awt.Component) null, graphics, new ViewBox(pixelsWide, pixelsHigh));
    } finally {
      graphics.dispose();
    }
    return Parsed.ok(Pixels.picture(image));
  }
}
