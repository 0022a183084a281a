package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.RightId;

/// Which law filings of a day are weighed under, and which of its articles a factor points to.
///
/// Source: Trademark Law of China as amended on 2019-04-23, in force from 2019-11-01, arts 4, 7,
/// 19, 32, 44, 49 (text read 2026-11-25). The law of 1 January 2027 is known from firms' notes only
/// (changtsi.com, insight 4179): article 19, "not for use and clearly exceeds normal business
/// needs"; its other numbers are not used. Laws before 2019-11-01 were not read.
@SuppressWarnings("ImmutableEnumChecker") // Said is a record of two strings
enum FilingLaw {
  /// Before the first law that the register's filings are weighed by here.
  EARLIER(LocalDate.MIN, "2014年5月1日前的商标法", "the law before 1 May 2014"),
  /// 2013年修正
  OF_2013(LocalDate.of(2014, 5, 1), "《商标法》（2013年修正）", "Trademark Law as amended in 2013"),
  /// 2019年修正
  OF_2019(LocalDate.of(2019, 11, 1), "《商标法》（2019年修正）", "Trademark Law as amended in 2019"),
  /// 2027年1月1日起施行
  OF_2027(
      LocalDate.of(2027, 1, 1), "2027年1月1日起施行的《商标法》", "Trademark Law in force from 1 January 2027");

  private final LocalDate from;
  private final String zh;
  private final String en;

  FilingLaw(LocalDate from, String zh, String en) {
    this.from = from;
    this.zh = zh;
    this.en = en;
  }

  /// The law of this filing date.
  static FilingLaw on(LocalDate filed) {
    FilingLaw law = EARLIER;
    for (FilingLaw one : values()) {
      if (!filed.isBefore(one.from)) {
        law = one;
      }
    }
    return law;
  }

  /// The bases of these filings, oldest law first; those without a filing date last.
  static List<LegalBasis> of(Factor.Kind kind, Collection<Filing> filings) {
    List<LegalBasis> bases = new ArrayList<>();
    for (FilingLaw law : values()) {
      List<RightId> rights =
          ids(
              filings.stream()
                  .filter(filing -> filing.filedOn().map(FilingLaw::on).equals(Optional.of(law)))
                  .toList());
      if (!rights.isEmpty()) {
        bases.add(law.basis(kind, rights));
      }
    }
    List<RightId> undated =
        ids(filings.stream().filter(filing -> filing.filedOn().isEmpty()).toList());
    if (!undated.isEmpty()) {
      bases.add(
          new LegalBasis(
              new Said("申请日不明", "filing date unknown"),
              List.of(),
              LegalBasis.Firm.NOT_READ,
              new Said("申请日未记载，无法确定适用的法律。", "Without a filing date no law can be named."),
              "",
              undated,
              true));
    }
    return bases;
  }

  private static List<RightId> ids(List<Filing> filings) {
    return filings.stream().map(Filing::right).sorted().toList();
  }

  private LegalBasis basis(Factor.Kind kind, List<RightId> rights) {
    return switch (this) {
      case EARLIER, OF_2013 ->
          new LegalBasis(
              new Said(zh, en),
              List.of(),
              LegalBasis.Firm.NOT_READ,
              new Said(
                  "该法文本未核对，条文须另行查明。", "Its text was not read; the articles are to be looked up."),
              "",
              rights,
              false);
      case OF_2019 ->
          new LegalBasis(
              new Said(zh, en),
              articles2019(kind),
              LegalBasis.Firm.READ,
              words2019(kind),
              "中华人民共和国商标法 (2019-04-23)",
              rights,
              false);
      case OF_2027 ->
          new LegalBasis(
              new Said(zh, en),
              underArticle19(kind) ? List.of("19") : List.of(),
              LegalBasis.Firm.PROVISIONAL,
              underArticle19(kind)
                  ? new Said(
                      "第十九条：不以使用为目的且明显超出正常经营需要（仅据律所介绍，待核对正式文本）。",
                      "Article 19: not for use and clearly exceeding normal business needs (known from"
                          + " firms' notes only; to be checked against the text).")
                  : new Said(
                      "相应条文编号未核对（仅据律所介绍）。",
                      "The matching articles were not checked (firms' notes only)."),
              "https://www.changtsi.com/news/insight/4179.html",
              rights,
              false);
    };
  }

  private static boolean underArticle19(Factor.Kind kind) {
    return switch (kind) {
      case BURST, CLASS_SPREAD, RESALE, SERIES, NETWORK -> true;
      case RESEMBLANCE, DECISIONS, NON_USE -> false;
    };
  }

  private static List<String> articles2019(Factor.Kind kind) {
    return switch (kind) {
      case BURST, RESALE, SERIES -> List.of("4", "7", "44");
      case CLASS_SPREAD -> List.of("4");
      case RESEMBLANCE -> List.of("7", "32");
      case DECISIONS -> List.of("4", "32", "44");
      case NON_USE -> List.of("4", "49");
      case NETWORK -> List.of("4", "19");
    };
  }

  private static Said words2019(Factor.Kind kind) {
    return switch (kind) {
      case BURST, CLASS_SPREAD, SERIES ->
          new Said(
              "第四条：不以使用为目的的恶意商标注册申请，予以驳回；注册后依第四十四条宣告无效。",
              "Article 4: applications in bad faith and not for use are refused; once registered they"
                  + " are declared invalid under article 44.");
      case RESALE ->
          new Said(
              "第四条、第七条（诚实信用）、第四十四条（不正当手段取得注册）。",
              "Articles 4, 7 (good faith) and 44 (registration by improper means).");
      case RESEMBLANCE ->
          new Said(
              "第七条诚实信用；第三十二条：不得损害他人在先权利，不得抢先注册他人已使用并有一定影响的商标。",
              "Article 7, good faith; article 32: no harm to earlier rights, no snatching of marks that"
                  + " others use with some influence.");
      case DECISIONS ->
          new Said(
              "第四条、第三十二条、第四十四条：此前决定所依据的条文以决定书为准。",
              "Articles 4, 32 and 44: what an earlier decision rests on, the decision says.");
      case NON_USE ->
          new Said(
              "第四十九条：无正当理由连续三年不使用可撤销；其本身不说明恶意。",
              "Article 49: cancellable after three years without use; by itself this does not show bad"
                  + " faith.");
      case NETWORK ->
          new Said(
              "第四条；第十九条第三款：代理机构明知属于第四条、第十五条、第三十二条情形的，不得接受委托。",
              "Article 4; article 19(3): an agent that knows of a case of articles 4, 15 or 32 must not"
                  + " take it.");
    };
  }
}
