package org.zhiheng.images.imageio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.values.Parsed;

/// A file of pixels: PNG, JPEG or WebP, whose head was read and judged before.
final class PixelFile {

  /// Of larger pictures only every second, third ... point is kept while decoding.
  private static final long KEPT_MAX = 10_000_000;

  private PixelFile() {}

  static Parsed<Picture> read(byte[] bytes, PictureHead head) throws IOException {
    Optional<ImageReader> found = reader(head.kind());
    if (found.isEmpty()) {
      return Parsed.refused(
          "picture-kind-unknown", head.kind().name(), "This installation does not read it.");
    }
    ImageReader reader = found.get();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != head.width() || reader.getHeight(0) != head.height()) {
        return PictureHead.corrupt("two sizes in one file");
      }
      ImageReadParam param = reader.getDefaultReadParam();
      long pixels = (long) head.width() * head.height();
      int every = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_MAX));
      if (every > 1) {
        param.setSourceSubsampling(every, every, 0, 0);
      }
      return Parsed.ok(Pixels.picture(reader.read(0, param)));
    } finally {
      reader.dispose();
    }
  }

  private static Optional<ImageReader> reader(PictureHead.Kind kind) throws IOException {
    String format = kind.name().toLowerCase(Locale.ROOT);
    Iterator<ImageReader> known = ImageIO.getImageReadersByFormatName(format);
    if (known.hasNext()) {
      return Optional.of(known.next());
    }
    // ImageIO looks only where the thread's class loader leads; the reader lies beside this class
    for (ImageReaderSpi spi :
        ServiceLoader.load(ImageReaderSpi.class, PixelFile.class.getClassLoader())) {
      for (String name : spi.getFormatNames()) {
        if (name.equalsIgnoreCase(format)) {
          return Optional.of(spi.createReaderInstance());
        }
      }
    }
    return Optional.empty();
  }
}
