package org.zhiheng.images.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.values.Problem;

final class FigureFolderTest {

  private static final List<String> SHAPES =
      List.of(
          "M4 4H20L12 20Z",
          "M4 12A8 8 0 1 0 20 12A8 8 0 1 0 4 12Z",
          "M2 6H22V18H2ZM6 9H18V15H6Z",
          "M3 3H9V15H21V21H3Z",
          "M12 1L15 9H23L17 14L19 22L12 17L5 22L7 14L1 9H9Z");

  private static final PictureLimits LIMITS =
      new PictureLimits(1_000_000, 1_000_000, 10_000, 1_000, 30_000);

  @TempDir Path folder;

  @Test
  void findsEachQueryInTheCorpusWhateverTheThreads() throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus/more"));
    Path queries = Files.createDirectories(folder.resolve("queries"));
    for (int i = 0; i < SHAPES.size(); i++) {
      String svg =
          "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='"
              + SHAPES.get(i)
              + "' fill-rule='evenodd'/></svg>";
      Files.writeString(corpus.resolve("shape" + i + ".svg"), svg);
      String mirrored = svg.replace("<path", "<path transform='matrix(-1 0 0 1 24 0)'");
      Files.writeString(queries.resolve("asked" + i + ".svg"), mirrored);
    }
    Files.writeString(corpus.resolve("notes.txt"), "no picture");
    Files.writeString(corpus.resolve(".hidden"), "passed over");
    FigureFolder compared = new FigureFolder(new JavaPictures(), LIMITS);

    FolderMatches one = compared.search(folder.resolve("corpus"), queries, 2, 1);
    FolderMatches three = compared.search(folder.resolve("corpus"), queries, 2, 3);

    assertThat(three).isEqualTo(one);
    assertThat(one.rows()).hasSize(2 * SHAPES.size());
    for (int i = 0; i < SHAPES.size(); i++) {
      FolderMatches.Row best = one.rows().get(2 * i);
      assertThat(best.queryFile()).isEqualTo("asked" + i + ".svg");
      assertThat(best.rank()).isEqualTo(1);
      assertThat(best.hit().key()).isEqualTo("more/shape" + i + ".svg");
    }
    assertThat(one.problems()).extracting(Problem::code).containsExactly("picture-kind-unknown");
    assertThat(one.problems()).extracting(Problem::path).containsExactly("more/notes.txt");
  }

  @Test
  void findsDrawingFromPixels() throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path queries = Files.createDirectories(folder.resolve("queries"));
    for (int i = 0; i < SHAPES.size(); i++) {
      Files.writeString(
          corpus.resolve(i + ".svg"),
          "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='"
              + SHAPES.get(i)
              + "'/></svg>");
    }
    // the star again, by another hand: white on blue, turned by ten degrees
    BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, 300, 300);
    AffineTransform movement = AffineTransform.getRotateInstance(Math.toRadians(10), 150, 150);
    movement.translate(60, 60);
    movement.scale(7.5, 7.5);
    graphics.transform(movement);
    graphics.setColor(Color.WHITE);
    graphics.fillPolygon(
        new int[] {12, 15, 23, 17, 19, 12, 5, 7, 1, 9},
        new int[] {1, 9, 9, 14, 22, 17, 22, 14, 9, 9},
        10);
    graphics.dispose();
    Files.write(queries.resolve("star.png"), Samples.written(image, "png"));

    FolderMatches found =
        new FigureFolder(new JavaPictures(), LIMITS).search(corpus, queries, 1, 2);

    assertThat(found.rows()).extracting(row -> row.hit().key()).containsExactly("4.svg");
  }
}
