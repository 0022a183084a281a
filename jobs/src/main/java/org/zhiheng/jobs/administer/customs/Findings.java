package org.zhiheng.jobs.administer.customs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.administer.customs.Finding.About;
import org.zhiheng.jobs.administer.customs.Finding.Outcome;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;

/// What a notice comes to beside the recordals of its right. Pure.
///
/// Known weaknesses: names are compared in any width, case and spacing, so a former or a translated
/// name is another name, and a name alone is no proof that the goods are the seller's; how much
/// security customs asks is unknown here. The liability for a wrong application was read in the
/// text of 2003, articles 13 and 14 in a copy that does not say which revision it is.
public final class Findings {

  private static final LocalDate READ = LocalDate.of(2026, 11, 29);
  private static final Citation NOTICE =
      new Citation(
          "知识产权海关保护条例（2018修订）",
          "第十六条",
          "https://github.com/LawRefBook/Laws",
          Optional.of(READ),
          Confidence.SEEN);
  private static final Citation LIFE =
      new Citation(
          "知识产权海关保护条例（2018修订）",
          "第十条",
          "https://github.com/LawRefBook/Laws",
          Optional.of(READ),
          Confidence.SEEN);
  private static final Citation APPLICATION = copy("第十三条");
  private static final Citation SECURITY = copy("第十四条");
  private static final Citation AMOUNT =
      new Citation("海关总署令第240号（2018）", "", "", Optional.empty(), Confidence.UNKNOWN);
  private static final Citation LIABILITY =
      new Citation(
          "知识产权海关保护条例（2003）",
          "第二十九条第二款",
          "https://www.ccpit-patent.com.cn/zh-hans/node/1386/1390",
          Optional.empty(),
          Confidence.RECALLED);
  private static final Citation LIABILITY_NOW =
      new Citation("知识产权海关保护条例（2018修订）", "", "", Optional.empty(), Confidence.UNKNOWN);

  private Findings() {}

  private static Citation copy(String article) {
    return new Citation(
        "知识产权海关保护条例（收录本未注明版本）",
        article,
        "http://www.jianbiaoku.com/webarbs/book/164514/4714401.shtml",
        Optional.empty(),
        Confidence.RECALLED);
  }

  /// The recordal that counts on a day: of those in force the one that lasts longest; else the one
  /// that lasted longest.
  public static Optional<Recordal> counting(List<Recordal> recordals, LocalDate day) {
    return recordals.stream()
        .max(
            Comparator.comparing((Recordal one) -> one.stands(day))
                .thenComparing(Recordal::last)
                .thenComparing(Recordal::number));
  }

  /// The recordal that names the shipper as a seller. Every recordal of the right is looked at,
  /// also one that is over: the seller's goods may still be lawful.
  public static Optional<Recordal> authorised(Notice notice, List<Recordal> recordals) {
    return recordals.stream().filter(one -> one.seller(notice.shipper()).isPresent()).findFirst();
  }

  /// The recordal whose general guarantee stands on a day, of those in force that day; the one
  /// whose guarantee lasts longest.
  public static Optional<Recordal> guaranteed(List<Recordal> recordals, LocalDate on) {
    return recordals.stream()
        .filter(one -> one.stands(on) && one.guaranteed(on).isPresent())
        .max(
            Comparator.comparing((Recordal one) -> one.guarantee().orElseThrow().until())
                .thenComparing(Recordal::number));
  }

  /// All findings, in the order of [About].
  ///
  /// @param recordals of the notice's right
  /// @param given the security that was given for this notice
  /// @param on the day an application would be made, or was
  public static List<Finding> of(
      Notice notice, List<Recordal> recordals, List<Money> given, LocalDate on) {
    return List.of(
        recordal(notice, recordals),
        shipper(notice, recordals),
        security(recordals, given, on),
        documents(notice, recordals),
        liability());
  }

  private static Finding recordal(Notice notice, List<Recordal> recordals) {
    Optional<Recordal> counting = counting(recordals, notice.day());
    if (counting.isEmpty()) {
      return new Finding(
          About.RECORDAL,
          Outcome.NO_SOURCE,
          "此处未载该权利的海关备案。",
          "No recordal of the right with customs is written down here.",
          List.of(NOTICE));
    }
    Recordal one = counting.get();
    boolean stands = one.stands(notice.day());
    return new Finding(
        About.RECORDAL,
        stands ? Outcome.CLEAR : Outcome.WARNED,
        stands
            ? "备案 " + one.number() + " 当日有效，至 " + one.last() + " 止。"
            : "备案 " + one.number() + " 当日无效：有效期 " + one.first() + " 至 " + one.last() + "。",
        stands
            ? "Recordal " + one.number() + " was in force that day, to " + one.last() + "."
            : "Recordal "
                + one.number()
                + " was not in force that day: it runs from "
                + one.first()
                + " to "
                + one.last()
                + ".",
        List.of(LIFE));
  }

