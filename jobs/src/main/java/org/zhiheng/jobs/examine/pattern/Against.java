package org.zhiheng.jobs.examine.pattern;

import java.util.List;

/// What speaks against a bad reading of each factor. Innocent reasons are as much part of a pack as
/// the figures.
final class Against {

  private Against() {}

  static List<Said> of(Factor.Kind kind) {
    return switch (kind) {
      case BURST ->
          List.of(
              new Said(
                  "新品牌或新产品上市时，企业常在同日就多个类别、多种写法申请。",
                  "With a new brand or product, companies often file many classes and spellings on"
                      + " one day."),
              new Said(
                  "一标多类分别申请时，件数多于商标数。",
                  "Where each class is a filing of its own, there are more filings than marks."));
      case CLASS_SPREAD ->
          List.of(
              new Said(
                  "知名品牌为防止搭便车，在其他类别作防御性注册。",
                  "Well-known brands file defensively in other classes."),
              new Said(
                  "经营范围可能已经扩大，或由关联企业使用；给定的经营类别可能不全。",
                  "The business may have grown or others of the group use the marks; the business"
                      + " classes given may be incomplete."));
      case RESEMBLANCE ->
          List.of(
              new Said(
                  "近似分值只是排序依据，不等于法律上的近似；短词与常用词易偶合。",
                  "The likeness orders a list and is not likeness in law; short and common words"
                      + " coincide by chance."),
              new Said(
                  "申请人可能有授权、在先使用或自己的在先商标。",
                  "The applicant may have consent, earlier use or an earlier mark of its own."));
      case RESALE ->
          List.of(
              new Said(
                  "集团内部调整、企业合并、出资入股也会产生转让；登记簿未必记载关联。",
                  "Group reorganisations, mergers and contributions in kind are assignments too; the"
                      + " register need not show the tie."),
              new Said(
                  "转让可能是和解或者应在先权利人要求而作出。",
                  "An assignment may settle a dispute, or be what an earlier holder asked for."));
      case DECISIONS ->
          List.of(
              new Said(
                  "驳回多因相对理由，与恶意无关；决定可能在复审或诉讼中被改变。",
                  "Most refusals are on relative grounds and say nothing of bad faith; they may be"
                      + " changed on review or in court."),
              new Said(
                  "申请多的企业，被驳回、被异议的件数自然也多。",
                  "Who files much is refused and opposed more often in numbers."));
      case NON_USE ->
          List.of(
              new Said(
                  "产品停产、审批未下、不可抗力等都可致不使用；法律给三年时间。",
                  "Ended products, pending approvals and force majeure lead to non-use; the law gives"
                      + " three years."));
      case NETWORK ->
          List.of(
              new Said(
                  "代理机构客户众多；写字楼、孵化器、秘书公司地址为许多无关企业共用。",
                  "Agents have many clients; office towers, incubators and registered-address"
                      + " services are shared by many strangers."),
              new Said("共同申请通常只是合作。", "Filing together is usually plain co-operation."));
      case SERIES ->
          List.of(
              new Said(
                  "系列商标、型号命名、家族品牌本来就有共同词根。",
                  "Product lines, model names and family brands share a stem by nature."),
              new Said(
                  "缩写与生造词是常见的命名方式，字母排列罕见不等于机器生成。",
                  "Abbreviations and coined words are common; unusual letters do not mean a machine"
                      + " made them."));
    };
  }

  /// The same for one's own portfolio: what one should be able to show.
  static List<Said> toShow(Factor.Kind kind) {
    return switch (kind) {
      case BURST ->
          List.of(
              new Said(
                  "备好同期的产品计划、上市安排或品牌更新文件。",
                  "Have the product plan, launch schedule or rebranding of that time at hand."));
      case CLASS_SPREAD ->
          List.of(
              new Said(
                  "对经营范围以外的类别，备好防御的理由：知名度、被搭便车的事例、拓展计划。",
                  "For classes beyond the business, have the reason for the defence at hand: renown,"
                      + " cases of free-riding, plans to expand."));
      case RESEMBLANCE ->
          List.of(
              new Said(
                  "对每一对，备好授权、在先使用或独立创意的证据。",
                  "For each pair, have consent, earlier use or proof of independent creation."));
      case RESALE ->
          List.of(
              new Said(
                  "对每次转让，备好与受让人的关系和对价依据。",
                  "For each assignment, have the relation to the assignee and the reason for the price"
                      + " at hand."));
      case DECISIONS ->
          List.of(
              new Said(
                  "说明每项不利决定的理由及其后续结果。",
                  "Explain the ground of each adverse decision and what followed."));
      case NON_USE ->
          List.of(
              new Said(
                  "保留使用证据；确无使用计划的，考虑主动注销。",
                  "Keep proof of use; where no use is planned, consider surrender."));
      case NETWORK ->
          List.of(
              new Said(
                  "说明与共同申请人、同地址主体的关系。",
                  "Explain the relation to co-applicants and to those at the same address."));
      case SERIES ->
          List.of(
              new Said(
                  "说明系列命名的规则与对应的产品。",
                  "Explain the naming rule and which product each name is for."));
    };
  }
}
