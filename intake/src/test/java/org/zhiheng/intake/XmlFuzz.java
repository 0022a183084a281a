package org.zhiheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Damages documents, real ones where there are some, and packed files.
///
/// Exceptions that may escape the readers: none (a stream in memory does not fail).
final class XmlFuzz {

  private static final String GRANT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v45-2014-04-03.dtd" [ ]>
      <us-patent-grant lang="EN"><us-bibliographic-data-grant>
      <publication-reference><document-id><country>US</country><doc-number>08926509</doc-number>
      <kind>B2</kind><date>20150106</date></document-id></publication-reference>
      <application-reference appl-type="utility"><document-id><country>US</country>
      <doc-number>12134151</doc-number><date>20080605</date></document-id></application-reference>
      <us-term-of-grant><us-term-extension>605</us-term-extension></us-term-of-grant>
      <classification-national><country>US</country>
      <main-classification>600301</main-classification></classification-national>
      <invention-title>Patch <i>of</i> H<sub>2</sub>O &#x26; more</invention-title>
      <us-references-cited><us-citation><patcit num="1"><document-id><country>US</country>
      <doc-number>4313443</doc-number><kind>A</kind><date>19820200</date></document-id></patcit>
      <category>cited by applicant</category></us-citation></us-references-cited>
      </us-bibliographic-data-grant><claims><claim><claim-text>1. A patch.</claim-text></claim>
      </claims></us-patent-grant>
      """;

  private static final String REPLY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ops:world-patent-data xmlns="http://www.epo.org/exchange" xmlns:ops="http://ops.epo.org">
      <ops:patent-family legal="true"><ops:family-member family-id="1"><publication-reference>
      <document-id document-id-type="docdb"><country>EP</country><doc-number>1000000</doc-number>
      <kind>A1</kind><date>20000517</date></document-id></publication-reference>
      <application-reference><document-id document-id-type="docdb"><country>EP</country>
      <doc-number>99203729</doc-number><kind>A</kind><date>19991108</date></document-id>
      </application-reference><ops:legal code="17Q " desc="FIRST"><ops:L007EP>2002-06-05</ops:L007EP>
      </ops:legal></ops:family-member></ops:patent-family></ops:world-patent-data>
      """;

  private static final String FULL_TEXT =
      """
      <?xml version="1.0" encoding="utf-8" standalone="no"?>
      <!DOCTYPE business:PatentDocumentAndRelated SYSTEM "/DTDS/ipphdb-entities.dtd"[]>
      <business:PatentDocumentAndRelated xmlns:base="http://b" xmlns:business="http://a" kind="A">
      <business:BibliographicData><business:PublicationReference dataFormat="original">
      <base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>102025678</base:DocNumber>
      <base:Kind>A</base:Kind><base:Date>20110420</base:Date></base:DocumentID>
      </business:PublicationReference><business:ApplicationReference dataFormat="original">
      <base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code>
      <base:DocNumber>200910190429.0</base:DocNumber><base:Date>20090911</base:Date>
      </base:DocumentID></business:ApplicationReference>
      <business:InventionTitle lang="zh">信道估计方法</business:InventionTitle>
      </business:BibliographicData></business:PatentDocumentAndRelated>
      """;

  /// The format's documents: ours, and the smaller real ones.
  private static List<byte[]> documents(String ours, String... real) {
    List<byte[]> documents = new ArrayList<>();
    documents.add(ours.getBytes(StandardCharsets.UTF_8));
    for (String name : real) {
      Optional<Path> file = Shared.file(name);
      file.ifPresent(path -> documents.add(bytes(path)));
    }
    return documents;
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void readsTheSameTwice(IntakeKind kind, byte[] damaged) {
    Taken once = GazetteFuzz.read(kind, damaged);
    assertThat(once.items()).isEqualTo(GazetteFuzz.read(kind, damaged).items());
    assertThat(once.items()).isNotEmpty();
  }

  @Seeds(250)
  void damagedGrantsAreReadToTheirEndTheSameTwice(Seed seed) {
    readsTheSameTwice(
        IntakeKind.USPTO_XML,
        Damage.of(
            seed,
            seed.oneOf(
                documents(
                    GRANT + GRANT,
                    "patent_xml_uspto/go-uspto/application_v4-0-A1.xml",
                    "patent_xml_uspto/ppd/xml2014/US08930553.xml"))));
  }

  @Seeds(250)
  void damagedFullTextsAreReadToTheirEndTheSameTwice(Seed seed) {
    readsTheSameTwice(
        IntakeKind.CNIPA_XML,
        Damage.of(
            seed,
            seed.oneOf(
                documents(
                    FULL_TEXT,
                    "patent_xml_cnipa/CN101985000000312CN00000851003120AFULZH19870204CN00Z.XML"))));
  }

  @Seeds(250)
  void damagedRepliesAreReadToTheirEndTheSameTwice(Seed seed) {
    readsTheSameTwice(
        IntakeKind.EPO_OPS_XML,
        Damage.of(
            seed,
            seed.oneOf(
                documents(
                    REPLY,
                    "patent_epo_ops_samples/family_family_input.xml",
                    "patent_epo_ops_samples/published_ep1000000_full_cycle_result.xml"))));
  }

  @Seeds(150)
  void damagedPackedFilesAreReadToTheirEndTheSameTwice(Seed seed) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    if (seed.chance(.5)) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write((GRANT + GRANT).getBytes(StandardCharsets.UTF_8));
      }
    } else {
      try (ZipOutputStream zip = new ZipOutputStream(packed)) {
        for (int i = 0; i < 3; i++) {
          zip.putNextEntry(new ZipEntry(i + ".xml"));
          zip.write(GRANT.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    byte[] damaged = Damage.of(seed, packed.toByteArray());
    assertThat(GazetteFuzz.read(IntakeKind.USPTO_XML, damaged).items())
        .isEqualTo(GazetteFuzz.read(IntakeKind.USPTO_XML, damaged).items());
  }

  /// A document between two sound ones is damaged without a new XML declaration: they read.
  @Seeds(200)
  void documentsAroundADamagedOneRead(Seed seed) {
    byte[] damaged =
        Damage.of(
            seed, GRANT.substring(GRANT.indexOf("<us-patent")).getBytes(StandardCharsets.UTF_8));
    String middle = new String(damaged, StandardCharsets.ISO_8859_1).replace("<?xml", "<?xmm");
    byte[] all =
        (GRANT + "<?xml version=\"1.0\"?>\n" + middle + "\n" + GRANT)
            .getBytes(StandardCharsets.ISO_8859_1);
    Taken taken = GazetteFuzz.read(IntakeKind.USPTO_XML, all);
    assertThat(taken.items()).hasSize(3);
    assertThat(taken.items().get(0)).isInstanceOf(Item.Read.class);
    assertThat(taken.items().get(2)).isInstanceOf(Item.Read.class);
  }
}