  private static Finding shipper(Notice notice, List<Recordal> recordals) {
    Optional<Recordal> authorised = authorised(notice, recordals);
    if (authorised.isPresent()) {
      String seller = authorised.get().seller(notice.shipper()).orElseThrow();
      return new Finding(
          About.SHIPPER,
          Outcome.WARNED,
          "发货人为备案 " + authorised.get().number() + " 的授权销售商 " + seller + "：可能是合法货物，申请扣留可能构成错误通知。",
          "The shipper is an authorised seller of recordal "
              + authorised.get().number()
              + ", "
              + seller
              + ": a lawful shipment, it seems; applying would be a false notice.",
          List.of(LIABILITY));
    }
    boolean known = recordals.stream().anyMatch(one -> !one.sellers().isEmpty());
    return new Finding(
        About.SHIPPER,
        known ? Outcome.CLEAR : Outcome.NO_SOURCE,
        known ? notice.shipper() + " 不在授权销售商名单中。" : "未载授权销售商，无从比对。",
        known
            ? notice.shipper() + " is not among the authorised sellers."
            : "No authorised seller is written down; there is nothing to compare with.",
        List.of());
  }

  private static Finding security(List<Recordal> recordals, List<Money> given, LocalDate on) {
    Optional<Guarantee> standing = guaranteed(recordals, on).flatMap(Recordal::guarantee);
    if (standing.isPresent()) {
      Guarantee one = standing.get();
      return new Finding(
          About.SECURITY,
          Outcome.CLEAR,
          "总担保 " + one.number() + "（" + one.amount() + "）有效至 " + one.until() + "。",
          "General guarantee "
              + one.number()
              + " of "
              + one.amount()
              + " stands until "
              + one.until()
              + ".",
          List.of(SECURITY, AMOUNT));
    }
    if (!given.isEmpty()) {
      String sums = String.join(", ", given.stream().map(Money::toString).toList());
      return new Finding(
          About.SECURITY,
          Outcome.CLEAR,
          "已提供担保 " + sums + "；金额规则未知，是否足够须向海关核对。",
          "Security was given: " + sums + ". How much is asked is unknown here; ask customs.",
          List.of(SECURITY, AMOUNT));
    }
    String over =
        recordals.stream()
            .flatMap(one -> one.guarantee().stream())
            .max(Comparator.comparing(Guarantee::until).thenComparing(Guarantee::number))
            .map(one -> one.number() + ", " + one.until())
            .orElse("");
    return new Finding(
        About.SECURITY,
        Outcome.MISSING,
        (over.isEmpty() ? "无总担保" : "总担保不能用（" + over + "）") + "：须提供不超过货物等值的担保；具体金额规则未知。",
        (over.isEmpty() ? "There is no general guarantee" : "No general guarantee counts (" + over)
            + (over.isEmpty() ? "" : ")")
            + ": security of at most the goods' worth must be given; how much exactly is unknown"
            + " here.",
        List.of(NOTICE, SECURITY, AMOUNT));
  }

  private static Finding documents(Notice notice, List<Recordal> recordals) {
    String number = counting(recordals, notice.day()).map(Recordal::number).orElse("");
    return new Finding(
        About.DOCUMENTS,
        Outcome.TOLD,
        "扣留申请书（权利人、权利、收发货人、货物、口岸与时间，备案号"
            + (number.isEmpty() ? "未载" : " " + number)
            + "）；相关证明文件；足以证明侵权事实明显存在的证据；担保。",
        "The application (holder, right, consignor and consignee, goods, port and time, recordal "
            + (number.isEmpty() ? "number unknown here" : number)
            + "), the papers that prove it, evidence that the infringement is plain, security.",
        List.of(NOTICE, APPLICATION, SECURITY));
  }

  private static Finding liability() {
    return new Finding(
        About.LIABILITY,
        Outcome.TOLD,
        "海关不能认定侵权，或者法院判定不侵权的，申请人依法承担赔偿责任。2003年文本如此；现行文本的条号未核。",
        "Whoever applied answers for the loss where customs cannot find infringement or a court"
            + " finds none. So the text of 2003; where the present text says it was not checked.",
        List.of(LIABILITY, LIABILITY_NOW));
  }
}
