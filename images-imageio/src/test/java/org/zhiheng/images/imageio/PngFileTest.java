package org.zhiheng.images.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.figure.PictureLimits;

/// What was decoded, written as PNG.
final class PngFileTest {

  private static final int RED = 0xFFCC0000;
  private static final int CLEAR = 0x00FFFFFF;

  private static Picture read(byte[] png) {
    return new JavaPictures().read(png, PictureLimits.BATCH).orThrow();
  }

  private static Picture plain(int width, int height) {
    int[] argb = new int[width * height];
    Arrays.fill(argb, RED);
    return Picture.of(width, height, argb);
  }

  @Test
  void readsBackAsTheSamePicture() {
    Picture picture = Picture.of(2, 1, new int[] {RED, 0xFF00CC00});

    assertThat(read(PngFile.of(picture, 100))).isEqualTo(picture);
  }

  @Test
  void keepsWhatIsClearClear() {
    Picture picture = Picture.of(2, 1, new int[] {RED, CLEAR});

    assertThat(read(PngFile.of(picture, 100)).argb(1, 0) >>> 24).isZero();
  }

  @Test
  void makesTheLongerSideAsLongAsTold() {
    // 400 x 100 to a longer side of 50: the shorter one becomes 100 * 50 / 400 = 12.5, cut to 12
    Picture small = read(PngFile.of(plain(400, 100), 50));

    assertThat(small.width()).isEqualTo(50);
    assertThat(small.height()).isEqualTo(12);
    assertThat(small.argb(25, 6)).isEqualTo(RED);
  }

  @Test
  void keepsAThinLineOfOnePixel() {
    assertThat(read(PngFile.of(plain(1000, 1), 10)).height()).isEqualTo(1);
  }

  @Test
  void enlargesNothing() {
    assertThat(read(PngFile.of(plain(3, 2), 1000)).width()).isEqualTo(3);
  }

  @Test
  void refusesASideOfNothing() {
    assertThatThrownBy(() -> PngFile.of(plain(3, 2), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sideMax must be in 1..1024: 0");
  }
}
