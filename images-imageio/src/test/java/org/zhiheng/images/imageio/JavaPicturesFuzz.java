package org.zhiheng.images.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.values.Parsed;

/// Damaged files end in a picture or a problem; no exception is allowed out.
final class JavaPicturesFuzz {

  private static final PictureLimits LIMITS =
      new PictureLimits(100_000, 1_000_000, 10_000, 1_000, 30_000);

  private final JavaPictures pictures = new JavaPictures();

  @Seeds(250)
  void damagedFilesAreReadOrRefused(Seed seed) throws IOException {
    byte[] file =
        seed.oneOf(
                List.of(
                    Samples.written("png"),
                    Samples.written("jpg"),
                    Samples.webpLossy(),
                    Samples.webpLossless(),
                    Samples.svg("<path d='M1 1h9v9z'/><use xlink:href='#a'/><g id='a'/>")))
            .clone();
    int wrong = seed.between(1, 8);
    for (int i = 0; i < wrong; i++) {
      file[seed.between(0, file.length)] = (byte) seed.between(0, 256);
    }
    if (seed.chance(0.2)) {
      file = Arrays.copyOf(file, seed.between(0, file.length));
    }

    Parsed<Picture> read = pictures.read(file, LIMITS);

    switch (read) {
      case Parsed.Ok<Picture> ok -> assertThat(Figures.read(ok.value())).isNotNull();
      case Parsed.Refused<Picture> refused ->
          assertThat(refused.problem().code()).startsWith("picture-");
    }
  }
}
