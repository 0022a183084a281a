package org.zhiheng.images.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.similarity.figure.Figure;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

final class JavaPicturesTest {

  private static final PictureLimits LIMITS =
      new PictureLimits(10_000_000, 40_000_000, 20_000, 20_000, 30_000);

  private final JavaPictures pictures = new JavaPictures();

  @Test
  void readsEachKindToTheSameFigure() throws IOException {
    Figure expected = figure(Samples.written("png"));

    for (byte[] file :
        new byte[][] {
          Samples.written("jpg"), Samples.webpLossy(), Samples.webpLossless(), Samples.svg()
        }) {
      assertThat(Figures.compare(figure(file), expected).value()).isGreaterThan(0.9);
    }
  }

  @Test
  void readsColoursAsTheyStand() throws IOException {
    for (byte[] file : new byte[][] {Samples.written("png"), Samples.webpLossless()}) {
      Picture picture = pictures.read(file, LIMITS).orThrow();

      assertThat(picture.width()).isEqualTo(64);
      assertThat(picture.height()).isEqualTo(48);
      assertThat(picture.argb(0, 0)).isEqualTo(0xFFFFFFFF);
      assertThat(picture.argb(20, 20)).isEqualTo(0xFF000000);
    }
  }

  @Test
  void scalesDownWhatIsLarger() throws IOException {
    BufferedImage wide = new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB);

    Picture picture = pictures.read(Samples.written(wide, "png"), LIMITS).orThrow();

