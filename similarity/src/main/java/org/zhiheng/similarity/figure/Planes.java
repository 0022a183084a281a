package org.zhiheng.similarity.figure;

/// The channels of a picture as numbers 0..255: red, green and blue, taken times the opacity, and
/// the opacity where a picture has any. So each edge is seen, whatever lies behind the picture.
final class Planes {

  private final int width;
  private final int height;
  private final float[][] channels;

  Planes(int width, int height, float[][] channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  static Planes of(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    boolean opaque = true;
    boolean grey = true;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = picture.argb(x, y);
        opaque &= colour >>> 24 == 255;
        int green = colour >> 8 & 0xFF;
        grey &= (colour >> 16 & 0xFF) == green && (colour & 0xFF) == green;
      }
    }
    int colours = grey ? 1 : 3;
    float[][] channels = new float[colours + (opaque ? 0 : 1)][width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = picture.argb(x, y);
        int at = y * width + x;
        float share = (colour >>> 24) / 255f;
        for (int i = 0; i < colours; i++) {
          channels[i][at] = share * ((colour >> (16 - 8 * i)) & 0xFF);
        }
        if (!opaque) {
          channels[colours][at] = colour >>> 24;
        }
      }
    }
    return new Planes(width, height, channels);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int count() {
    return channels.length;
  }

  float at(int channel, int x, int y) {
    return channels[channel][y * width + x];
  }

  float[] channel(int channel) {
    return channels[channel];
  }

  /// A part of the picture at another scale: each new point is the mean of what it covers, or lies
  /// between its four neighbours where the scale grows.
  ///
  /// @param box what part, in pixels; clamped to the picture where it reaches over
  Planes scaled(Box box, int newWidth, int newHeight) {
    float[][] scaled = new float[channels.length][];
    Shares across = Shares.of(box.left(), box.width(), width, newWidth);
    Shares down = Shares.of(box.top(), box.height(), height, newHeight);
    for (int c = 0; c < channels.length; c++) {
      float[] wide = across.rows(channels[c], width, down.first(), down.last());
      scaled[c] = down.columns(wide, newWidth);
    }
    return new Planes(newWidth, newHeight, scaled);
  }

  /// Blurred by the bell curve of this width in pixels.
  Planes blurred(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] bell = new float[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      bell[i + reach] = (float) StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += bell[i + reach];
    }
    for (int i = 0; i < bell.length; i++) {
      bell[i] /= (float) sum;
    }
    float[][] blurred = new float[channels.length][];
    for (int c = 0; c < channels.length; c++) {
      blurred[c] = blur(channels[c], bell, reach);
    }
    return new Planes(width, height, blurred);
  }

  private float[] blur(float[] channel, float[] bell, int reach) {
    float[] across = new float[channel.length];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
          sum += bell[i + reach] * channel[row + Math.clamp(x + i, 0, width - 1)];
        }
        across[row + x] = sum;
      }
    }
    float[] down = new float[channel.length];
    for (int i = -reach; i <= reach; i++) {
      float share = bell[i + reach];
      for (int y = 0; y < height; y++) {
        int from = Math.clamp(y + i, 0, height - 1) * width;
        int row = y * width;
        for (int x = 0; x < width; x++) {
          down[row + x] += share * across[from + x];
        }
      }
    }
    return down;
  }
}
