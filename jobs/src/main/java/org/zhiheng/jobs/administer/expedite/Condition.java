package org.zhiheng.jobs.administer.expedite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Parsed;

/// What a way asks for. Each is worded so that it must hold.
///
/// Of pre-examination only descriptions were read, and each centre has rules of its own; of Order
/// 76 (专利优先审查管理办法) and of the trial for marks the texts were not opened. No condition is surer than
/// that.
public enum Condition {
  /// 备案主体
  RECORDED_ENTITY(
      Route.PRE_EXAMINATION,
      Text.CENTRE,
      "申请人已在该保护中心备案。",
      "The applicant is recorded at the protection centre."),
  /// 注册地址在辖区
  LOCAL_ADDRESS(
      Route.PRE_EXAMINATION,
      Text.CENTRE,
      "申请人的注册地址在该中心服务的地区。",
      "The applicant's address lies where the centre serves."),
  /// 领域相符
  FIELD_SERVED(
      Route.PRE_EXAMINATION,
      Text.CENTRE,
      "技术领域（分类号）属于该中心服务的领域，例如生物、新材料。",
      "The field is one that the centre serves, such as biology or new materials."),
  /// 尚未提交申请
  NOT_FILED_YET(
      Route.PRE_EXAMINATION, Text.CENTRE, "尚未向国家知识产权局提交申请。", "The application is not filed yet."),
  /// 非PCT国家阶段
  NO_NATIONAL_PHASE(
      Route.PRE_EXAMINATION,
      Text.CENTRE,
      "不是PCT进入国家阶段的申请。",
      "It is no entry of an international application."),
  /// 非分案
  NO_DIVISIONAL(Route.PRE_EXAMINATION, Text.CENTRE, "不是分案申请。", "It is no divisional application."),

  /// 优先审查的情形
  PRIORITY_GROUND(
      Route.PRIORITISED,
      Text.ORDER_76,
      "属于规定的情形之一：重点发展或战略性新兴产业、地方鼓励的产业、更新快的新兴领域、已准备实施或有证据被侵权、首先在中国申请后又向外申请、其他对国家或公共利益有重大意义者。",
      "One of the grounds: an industry the state or the region furthers, a field that moves fast,"
          + " preparation to use it or proof of infringement, first filed in China and then abroad,"
          + " or great public interest."),
  /// 推荐意见
  RECOMMENDED(
      Route.PRIORITISED,
      Text.ORDER_76,
      "请求书由国务院有关部门或省级知识产权局签署推荐意见（首先在中国申请又向外申请者除外）。",
      "A ministry or the provincial office recommends it, save for what was first filed in China"
          + " and then abroad."),
  /// 电子申请
  ELECTRONIC_FILING(Route.PRIORITISED, Text.ORDER_76, "以电子方式提交。", "It is filed electronically."),
  /// 全体申请人同意
  ALL_APPLICANTS_AGREE(Route.PRIORITISED, Text.ORDER_76, "全体申请人同意。", "All applicants agree."),

  /// 文字商标
  WORD_MARK(Route.MARK, Text.MARK_TRIAL, "仅由文字构成。", "It is a word mark alone."),
  /// 电子申请
  ELECTRONIC_MARK(Route.MARK, Text.MARK_TRIAL, "以电子方式提交。", "It is filed electronically."),
  /// 全体申请人同意
  ALL_HOLDERS_AGREE(Route.MARK, Text.MARK_TRIAL, "全体申请人同意。", "All applicants agree."),
  /// 快速审查的情形
  MARK_GROUND(
      Route.MARK,
      Text.MARK_TRIAL,
      "属于规定的情形之一：国家或省级重大工程、项目，突发公共事件，2025年7月起增加战略性新兴和未来产业、关键产业链，或其他公共利益。",
      "One of the grounds: a great project of state or province, a public emergency, since July 2025"
          + " a strategic or future industry or a key chain, or other public interest.");

  private final Route route;
  private final Text text;
  private final String zh;
  private final String en;

  Condition(Route route, Text text, String zh, String en) {
    this.route = route;
    this.text = text;
    this.zh = zh;
    this.en = en;
  }

  private enum Text {
    CENTRE,
    ORDER_76,
    MARK_TRIAL
  }

  /// The way that asks for it.
  public Route route() {
    return route;
  }

  /// In Chinese.
  public String zh() {
    return zh;
  }

  /// In English.
  public String en() {
    return en;
  }

  /// On what it leans.
  public Citation citation() {
    return switch (text) {
      case CENTRE ->
          cited(
              "专利快速预审（各保护中心）",
              "预审服务",
              "https://www.ipaustralia.gov.au/international-ip/how-to-apply-for-ip-overseas/ip-in-china/Pre-examination-option-to-expedite-patent-applications-in-China");
      case ORDER_76 ->
          cited(
              "专利优先审查管理办法（国家知识产权局令第76号，2017-08-01）",
              "",
              "https://www.spruson.com/patents/china-releases-new-administrative-measures-prioritized-examination-patent-applications/");
      case MARK_TRIAL ->
          cited(
              "商标注册申请快速审查办法（试行）",
              "",
              "https://natlawreview.com/article/cnipa-releases-faq-revised-measures-expedited-examination-trademark-registration");
    };
  }

  private static Citation cited(String instrument, String article, String address) {
    return new Citation(instrument, article, address, Optional.empty(), Confidence.RECALLED);
  }

  /// `recorded-entity`
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Those of a way, in order.
  public static List<Condition> of(Route route) {
    return Arrays.stream(values()).filter(one -> one.route == route).toList();
  }

  /// Reads a code of this way.
  public static Parsed<Condition> parse(Route route, String text) {
    return of(route).stream()
        .filter(one -> one.code().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(Parsed::ok)
        .orElseGet(() ->
            Parsed.refused(
                "expedited-condition",
                text,
                "A condition of "
                    + route.code()
                    + " is one of "
                    + of(route).stream().map(Condition::code).collect(Collectors.joining(", "))
                    + "."));
  }
}