    assertThat(picture.width()).isEqualTo(1024);
    assertThat(picture.height()).isEqualTo(512);
  }

  @Test
  void refusesMorePixelsThanAllowedByTheHeadAlone() {
    Problem png = refused(Samples.pngHead(50_000, 50_000));
    assertThat(png.code()).isEqualTo("picture-too-many-pixels");
    assertThat(png.given()).isEqualTo("50000 x 50000");
    byte[] jpeg = {
      (byte) 0xFF,
      (byte) 0xD8,
      (byte) 0xFF,
      (byte) 0xC0,
      0,
      11,
      8,
      (byte) 0xC3,
      0x50,
      (byte) 0xC3,
      0x50,
      1,
      1,
      0x11,
      0,
      (byte) 0xFF,
      (byte) 0xD9
    };
    assertThat(refused(jpeg).given()).isEqualTo("50000 x 50000");
    assertThat(code(Samples.webpHead(16_383, 16_383, false))).isEqualTo("picture-too-many-pixels");
    assertThat(code(Samples.pngHead(1, 30_000))).isEqualTo("picture-too-many-pixels");
    assertThat(code(Samples.pngHead(-1, 5))).isEqualTo("picture-corrupt");
  }

  @Test
  void refusesMoreBytesThanAllowed() {
    Problem problem =
        pictures
            .read(new byte[101], new PictureLimits(100, 100, 100, 100, 100))
            .refusal()
            .orElseThrow();

    assertThat(problem.code()).isEqualTo("picture-too-large");
    assertThat(problem.given()).isEqualTo("101 bytes");
  }

  @Test
  void refusesWhatMoves() throws IOException {
    assertThat(code(Samples.movingPng())).isEqualTo("picture-animated");
    assertThat(code(Samples.webpHead(10, 10, true))).isEqualTo("picture-animated");
    assertThat(code(Samples.svg("<rect width='9' height='9'><animate attributeName='x'/></rect>")))
        .isEqualTo("picture-animated");
  }

  @Test
  void refusesOtherKindsByTheirContent() {
    assertThat(code(bytes("GIF89a.........................."))).isEqualTo("picture-kind-unknown");
    assertThat(code(bytes("a text named logo.png"))).isEqualTo("picture-kind-unknown");
    assertThat(code(bytes("<html><body><svg/></body></html>"))).isEqualTo("picture-kind-unknown");
    assertThat(code(new byte[0])).isEqualTo("picture-empty");
  }

  @Test
  void refusesFilesThatWereCutOff() throws IOException {
    for (byte[] file :
        new byte[][] {
          Samples.written("png"),
          Samples.written("jpg"),
          Samples.webpLossy(),
          Samples.webpLossless(),
          Samples.svg()
        }) {
      assertThat(code(Arrays.copyOf(file, file.length / 2))).isEqualTo("picture-corrupt");
    }
  }

  @Test
  void refusesDrawingsThatWantSomethingFromOutside() {
    assertThat(code(Samples.svg("<image href='http://192.0.2.1/a.png' width='9' height='9'/>")))
        .isEqualTo("picture-external");
    assertThat(code(Samples.svg("<image xlink:href='data:image/png;base64,AAAA'/>")))
        .isEqualTo("picture-external");
    assertThat(code(Samples.svg("<use xlink:href='file:///etc/passwd#a'/>")))
        .isEqualTo("picture-external");
    assertThat(code(Samples.svg("<rect fill='url(http://192.0.2.1/#a)' width='9' height='9'/>")))
        .isEqualTo("picture-external");
    assertThat(
            pictures
                .read(
                    Samples.svg(
                        "<a href='http://192.0.2.1/'><rect x='9' width='9' height='9'/></a>"),
                    LIMITS)
                .found())
        .isPresent();
  }

  @Test
  void refusesEntities() {
    byte[] laughs =
        bytes(
            "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><svg"
                + " xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>");

    assertThat(code(laughs)).isEqualTo("picture-entities");
  }

  @Test
  void passesOverDocumentTypeWithoutFetchingIt() {
    byte[] old =
        bytes(
            "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                + " 'http://192.0.2.1/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'"
                + " width='64' height='48'><rect x='10' y='10' width='31' height='21'/></svg>");

    assertThat(pictures.read(old, LIMITS).found()).isPresent();
  }

  @Test
  void refusesDrawingsThatDrawTooMuch() {
    String deep = "<g>".repeat(5000) + "</g>".repeat(5000);
    assertThat(code(Samples.svg(deep))).isEqualTo("picture-too-complex");
    assertThat(code(Samples.svg("<rect/>".repeat(20_001)))).isEqualTo("picture-too-complex");
    StringBuilder doubled = new StringBuilder("<defs><rect id='r0' width='1' height='1'/>");
    for (int level = 1; level <= 30; level++) {
      String use = "<use xlink:href='#r" + (level - 1) + "'/>";
      doubled.append("<g id='r").append(level).append("'>").append(use).append(use).append("</g>");
    }
    // 30 doublings of one box are 2^30 boxes
    assertThat(code(Samples.svg(doubled.append("</defs><use xlink:href='#r30'/>").toString())))
        .isEqualTo("picture-too-complex");
  }

  @Test
  void countsWhatIsLongOrDrawnSeveralTimesAsSeveralElements() {
    // 40 bytes of a path are an element: 20,000 of them and the path itself are one too many
    String path = "M0 0" + " L10 20 30 40".repeat(70_000);
    assertThat(path.length()).isGreaterThan(20_000 * 40);
    assertThat(code(Samples.svg("<path d='" + path + "'/>"))).isEqualTo("picture-too-complex");
    assertThat(code(Samples.svg("<polygon points='" + "1 2 ".repeat(250_000) + "'/>")))
        .isEqualTo("picture-too-complex");
    assertThat(code(Samples.svg("<text>" + "a".repeat(500_000) + "</text>")))
        .isEqualTo("picture-too-complex");
    // a mask is ten elements beside its own: 1,900 of them more than 20,000
    assertThat(code(Samples.svg("<g mask='url(#m)'/>".repeat(1_900))))
        .isEqualTo("picture-too-complex");
    assertThat(code(Samples.svg("<g opacity='.5'/>".repeat(5_100))))
        .isEqualTo("picture-too-complex");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<filter id='f'><feGaussianBlur stdDeviation='9'/></filter><g filter='url(#f)'/>",
        "<pattern id='p' width='100000' height='100000'/><rect fill='url(#p)'/>",
        "<path stroke-dasharray='0.0001' d='M0 0L9 9'/>",
        "<style>path{stroke-dasharray: 3 2}</style>",
        "<circle r='9' style='stroke-width:1e9'/>",
        "<circle r='9' stroke-width='2000000'/>"
      })
  void refusesWhatNoCountBounds(String body) {
    assertThat(code(Samples.svg(body))).isEqualTo("picture-too-complex");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stroke-dasharray='none'",
        "style='stroke-dasharray:none;stroke-width:2'",
        "stroke-dasharray='0'",
        "stroke-width='12.5'",
      })
  void drawsPlainStrokes(String attribute) {
    assertThat(
            pictures
                .read(Samples.svg("<path stroke='#000' d='M1 1L9 9' " + attribute + "/>"), LIMITS)
                .found())
        .isPresent();
  }

  @Test
  void takesAPlaceThatComesFreeWhileItWaits() {
    CountDownLatch end = new CountDownLatch(1);
    PictureLimits brief = new PictureLimits(1000, 1000, 1000, 1000, 10);
    Callable<Parsed<Picture>> endless =
        () -> {
          end.await();
          return Parsed.refused("picture-corrupt", "", "The test is over.");
        };
    for (int started = 0; started < JavaPictures.AT_ONCE_MAX; started++) {
      pictures.within(brief, endless);
    }
    // the eight are given up and still hold their places; those come free while the ninth waits
    PictureLimits patient = new PictureLimits(1000, 1000, 1000, 1000, 60_000);
    Thread.ofVirtual().start(end::countDown);
    assertThat(
            pictures
                .within(patient, () -> Parsed.refused("picture-blank", "", "It was done."))
                .refusal()
                .orElseThrow()
                .code())
        .isEqualTo("picture-blank");
  }

  @Test
  void refusesJpegOfManyScans() throws IOException {
    byte[] jpeg = Samples.written("jpg");
    byte[] scans = new byte[jpeg.length + 2 * 40];
    System.arraycopy(jpeg, 0, scans, 0, jpeg.length - 2);
    for (int at = jpeg.length - 2; at < scans.length - 2; at += 2) {
      scans[at] = (byte) 0xFF;
      scans[at + 1] = (byte) 0xDA;
    }
    scans[scans.length - 2] = (byte) 0xFF;
    scans[scans.length - 1] = (byte) 0xD9;

    assertThat(code(scans)).isEqualTo("picture-too-complex");
  }

  @Test
  void drawsDrawingThatUsesItself() {
    Parsed<Picture> picture =
        pictures.read(
            Samples.svg("<g id='a'><rect width='9' height='9'/><use xlink:href='#a'/></g>"),
            LIMITS);

    // drawn once or refused: it ends either way
    assertThat(picture).isNotNull();
  }

  @Test
  void refusesDrawingsWithoutSize() {
    assertThat(
            code(
                bytes(
                    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1000000'>"
                        + "<rect width='1' height='1'/></svg>")))
        .isEqualTo("picture-corrupt");
  }

  @Test
  void givesUpWhenTheTimeIsOverAndTakesOnOnlySoMuch() {
    CountDownLatch end = new CountDownLatch(1);
    PictureLimits brief = new PictureLimits(1000, 1000, 1000, 1000, 20);
    Callable<Parsed<Picture>> endless =
        () -> {
          end.await();
          return Parsed.refused("picture-corrupt", "", "The test is over.");
        };

    for (int started = 0; started < JavaPictures.AT_ONCE_MAX; started++) {
      assertThat(pictures.within(brief, endless).refusal().orElseThrow().code())
          .isEqualTo("picture-too-slow");
    }
    assertThat(pictures.within(brief, endless).refusal().orElseThrow().code())
        .isEqualTo("picture-busy");

    end.countDown();
    assertThat(pictures.read(Samples.svg(), LIMITS).found()).isPresent();
  }

  private Figure figure(byte[] file) {
    return Figures.read(pictures.read(file, LIMITS).orThrow()).orThrow();
  }

  private Problem refused(byte[] file) {
    return pictures.read(file, LIMITS).refusal().orElseThrow();
  }

  private String code(byte[] file) {
    return refused(file).code();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
