package org.zhiheng.intake.table;

import java.util.List;
import java.util.Locale;

/// The fields of a right in a portfolio.
public enum PortfolioField implements TableField {
  /// A code of the kinds of right, or 发明, 实用新型, 外观设计, 商标 …
  KIND("type", "righttype", "iptype", "类型", "专利类型", "种类", "权利类型"),
  /// Two letters; China where there is none.
  OFFICE("country", "jurisdiction", "国家", "局", "国别", "受理局"),
  /// Of a mark, the word.
  TITLE("name", "inventiontitle", "mark", "word", "名称", "发明名称", "专利名称", "商标名称", "标题"),
  /// As printed by the office.
  APPLICATION_NUMBER("applicationno", "applno", "appno", "applicationnum", "申请号", "专利申请号", "申请号码"),
  /// With its kind code.
  PUBLICATION_NUMBER(
      "publicationno",
      "patentnumber",
      "patentno",
      "grantnumber",
      "公开号",
      "公布号",
      "公告号",
      "授权公告号",
      "专利号"),
  /// Of marks, copyrights and other registrations.
  REGISTRATION_NUMBER("registrationno", "regno", "注册号", "登记号", "证书号"),
  /// A date.
  FILING_DATE("applicationdate", "filed", "申请日", "申请日期"),
  /// A date.
  GRANT_DATE("granted", "registrationdate", "issuedate", "授权日", "授权公告日", "注册日", "注册公告日", "登记日期"),
  /// Last day of the term.
  UNTIL("validuntil", "expirydate", "expiry", "expires", "有效期至", "专用权截止日", "到期日", "届满日"),
  /// One or more, separated by semicolons.
  HOLDER("owner", "applicant", "proprietor", "assignee", "权利人", "专利权人", "申请人", "注册人", "著作权人"),
  /// Separated by semicolons.
  CLASSES("class", "ipc", "niceclass", "classification", "分类号", "类别", "国际分类", "商品类别"),
  /// The agency's or the department's own.
  OUR_REFERENCE("ourref", "docket", "docketnumber", "reference", "我方案号", "案号", "内部编号", "本所案号"),
  /// The client's.
  CLIENT_REFERENCE("clientref", "yourref", "客户案号", "客户编号");

  /// Joined by `|`, which no column's name has once it is plain.
  private final String names;

  PortfolioField(String... names) {
    this.names = String.join("|", names);
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public List<String> names() {
    return List.of(names.split("\\|", -1));
  }
}
