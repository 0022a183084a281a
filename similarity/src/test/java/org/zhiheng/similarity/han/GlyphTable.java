package org.zhiheng.similarity.han;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// Makes the table of pictures from fonts under the SIL Open Font License.
///
/// Arguments: the resource folder with `characters.tsv`, then pairs of a font file and a face, such
/// as `NotoSansCJK-Regular.ttc "Noto Sans CJK SC"`. Each character is drawn in each face, blurred,
/// shifted and made noisy by a fixed seed; the directions of its edges are counted in 8 × 8 cells.
/// What differs between the drawings of one character is then weighed down, what differs between
/// characters weighed up (linear discriminant analysis), and the strongest directions are kept: 64
/// of the whole, 24 of the left half, 24 of the upper half, one byte each.
final class GlyphTable {

  private static final int SIZE = 48;
  private static final int CELLS = 8;
  private static final int BINS = 8;
  private static final int LENGTH = BINS * CELLS * CELLS;

  /// How much of the mean variance is added to all directions, so that none is weighed too much.
  private static final double RIDGE = 0.3;

  private static final int TURNS = 60;
  private static final long SEED = 20261125;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final double[][] pool = pool();
  private final List<float[]> samples = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();

  private GlyphTable() {}

  public static void main(String[] arguments) throws IOException, FontFormatException {
    Path folder = Path.of(arguments[0]);
    List<String> characters = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("characters.tsv"))) {
      if (!line.startsWith("#") && line.endsWith("\t1")) {
        characters.add(line.substring(0, line.indexOf('\t')));
      }
    }
    GlyphTable glyphs = new GlyphTable();
    for (int at = 1; at < arguments.length; at += 2) {
      glyphs.draw(face(arguments[at], arguments[at + 1]), characters);
    }
    Set<Integer> drawn = Set.copyOf(glyphs.owners);
    byte[][] whole = glyphs.reduce(characters.size(), CELLS, CELLS, Shapes.WHOLE);
    byte[][] left = glyphs.reduce(characters.size(), CELLS, CELLS / 2, Shapes.HALF);
    byte[][] upper = glyphs.reduce(characters.size(), CELLS / 2, CELLS, Shapes.HALF);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < characters.size(); row++) {
      byte[] all = Arrays.copyOf(whole[row], Shapes.WHOLE + 2 * Shapes.HALF);
      System.arraycopy(left[row], 0, all, Shapes.WHOLE, Shapes.HALF);
      System.arraycopy(upper[row], 0, all, Shapes.WHOLE + Shapes.HALF, Shapes.HALF);
      if (drawn.contains(row)) {
        lines.add(characters.get(row) + "\t" + Base64.getEncoder().encodeToString(all));
      }
    }
    Files.write(folder.resolve("glyphs.tsv"), lines);
  }

  private static Font face(String file, String name) throws IOException, FontFormatException {
    for (Font font : Font.createFonts(new File(file))) {
      if (font.getFontName(Locale.ENGLISH).equals(name)) {
        return font.deriveFont((float) SIZE);
      }
    }
    throw new IllegalArgumentException("no face " + name + " in " + file);
  }

  private void draw(Font font, List<String> characters) {
    for (int row = 0; row < characters.size(); row++) {
      String character = characters.get(row);
      if (font.canDisplayUpTo(character) < 0) {
        samples.add(directions(worn(picture(font, character))));
        owners.add(row);
      }
    }
  }

  private static double[][] picture(Font font, String character) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    FontRenderContext context = new FontRenderContext(null, true, true);
    pen.fill(font.createGlyphVector(context, character).getOutline(0, SIZE * 0.88f));
    pen.dispose();
    byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    double[][] picture = new double[SIZE][SIZE];
    for (int at = 0; at < grey.length; at++) {
      picture[at / SIZE][at % SIZE] = (grey[at] & 0xFF) / 255.0;
    }
    return picture;
  }

  /// The picture as a bad print shows it.
  private double[][] worn(double[][] picture) {
    double[][] blurred =
        blur(
            picture,
            random.nextDouble(0.8, 2.2),
            random.nextDouble(-1.5, 1.5),
            random.nextDouble(-1.5, 1.5));
    double[][] noise = new double[SIZE][SIZE];
    for (double[] row : noise) {
      Arrays.setAll(row, at -> random.nextGaussian());
    }
    noise = blur(noise, 1.2, 0, 0);
    double strength = random.nextDouble(0, 0.25);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        blurred[y][x] = Math.clamp(blurred[y][x] + strength * noise[y][x], 0, 1);
      }
    }
    return blur(blurred, 1, 0, 0);
  }

  /// Blurs by a Gaussian and shifts.
  private static double[][] blur(double[][] picture, double spread, double down, double right) {
    double[][] rows = gauss(spread, down);
    double[][] columns = gauss(spread, right);
    return product(product(rows, picture), transposed(columns));
  }

  private static double[][] gauss(double spread, double shift) {
    double[][] matrix = new double[SIZE][SIZE];
    for (int to = 0; to < SIZE; to++) {
      double sum = 0;
      for (int from = -SIZE; from < 2 * SIZE; from++) {
        double apart = (to - from - shift) / spread;
        sum += Math.exp(-apart * apart / 2);
      }
      for (int from = 0; from < SIZE; from++) {
        double apart = (to - from - shift) / spread;
        matrix[to][from] = Math.exp(-apart * apart / 2) / sum;
      }
    }
    return matrix;
  }

  /// Which pixels fall into which cell, softly.
  private static double[][] pool() {
    double[][] soft = gauss(1.5, 0);
    double[][] pool = new double[CELLS][SIZE];
    int step = SIZE / CELLS;
    for (int pixel = 0; pixel < SIZE; pixel++) {
      for (int from = 0; from < SIZE; from++) {
        pool[pixel / step][from] += soft[pixel][from] / step;
      }
    }
    return pool;
  }

  /// How much edge of each direction each cell has, roots taken, in the order bin, row, column.
  private float[] directions(double[][] picture) {
    double[][][] edges = new double[BINS][SIZE][SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double down = slope(picture[Math.max(0, y - 1)][x], picture[Math.min(SIZE - 1, y + 1)][x]);
        double right = slope(picture[y][Math.max(0, x - 1)], picture[y][Math.min(SIZE - 1, x + 1)]);
        double angle = Math.atan2(down, right);
        double bin = (angle < 0 ? angle + Math.PI : angle) / Math.PI * BINS;
        int low = (int) bin;
        double strength = Math.hypot(down, right);
        edges[low % BINS][y][x] += strength * (1 - (bin - low));
        edges[(low + 1) % BINS][y][x] += strength * (bin - low);
      }
    }
    float[] all = new float[LENGTH];
    for (int bin = 0; bin < BINS; bin++) {
      double[][] cells = product(product(pool, edges[bin]), transposed(pool));
      for (int at = 0; at < CELLS * CELLS; at++) {
        all[bin * CELLS * CELLS + at] = (float) Math.sqrt(cells[at / CELLS][at % CELLS]);
      }
    }
    return all;
  }

  private static double slope(double before, double behind) {
    return (behind - before) / 2;
  }

  /// The strongest directions of the cells above `rows` and left of `columns`.
  private byte[][] reduce(int characters, int rows, int columns, int kept) {
    int length = BINS * rows * columns;
    double[][] cut = new double[samples.size()][];
    double[][] means = new double[characters][length];
    int[] counts = new int[characters];
    for (int at = 0; at < cut.length; at++) {
      cut[at] = unit(cut(samples.get(at), rows, columns));
      add(means[owners.get(at)], cut[at], 1);
      counts[owners.get(at)]++;
    }
    double[] mean = new double[length];
    int drawn = 0;
    for (int row = 0; row < characters; row++) {
      if (counts[row] > 0) {
        for (int at = 0; at < length; at++) {
          means[row][at] /= counts[row];
        }
        add(mean, means[row], 1);
        drawn++;
      }
    }
    double[][] within = new double[length][length];
    for (int at = 0; at < cut.length; at += 2) {
      add(cut[at], means[owners.get(at)], -1);
      square(within, cut[at]);
    }
    double trace = 0;
    for (int at = 0; at < length; at++) {
      trace += within[at][at];
    }
    for (int at = 0; at < length; at++) {
      within[at][at] += RIDGE * trace / length;
    }
    double[][] root = root(within);
    double[][] between = new double[length][length];
    for (int row = 0; row < characters; row++) {
      if (counts[row] > 0) {
        add(means[row], mean, -1.0 / drawn);
        solve(root, means[row]);
        square(between, means[row]);
      }
    }
    double[][] axes = strongest(between, kept);
    byte[][] bytes = new byte[characters][kept];
    for (int row = 0; row < characters; row++) {
      bytes[row] = bytes(axes, means[row]);
    }
    return bytes;
  }

  private static byte[] bytes(double[][] axes, double[] vector) {
    double[] along = new double[axes.length];
    Arrays.setAll(along, at -> dot(axes[at], vector));
    double most = Arrays.stream(along).map(Math::abs).max().orElse(0);
    byte[] bytes = new byte[axes.length];
    for (int at = 0; at < bytes.length && most > 0; at++) {
      bytes[at] = (byte) Math.round(along[at] / most * 127);
    }
    return bytes;
  }

  private static double[] cut(float[] all, int rows, int columns) {
    double[] part = new double[BINS * rows * columns];
    int to = 0;
    for (int bin = 0; bin < BINS; bin++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          part[to++] = all[(bin * CELLS + row) * CELLS + column];
        }
      }
    }
    return part;
  }

  /// The lower triangle whose product with itself turned over is the matrix (Cholesky).
  private static double[][] root(double[][] matrix) {
    int length = matrix.length;
    double[][] root = new double[length][length];
    for (int row = 0; row < length; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row][column];
        for (int at = 0; at < column; at++) {
          sum -= root[row][at] * root[column][at];
        }
        root[row][column] = row == column ? Math.sqrt(sum) : sum / root[column][column];
      }
    }
    return root;
  }

  private static void solve(double[][] root, double[] vector) {
    for (int row = 0; row < vector.length; row++) {
      double sum = vector[row];
      for (int at = 0; at < row; at++) {
        sum -= root[row][at] * vector[at];
      }
      vector[row] = sum / root[row][row];
    }
  }

  /// The axes of greatest spread, by repeated multiplication.
  private double[][] strongest(double[][] matrix, int count) {
    double[][] axes = new double[count][matrix.length];
    for (double[] axis : axes) {
      Arrays.setAll(axis, at -> random.nextDouble() - 0.5);
    }
    for (int turn = 0; turn < TURNS; turn++) {
      for (int at = 0; at < count; at++) {
        double[] axis = axes[at];
        double[] next = new double[matrix.length];
        Arrays.setAll(next, row -> dot(matrix[row], axis));
        for (int before = 0; before < at; before++) {
          add(next, axes[before], -dot(next, axes[before]));
        }
        axes[at] = unit(next);
      }
    }
    return axes;
  }

  private static void square(double[][] matrix, double[] vector) {
    for (int row = 0; row < vector.length; row++) {
      add(matrix[row], vector, vector[row]);
    }
  }

  private static void add(double[] to, double[] vector, double times) {
    for (int at = 0; at < to.length; at++) {
      to[at] += times * vector[at];
    }
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int at = 0; at < left.length; at++) {
      sum += left[at] * right[at];
    }
    return sum;
  }

  private static double[] unit(double[] vector) {
    double length = Math.sqrt(dot(vector, vector)) + 1e-9;
    Arrays.setAll(vector, at -> vector[at] / length);
    return vector;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int row = 0; row < left.length; row++) {
      for (int at = 0; at < right.length; at++) {
        if (left[row][at] != 0) {
          add(product[row], right[at], left[row][at]);
        }
      }
    }
    return product;
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix[0].length; column++) {
        turned[column][row] = matrix[row][column];
      }
    }
    return turned;
  }
}
