package org.zhiheng.bench.quality;

import dev.brachtendorf.jimagehash.hash.Hash;
import dev.brachtendorf.jimagehash.hashAlgorithms.PerceptiveHash;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.zhiheng.images.imageio.JavaPictures;
import org.zhiheng.similarity.figure.Figure;
import org.zhiheng.similarity.figure.FigureHit;
import org.zhiheng.similarity.figure.FigureShelf;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.values.Parsed;

/// Question: is a logo found again, first of all, after each of several transforms?
///
/// Fixture: the logos of simple-icons 16.2.0 as SVG are the corpus; a sample of them, drawn by a
/// seed, is drawn as PNG with each transform and looked for. Baseline: the perceptive hash of 64
/// bits of JImageHash 1.0.0 over the logos drawn black on white at 256 pixels, equals in the order
/// of the corpus.
///
/// Run: `java … org.zhiheng.bench.quality.LogoQuality 300`: how many logos a transform.
final class LogoQuality {

  private static final int TOP = 10;
  private static final int HASH_BITS = 64;

  private LogoQuality() {}

  /// Runs it.
  ///
  /// @param args how many logos a transform
  /// @throws IOException when the logos are not on the class path
  public static void main(String[] args) throws IOException {
    int sample = Integer.parseInt(args[0]);
    PrintStream out = System.out;
    List<Logos.Logo> logos = Logos.all();
    JavaPictures pictures = new JavaPictures();
    FigureShelf shelf = new FigureShelf();
    PerceptiveHash hashing = new PerceptiveHash(HASH_BITS);
    List<Hash> hashes = new ArrayList<>();
    for (Logos.Logo logo : logos) {
      byte[] svg = logo.svg().getBytes(StandardCharsets.UTF_8);
      shelf.add(logo.name(), figure(pictures, svg).orThrow());
      hashes.add(hashing.hash(onWhite(Logos.draw(logo, Logos.Drawing.plain(256)))));
    }
    out.println(logos.size() + " logos, " + sample + " of them looked for a transform");
    SplittableRandom picks = new SplittableRandom(20261125);
    int[] picked = new int[sample];
    for (int i = 0; i < sample; i++) {
      picked[i] = picks.nextInt(logos.size());
    }
    for (LogoTransform transform : LogoTransform.values()) {
      SplittableRandom random = transform.random();
      List<Integer> ranks = new ArrayList<>();
      List<Integer> hashRanks = new ArrayList<>();
      for (int pick : picked) {
        Logos.Logo logo = logos.get(pick);
        BufferedImage image = transform.apply(logo, random);
        ranks.add(
            switch (figure(pictures, png(image))) {
              case Parsed.Ok<Figure> ok -> rank(shelf.nearest(ok.value(), TOP), logo.name());
              case Parsed.Refused<Figure> _ -> 0;
            });
        hashRanks.add(rank(hashes, hashing.hash(onWhite(image)), pick));
      }
      out.println(new Recall("logo " + transform, "zhiheng", ranks).line(1, 5));
      out.println(new Recall("logo " + transform, "pHash", hashRanks).line(1, 5));
    }
  }

  private static Parsed<Figure> figure(JavaPictures pictures, byte[] file) {
    return switch (pictures.read(file, PictureLimits.USUAL)) {
      case Parsed.Ok<org.zhiheng.similarity.figure.Picture> ok -> Figures.read(ok.value());
      case Parsed.Refused<org.zhiheng.similarity.figure.Picture> refused ->
          new Parsed.Refused<>(refused.problem());
    };
  }

  private static int rank(List<FigureHit> hits, String name) {
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).key().equals(name)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int rank(List<Hash> hashes, Hash asked, int right) {
    int distance = hashes.get(right).hammingDistance(asked);
    int rank = 1;
    for (int i = 0; i < hashes.size(); i++) {
      int other = hashes.get(i).hammingDistance(asked);
      rank += other < distance || (other == distance && i < right) ? 1 : 0;
    }
    return rank;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static BufferedImage onWhite(BufferedImage image) {
    BufferedImage flat =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return flat;
  }
}
