package org.zhiheng.images.imageio;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.figure.Pictures;
import org.zhiheng.values.Parsed;

/// Decodes pictures in plain Java: PNG, JPEG and WebP through ImageIO, SVG through JSVG.
///
/// Each picture is decoded on a thread of its own, which is left behind when the time is up; at
/// most [#AT_ONCE_MAX] decode at a time, those left behind among them. Codes: `picture-empty`,
/// `picture-too-large`, `picture-kind-unknown`, `picture-too-many-pixels`, `picture-animated`,
/// `picture-corrupt`, `picture-entities`, `picture-too-complex`, `picture-external`,
/// `picture-too-slow`, `picture-busy`.
public final class JavaPictures implements Pictures {

  /// How many pictures are decoded at a time; each may hold some 40 MB while it is.
  public static final int AT_ONCE_MAX = 8;

  private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);

  /// Decodes nothing yet.
  public JavaPictures() {}

  @Override
  public Parsed<Picture> read(byte[] bytes, PictureLimits limits) {
    if (bytes.length > limits.bytesMax()) {
      return Parsed.refused(
          "picture-too-large",
          bytes.length + " bytes",
          "A picture has at most " + limits.bytesMax() + " bytes.");
    }
    return switch (PictureHead.of(bytes)) {
      case Parsed.Refused<PictureHead> refused -> new Parsed.Refused<>(refused.problem());
      case Parsed.Ok<PictureHead> ok -> read(bytes, ok.value(), limits);
    };
  }

  private Parsed<Picture> read(byte[] bytes, PictureHead head, PictureLimits limits) {
    if (head.animated()) {
      return Parsed.refused(
          "picture-animated",
          head.kind().name().toLowerCase(Locale.ROOT),
          "A figure is one picture; this file holds several that move.");
    }
    if (head.width() > limits.sideMax()
        || head.height() > limits.sideMax()
        || (long) head.width() * head.height() > limits.pixelsMax()) {
      return Parsed.refused(
          "picture-too-many-pixels",
          head.width() + " x " + head.height(),
          "A picture has at most "
              + limits.pixelsMax()
              + " pixels and "
              + limits.sideMax()
              + " a side.");
    }
    return switch (head.kind()) {
      case PNG, JPEG, WEBP -> within(limits, () -> PixelFile.read(bytes, head));
      case SVG -> within(limits, () -> SvgFile.read(bytes, limits));
    };
  }

  /// What the work gives, if it does so in time: waiting for a place and working together take no
  /// longer than the limit, and who has no place after half of it is told that it is busy.
  Parsed<Picture> within(PictureLimits limits, Callable<Parsed<Picture>> work) {
    FutureTask<Parsed<Picture>> task =
        new FutureTask<>(() -> {
          try {
            return work.call();
          } finally {
            places.release();
          }
        });
    long began = System.nanoTime();
    try {
      if (!places.tryAcquire(limits.millisMax() / 2, TimeUnit.MILLISECONDS)) {
        return Parsed.refused(
            "picture-busy", "", "Too many pictures are being read; try again shortly.");
      }
      Thread.ofPlatform().daemon().name("picture").start(task);
      long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      return task.get(Math.max(1, limits.millisMax() - waited), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return Parsed.refused(
          "picture-too-slow",
          limits.millisMax() + " ms",
          "The picture takes longer to draw than is allowed; simplify it or save it smaller.");
    } catch (ExecutionException failed) {
      // a decoder's answer to bytes it did not expect
      Throwable cause = failed.getCause();
      return PictureHead.corrupt(cause == null ? "" : cause.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Parsed.refused("picture-busy", "", "Reading was stopped; try again.");
    }
  }
}
