package org.zhiheng.jobs.examine.assignment;

import java.util.List;

/// What the law says of marks that must move together, in our words.
///
/// Source: Trademark Law of China as amended on 2019-04-23, article 42(2), and its Implementing
/// Regulations of 2014-04-29, articles 17(2), 31(2) and 47(2); both read 2026-11-25. Of the pledge
/// we know the rule of the registration procedure (国家知识产权局公告第358号, 2020) only from descriptions;
/// its article number was not checked. Of the law of 1 January 2027 the text was not read.
final class CoAssignmentLaw {

  private CoAssignmentLaw() {}

  static List<Said> sources(CoAssignmentList.Purpose purpose) {
    return switch (purpose) {
      case ASSIGNMENT ->
          List.of(
              new Said(
                  "《商标法》（2019年修正）第四十二条第二款：同一种商品上近似的注册商标、类似商品上相同或者近似的注册商标，应当一并转让。",
                  "Trademark Law (2019), article 42(2): a holder's registered marks that are similar"
                      + " on the same goods, or identical or similar on similar goods, are assigned"
                      + " together."),
              new Said(
                  "《商标法实施条例》（2014年）第三十一条第二款：未一并转让的，通知限期改正；期满未改正的，视为放弃转让申请。",
                  "Implementing Regulations (2014), article 31(2): if not, the office sets a time to"
                      + " mend it; after that the assignment is deemed given up."),
              new Said(
                  "《商标法实施条例》第四十七条第二款：马德里领土延伸的，自通知之日起三个月内改正。",
                  "Implementing Regulations, article 47(2): for Madrid designations the time is three"
                      + " months from the notice."),
              new Said(
                  "2027年1月1日起施行的新商标法条文编号未核对。",
                  "The articles of the law of 1 January 2027 were not read."));
      case PLEDGE ->
          List.of(
              new Said(
                  "《注册商标专用权质押登记程序规定》（国家知识产权局公告第358号）：相同或者类似商品上的相同或者近似商标一并办理质押登记；条文编号未核对。",
                  "Provisions on registering pledges of marks (CNIPA announcement no. 358, 2020):"
                      + " identical or similar marks on the same or similar goods are pledged"
                      + " together; the article's number was not checked."),
              new Said(
                  "《商标法实施条例》（2014年）第七十条：出质人与质权人订立书面质权合同并共同申请登记。",
                  "Implementing Regulations (2014), article 70: pledgor and pledgee apply together on"
                      + " a written contract."));
    };
  }

  static Said reason(CoMark.Duty duty, GoodsNearness goods, boolean identical, boolean registered) {
    String alikeZh = identical ? "名称相同" : "名称近似";
    String alikeEn = identical ? "The names are identical" : "The names are similar";
    String goodsZh =
        switch (goods) {
          case SAME_OR_SIMILAR -> "，商品相同或者类似";
          case CLASS_ONLY -> "，同类但未见类似群重合";
          case UNRELATED -> "，商品不类似";
          case UNKNOWN -> "，登记簿中的类似群不足以判断商品是否类似";
        };
    String goodsEn =
        switch (goods) {
          case SAME_OR_SIMILAR -> " and the goods the same or similar";
          case CLASS_ONLY -> "; the class is the same, no similar group is shared";
          case UNRELATED -> "; the goods are not similar";
          case UNKNOWN -> "; the record does not say enough of the groups to judge the goods";
        };
    String endZh =
        switch (duty) {
          case MOVE_TOGETHER -> "，应当一并办理。";
          case CHECK -> registered ? "，须人工核对。" : "；尚未注册，条文所称为注册商标，申请的转让依条例第十七条办理，须人工核对。";
          case OTHER_GOODS -> "，仅供参考。";
        };
    String endEn =
        switch (duty) {
          case MOVE_TOGETHER -> ": they move together.";
          case CHECK ->
              registered
                  ? ": to be checked by a person."
                  : "; it is not registered yet, while the article speaks of registered marks"
                      + " (applications move under article 17 of the Regulations): to be checked by"
                      + " a person.";
          case OTHER_GOODS -> "; named for completeness.";
        };
    return new Said(alikeZh + goodsZh + endZh, alikeEn + goodsEn + endEn);
  }
}
