package org.zhiheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.CitedDocument;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.RightNumber;

/// Each expected value stands in the named file; the elements are quoted beside it.
final class XmlIntakeTest {

  private static Taken taken(IntakeKind kind, Path path) {
    return Taken.of(kind, Shared.intake(path));
  }

  private static Bibliography bibliography(Fact fact) {
    return switch (fact) {
      case Fact.Published published -> published.bibliography();
      case Fact.Granted granted -> granted.bibliography();
      case Fact.Described described -> described.bibliography();
      case Fact other -> throw new AssertionError("no bibliography: " + other);
    };
  }

  private static List<String> texts(Notice notice) {
    return notice.numbers().stream().map(RightNumber::text).toList();
  }

  @Test
  void readsAChineseGrantWithItsExaminersCitation() {
    Optional<Path> file =
        Shared.file("patent_xml_cnipa/CN102010000298420CN00001019453140BFULZH20190802CN00D.XML");
    if (file.isEmpty()) {
      return;
    }
    Taken taken = taken(IntakeKind.CNIPA_XML, file.get());
    assertThat(taken.problems()).isEmpty();
    Notice notice = taken.notices().getFirst();
    // lines 6-8, 30 and 83-84
    assertThat(texts(notice)).containsExactly("201010298420.4", "CN101945314B", "CN101945314A");
    // line 31: Date 20101002, line 9: 20190802
    assertThat(notice.facts())
        .extracting(DatedFact::on)
        .containsExactly(LocalDate.of(2010, 10, 2), LocalDate.of(2019, 8, 2));
    assertThat(notice.facts().get(1).fact()).isInstanceOf(Fact.Granted.class);
    Bibliography bibliography = bibliography(notice.facts().get(1).fact());
    assertThat(bibliography.titles().getFirst().text()).isEqualTo("一种耳机、相应的音源设备以及控制方法");
    // lines 58-77: srepPhase="SEA", CN 1719946 A, 20060111
    assertThat(bibliography.citations())
        .containsExactly(
            new CitedDocument("CN1719946A", "", "", "SEA", Optional.of(LocalDate.of(2006, 1, 11))));
    assertThat(bibliography.named())
        .contains(
            new Named(
                Role.HOLDER, "广州市智专信息科技有限公司", "广东省", "CN", "510000 广东省广州高新技术开发区科学城科学大道101号1514房"))
        .contains(Named.of(Role.EXAMINER, "王欣"));
    // line 53
    assertThat(bibliography.classes())
        .containsExactly(new ClassSymbol(ClassScheme.IPC, "G06F13/12"));
    // Claim elements of lines 287-321
    assertThat(bibliography.claims()).hasSize(7);
    assertThat(bibliography.claims().get(1)).isEqualTo("2.如权利要求1所述的耳机，其特征在于，所述功能特性参数还包括耳机的阻抗。");
  }

  @ParameterizedTest
  @CsvSource({
    "CN101985000000312CN00000851003120AFULZH19870204CN00Z.XML,85100312,CN85100312A,1987-02-04",
    "CN102009000190429CN00001020256780AFULZH20110420CN00R.XML,200910190429.0,CN102025678A,"
        + "2011-04-20",
    "CN102019000302430CN00001100838310AFULZH20190802CN00G.XML,201910302430.1,CN110083831A,"
        + "2019-08-02"
  })
  void readsChineseApplications(String name, String application, String publication, String day) {
    Optional<Path> file = Shared.file("patent_xml_cnipa/" + name);
    if (file.isEmpty()) {
      return;
    }
    Notice notice = taken(IntakeKind.CNIPA_XML, file.get()).notices().getFirst();
    assertThat(texts(notice)).containsExactly(application, publication);
    assertThat(notice.facts().getLast().on()).isEqualTo(LocalDate.parse(day));
    assertThat(notice.facts().getLast().fact()).isInstanceOf(Fact.Published.class);
  }

  @Test
  void saysWhatAPartOfAnElectronicFilingIs() {
    Optional<Path> file =
        Shared.file(
            "patent_xml_cnipa/e_application_packages/"
                + "2018103932383_100002-_DA000164395658.xml");
    if (file.isEmpty()) {
      return;
    }
    assertThat(taken(IntakeKind.CNIPA_XML, file.get()).codes())
        .containsExactly("cnipa-xml-part at document 1, /cn-application-body");
  }

