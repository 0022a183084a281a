package org.zhiheng.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.values.Digest;

/// Input made to break a reader. Large ones are made while they are read: what a reader would keep
/// of them does not fit the test's heap, so that a limit that fails is an `OutOfMemoryError`.
final class HostileInputTest {

  private static final Digest DIGEST = Digest.of(new byte[0]);

  /// A document that reads.
  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v45-2014-04-03.dtd" [ ]>
      <us-patent-grant><us-bibliographic-data-grant>
      <publication-reference><document-id><country>US</country><doc-number>08926509</doc-number>
      <kind>B2</kind><date>20150106</date></document-id></publication-reference>
      <application-reference appl-type="utility"><document-id><country>US</country>
      <doc-number>12134151</doc-number><date>20080605</date></document-id></application-reference>
      <invention-title>Patch</invention-title></us-bibliographic-data-grant></us-patent-grant>
      """;

  private static final String GAZETTE_HEADER =
      "kind,title,publication_number,publication_date,application_number\n";
  private static final String GAZETTE_ROW = "design,蛋糕,CN305252227S,2019.07.12,2018307504094\n";

  /// `read` for a notice, else the problem's code, in order.
  private static List<String> outcomes(IntakeKind kind, InputSource source) {
    List<String> outcomes = new ArrayList<>();
    try {
      Intake.read(
          kind,
          new IntakeFile("hostile", DIGEST, source),
          item -> {
            outcomes.add(
                switch (item) {
                  case Item.Read _ -> "read";
                  case Item.Refused refused -> refused.problems().getFirst().code();
                });
            return true;
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return outcomes;
  }

  private static List<String> uspto(String text) {
    return outcomes(
        IntakeKind.USPTO_XML,
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> between(String head, String piece, long pieces, String tail) {
    return outcomes(
        IntakeKind.USPTO_XML,
        () -> new Endless(GOOD + "<?xml version=\"1.0\"?>\n" + head, piece, pieces, tail + GOOD));
  }

  // ---- XML

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE us-patent-grant [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<us-patent-grant>&x;</us-patent-grant>",
        "<!DOCTYPE us-patent-grant [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;]>"
            + "<us-patent-grant/>",
        "<!DOCTYPE us-patent-grant [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
            + "<us-patent-grant>&b;</us-patent-grant>",
        "<!DOCTYPE us-patent-grant SYSTEM \"http://127.0.0.1:9/x.dtd\">"
            + "<us-patent-grant>&mdash;</us-patent-grant>",
        "<us-patent-grant a=\"&x;\"/>"
      })
  void refusesEntitiesAndReadsTheDocumentsAround(String document) {
    assertThat(uspto(GOOD + "<?xml version=\"1.0\"?>" + document + "\n" + GOOD))
        .containsExactly("read", "xml-entity", "read");
  }

  @Test
  void refusesABillionLaughs() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE us-patent-grant [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY l").append(i).append(" \"");
      bomb.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
    }
    bomb.append("]><us-patent-grant>&l29;</us-patent-grant>");
    assertThat(uspto(GOOD + "<?xml version=\"1.0\"?>" + bomb + "\n" + GOOD))
        .containsExactly("read", "xml-entity", "read");
  }

  @Test
  void refusesATextOfTwoGigabytesAndReadsTheDocumentsAround() {
    assertThat(
            between(
                "<us-patent-grant><abstract><p>",
                "abcdefg ".repeat(8192),
                2L << 14,
                "</p></abstract>" + "</us-patent-grant>\n"))
        .containsExactly("read", "xml-limit", "read");
  }

  @Test
  void refusesALongDescriptionThatNobodyWants() {
    assertThat(
            between(
                "<us-patent-grant><description>",
                "<p>abcdefg</p>".repeat(1 << 13),
                40L << 7,
                "</description></us-patent-grant>\n"))
        .containsExactly("read", "xml-limit", "read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<us-patent-grant><a", "<us-patent-grant b=\"", "<us-patent-grant><!--"})
  void refusesNamesValuesAndCommentsWithoutEnd(String head) {
    assertThat(between(head, "aaaaaaaa".repeat(1 << 13), 8L << 7, "\n"))
        .hasSize(3)
        .startsWith("read")
        .endsWith("read")
        .element(1)
        .isIn("xml-limit", "xml-broken", "xml-format");
  }

  @Test
  void refusesDeepNesting() {
    assertThat(between("<us-patent-grant>", "<p>", 5_000_000, "\n"))
        .containsExactly("read", "xml-limit", "read");
  }

  @Test
  void refusesMillionsOfAttributes() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }
    assertThat(
            uspto(
                GOOD
                    + "<?xml version=\"1.0\"?><us-patent-grant><p"
                    + attributes
                    + "/></us-patent-grant>\n"
                    + GOOD))
        .containsExactly("read", "xml-limit", "read");
  }

  @Test
  void refusesMillionsOfNames() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      names.append("<n").append(i).append("/>");
    }
    assertThat(
            uspto(
                GOOD
                    + "<?xml version=\"1.0\"?><us-patent-grant>"
                    + names
                    + "</us-patent-grant>\n"
                    + GOOD))
        .containsExactly("read", "xml-limit", "read");
  }

  @Test
  void refusesADocumentCutOffAndReadsTheOnesAround() {
    assertThat(uspto(GOOD + GOOD.substring(0, GOOD.length() / 2) + GOOD))
        .containsExactly("read", "xml-broken", "read");
  }

  @Test
  void refusesUtf16() {
    assertThat(
            outcomes(
                IntakeKind.USPTO_XML,
                () -> new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_16))))
        .containsExactly("encoding");
  }

  @Test
  void refusesAnEncodingThatIsNotWhatItSays() {
    assertThat(
            uspto(
                GOOD
                    + GOOD.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
                    + GOOD.replace("encoding=\"UTF-8\"", "encoding=\"UTF-7\"")
                    + GOOD))
        .containsExactly("read", "encoding", "encoding", "read");
  }

  @Test
  void refusesBytesThatAreNotInTheEncoding() {
    byte[] gbk = GOOD.replace("Patch", "蛋糕").getBytes(Charset.forName("GBK"));
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(gbk, gbk.length + good.length);
    System.arraycopy(good, 0, all, gbk.length, good.length);
    assertThat(outcomes(IntakeKind.USPTO_XML, () -> new ByteArrayInputStream(all)))
        .containsExactly("encoding", "read");
  }

  // ---- packed files

  @Test
  void refusesAGzipBombAndAZipBomb() throws IOException {
    byte[] gzip = gzip(new Endless("", "\n".repeat(1 << 16), 1L << 10, ""));
    assertThat(outcomes(IntakeKind.CNIPA_GAZETTE_CSV, () -> new ByteArrayInputStream(gzip)))
        .containsExactly("archive-bomb");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.xml"));
      zip.write(GOOD.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("bomb.xml"));
      new Endless("<us-patent-grant><description>", "<p>a</p>\n".repeat(1 << 13), 1L << 10, "")
          .transferTo(zip);
      zip.putNextEntry(new ZipEntry("b.xml"));
      zip.write(GOOD.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(outcomes(IntakeKind.USPTO_XML, () -> new ByteArrayInputStream(bytes.toByteArray())))
        .containsExactly("read", "archive-bomb", "read");
  }

  @Test
  void refusesAPackedFileWithinAPackedFile() throws IOException {
    byte[] inner = gzip(new Endless(GOOD, "", 0, ""));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.xml.gz"));
      zip.write(inner);
      zip.putNextEntry(new ZipEntry("picture.tif"));
      zip.write(1);
      zip.putNextEntry(new ZipEntry("b.xml"));
      zip.write(GOOD.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(outcomes(IntakeKind.USPTO_XML, () -> new ByteArrayInputStream(bytes.toByteArray())))
        .containsExactly("archive-nested", "read");
  }

  @Test
  void readsRowsUpToWhereAPackedFileIsCutOff() throws IOException {
    StringBuilder rows = new StringBuilder(GAZETTE_HEADER);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      rows.append("design,").append(random.nextLong()).append(",CN305252227S,2019.07.12,\n");
    }
    byte[] whole = gzip(new Endless(rows.toString(), "", 0, ""));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    List<String> outcomes =
        outcomes(IntakeKind.CNIPA_GAZETTE_CSV, () -> new ByteArrayInputStream(cut));
    assertThat(outcomes).hasSizeGreaterThan(1_000).last().isEqualTo("archive-damaged");
    assertThat(outcomes.subList(0, outcomes.size() - 1)).containsOnly("read");
  }

  @Test
  void aFailingDiskIsNoProblemOfTheFile() {
    assertThatThrownBy(() ->
            Intake.read(
                IntakeKind.CNIPA_GAZETTE_CSV,
                new IntakeFile("x", DIGEST, FailingStream::new),
                _ -> true))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
  }

  /// Fails after a header.
  private static final class FailingStream extends InputStream {
    private final InputStream head = new Endless(GAZETTE_HEADER, "", 0, "");

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      read(one, 0, 1);
      return one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = head.read(into, offset, length);
      if (read < 0) {
        throw new IOException("disk");
      }
      return read;
    }
  }

  private static byte[] gzip(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      in.transferTo(gzip);
    }
    return bytes.toByteArray();
  }

  // ---- CSV

  private static List<String> gazette(String head, String piece, long pieces, String tail) {
    return outcomes(
        IntakeKind.CNIPA_GAZETTE_CSV,
        () ->
            new Endless(
                GAZETTE_HEADER + GAZETTE_ROW + head, piece, pieces, tail + "\n" + GAZETTE_ROW));
  }

  @Test
  void aLineOfTenMillionColumnsCostsItselfAlone() {
    assertThat(gazette("", "x,", 10_000_000, "")).containsExactly("read", "csv-columns", "read");
  }

  @Test
  void aLineOfTwoGigabytesCostsItselfAlone() {
    assertThat(gazette("design,", "xxxxxxxx".repeat(8192), 2L << 14, ""))
        .containsExactly("read", "csv-line-length", "read");
  }

  @Test
  void aQuoteThatNeverClosesCostsItsLineAlone() {
    List<String> outcomes = gazette("design,\"x\n", GAZETTE_ROW, 100_000, "");
    assertThat(outcomes).hasSize(100_003);
    assertThat(outcomes.subList(0, 3)).containsExactly("read", "csv-quotes", "read");
    assertThat(outcomes.subList(2, outcomes.size())).containsOnly("read");
  }

  @Test
  void nulsAndMalformedBytesCostTheirRowsAlone() {
    byte[] rows = (GAZETTE_HEADER + GAZETTE_ROW.repeat(5)).getBytes(StandardCharsets.UTF_8);
    int second = GAZETTE_HEADER.length() + GAZETTE_ROW.getBytes(StandardCharsets.UTF_8).length;
    byte[] nul = rows.clone();
    nul[second + 7] = 0;
    byte[] malformed = rows.clone();
    malformed[second + 7] = (byte) 0xff;
    assertThat(outcomes(IntakeKind.CNIPA_GAZETTE_CSV, () -> new ByteArrayInputStream(malformed)))
        .containsExactly("read", "encoding", "read", "read", "read");
    assertThat(outcomes(IntakeKind.CNIPA_GAZETTE_CSV, () -> new ByteArrayInputStream(nul)))
        .satisfiesAnyOf(
            found -> assertThat(found.get(1)).isEqualTo("encoding"),
            found -> assertThat(found.get(1)).isEqualTo("control-character"))
        .hasSize(5);
  }

  @Test
  void memoryDoesNotGrowWithTheFile() {
    List<Item> last = new ArrayList<>();
    try {
      Intake.read(
          IntakeKind.CNIPA_GAZETTE_CSV,
          new IntakeFile(
              "long",
              DIGEST,
              () -> new Endless(GAZETTE_HEADER, GAZETTE_ROW.repeat(1_000), 300, "")),
          item -> {
            last.clear();
            last.add(item);
            return true;
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    assertThat(last.getFirst().position()).isEqualTo(300_000);
  }
}