  @Test
  void readsAnAmericanGrant() {
    Optional<Path> file = Shared.file("patent_xml_uspto/ppd/xml2014/US08926509.xml");
    if (file.isEmpty()) {
      return;
    }
    Taken taken = taken(IntakeKind.USPTO_XML, file.get());
    assertThat(taken.problems()).isEmpty();
    Notice notice = taken.notices().getFirst();
    assertThat(texts(notice)).containsExactly("12/134,151", "US8926509B2");
    Bibliography bibliography = bibliography(notice.facts().get(1).fact());
    assertThat(bibliography.titles().getFirst().text())
        .isEqualTo("Wireless physiological sensor patches and systems");
    // grep -c '<us-citation>' gives 160; the first is US 4313443 A, 19820200, cited by applicant
    assertThat(bibliography.citations()).hasSize(160);
    assertThat(bibliography.citations().getFirst())
        .isEqualTo(
            new CitedDocument(
                "US4313443A",
                "Frosch et al.",
                "cited by applicant",
                "applicant",
                Optional.empty()));
    // number-of-claims 31
    assertThat(bibliography.claims()).hasSize(31);
    // main-classification 600301, further-classification 34053912
    assertThat(bibliography.classes())
        .contains(
            new ClassSymbol(ClassScheme.IPC, "A61B5/00"),
            new ClassSymbol(ClassScheme.USPC, "600/301"),
            new ClassSymbol(ClassScheme.USPC, "340/539.12"));
    // us-term-extension 605
    assertThat(notice.facts())
        .contains(
            new DatedFact(
                LocalDate.of(2015, 1, 6), new Fact.Noted("us-term-extension", "605 days")));
  }

  @Test
  void readsDocumentsWrittenOneBehindTheOther() {
    Optional<Path> file = Shared.file("patent_xml_uspto/go-uspto/test.xml");
    if (file.isEmpty()) {
      return;
    }
    // grep -c '<?xml' gives 2
    assertThat(taken(IntakeKind.USPTO_XML, file.get()).notices())
        .extracting(notice -> texts(notice).get(1) + " " + notice.source().position())
        .containsExactly("US11147202B2 document 1", "US11147203B2 document 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "go-uspto/application_v4-0-A1.xml", "go-uspto/application_v4-0-A2_1.xml",
        "go-uspto/application_v4-4-A1.xml", "go-uspto/application_v4-4-A2.xml",
        "go-uspto/application_v4-5-A1.xml", "go-uspto/application_v4-5-A2.xml",
        "go-uspto/grant_v4-0-B2.xml", "go-uspto/grant_v4-5-B1.xml",
        "go-uspto/grant_v4-5-B2.xml", "ppd/xml2004/US06859910.xml",
        "ppd/xml2004/US06970935.xml", "ppd/xml2006/US07272630B2.xml",
        "ppd/xml2014/US08927118.xml", "ppd/xml2014/US08930553.xml",
        "ppd/xmlApp2004/US20050004437A1.xml", "ppd/xmlApp2004/US20050004974A1.xml"
      })
  void takesEveryAmericanDocumentOfVersion4(String name) {
    Optional<Path> file = Shared.file("patent_xml_uspto/" + name);
    if (file.isEmpty()) {
      return;
    }
    Taken taken = taken(IntakeKind.USPTO_XML, file.get());
    assertThat(taken.problems()).isEmpty();
    assertThat(taken.notices()).hasSize(1);
    Notice notice = taken.notices().getFirst();
    assertThat(notice.facts().get(1).fact())
        .isInstanceOf(
            name.contains("pplication") || name.contains("App")
                ? Fact.Published.class
                : Fact.Granted.class);
    assertThat(bibliography(notice.facts().get(1).fact()).named()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "go-uspto/grant_v2-5-B1.xml,ST.32",
    "go-uspto/grant_v2-5-S1.xml,ST.32",
    "go-uspto/application_v1-5-A1_1.xml,pap",
    "ppd/pap/US20010000044A1.xml,pap",
    "ppd/sgml/USD435854S1.xml,ST.32",
    "ppd/greenbook/US03937375.greenbook,Greenbook",
    "ppd/cpcScheme/cpc-scheme-A01L.xml,classification scheme",
    "ppd/cpcMaster/cpcMaster.xml,CPC master",
    "ppd/css_brs/css_brs_sample.txt,no root element"
  })
  void saysWhatAnOlderDocumentIs(String name, String what) {
    Optional<Path> file = Shared.file("patent_xml_uspto/" + name);
    if (file.isEmpty()) {
      return;
    }
    Taken taken = taken(IntakeKind.USPTO_XML, file.get());
    assertThat(taken.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("xml-format");
          assertThat(problem.reason()).contains(what);
        });
  }

  @Test
  void readsEuropeanBiblio() {
    Optional<Path> file =
        Shared.file("patent_epo_ops_samples/published_ep1000000_full_cycle_result.xml");
    if (file.isEmpty()) {
      return;
    }
    Taken taken = taken(IntakeKind.EPO_OPS_XML, file.get());
    assertThat(taken.problems()).isEmpty();
    // two exchange-document elements, kinds A1 and B1
    assertThat(taken.notices()).hasSize(2);
    Notice first = taken.notices().getFirst();
    assertThat(texts(first)).containsExactly("99203729", "EP1000000A1");
    Bibliography bibliography = bibliography(first.facts().get(1).fact());
    assertThat(bibliography.titles()).extracting("language").containsExactly("de", "fr", "en");
    assertThat(bibliography.citations())
        .extracting(CitedDocument::number)
        .containsExactly("DE3546191A1", "EP0680812A1", "NL9400663A");
    assertThat(taken.notices().get(1).facts().get(1).fact()).isInstanceOf(Fact.Granted.class);
  }

  @Test
  void readsAFamilyAsOneRecordForEachApplication() {
    Optional<Path> file = Shared.file("patent_epo_ops_samples/family_family_input.xml");
    if (file.isEmpty()) {
      return;
    }
    Taken taken = taken(IntakeKind.EPO_OPS_XML, file.get());
    // total-result-count="6", of which EP 1000000 A1 and B1 are one application
    assertThat(taken.notices()).hasSize(5);
    Notice european = taken.notices().getFirst();
    assertThat(texts(european)).containsExactly("99203729", "EP1000000A1", "EP1000000B1");
    assertThat(bibliography(european.facts().get(1).fact()).family())
        .extracting(RightNumber::text)
        .containsExactly("AT232441T", "DE69905327D1", "NL1010536C2", "US6093011A");
  }

  @ParameterizedTest
  @CsvSource({"1,50", "2,51", "3,14"})
  void readsLegalEvents(int number, int events) {
    Optional<Path> file = Shared.file("patent_epo_ops_samples/legal_example_" + number + ".xml");
    if (file.isEmpty()) {
      return;
    }
    Taken taken = taken(IntakeKind.EPO_OPS_XML, file.get());
    assertThat(taken.problems()).isEmpty();
    // grep -c '<ops:legal ' gives 50, 51 and 14; filing and publication come before them
    assertThat(taken.notices().getFirst().facts()).hasSizeBetween(events - 4, events + 2);
    assertThat(taken.notices().getFirst().facts().stream().map(DatedFact::fact))
        .filteredOn(Fact.Noted.class::isInstance)
        .hasSizeGreaterThan(10);
  }

  @Test
  void saysThatOpsRefusedTheRequest() {
    Taken taken =
        Taken.of(
            IntakeKind.EPO_OPS_XML,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <fault xmlns="http://ops.epo.org"><code>SERVER.EntityNotFound</code>
            <message>No results found</message></fault>
            """);
    assertThat(taken.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("ops-fault");
          assertThat(problem.reason()).contains("No results found");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "D0921000,S1,29712345,design,DESIGN,USD921000S1",
    "RE048123,E1,16123456,reissue,INVENTION_PATENT,USRE48123E1",
    "PP033123,P2,16123457,plant,INVENTION_PATENT,USPP33123P2"
  })
  void readsDesignsReissuesAndPlants(
      String number, String code, String application, String type, String kind, String text) {
    Taken taken =
        Taken.of(
            IntakeKind.USPTO_XML,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <us-patent-grant><us-bibliographic-data-grant><publication-reference><document-id>
            <country>US</country><doc-number>%s</doc-number><kind>%s</kind><date>20210601</date>
            </document-id></publication-reference><application-reference appl-type="%s">
            <document-id><country>US</country><doc-number>%s</doc-number><date>20191106</date>
            </document-id></application-reference><us-term-of-grant>
            <length-of-grant>15</length-of-grant></us-term-of-grant><classification-locarno>
            <edition>12</edition><main-classification>0203</main-classification>
            </classification-locarno><invention-title>Hat</invention-title>
            </us-bibliographic-data-grant></us-patent-grant>
            """
                .replaceFirst("%s", number)
                .replaceFirst("%s", code)
                .replaceFirst("%s", type)
                .replaceFirst("%s", application));
    assertThat(taken.problems()).isEmpty();
    Notice notice = taken.notices().getFirst();
    assertThat(notice.kind().name()).isEqualTo(kind);
    assertThat(texts(notice)).contains(text);
    assertThat(bibliography(notice.facts().get(1).fact()).classes())
        .containsExactly(new ClassSymbol(ClassScheme.LOCARNO, "02-03"));
    assertThat(notice.facts().getLast().fact())
        .isEqualTo(new Fact.Noted("length-of-grant", "15 years"));
  }
}
