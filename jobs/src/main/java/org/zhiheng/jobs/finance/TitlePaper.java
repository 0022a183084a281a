package org.zhiheng.jobs.finance;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.values.Parsed;

/// The papers that speak for a title. Each is a document attached to the right and an event of the
/// same day, kept under the paper's code, that names the document by its digest: whoever attaches
/// it says that all it shows is entered here as events.
public enum TitlePaper {
  /// 专利登记簿副本: what the register showed on its day.
  REGISTER_EXTRACT,
  /// 质押合同
  PLEDGE_CONTRACT,
  /// 共有人同意或者特别约定
  CO_OWNER_CONSENT,
  /// 关于同日申请的声明: signed; that there is no twin, or that it is known and taken into account.
  TWIN_STATEMENT,
  /// 关于无效宣告程序的声明: signed; that none is pending, or that it is known and taken into account.
  INVALIDATION_STATEMENT,
  /// 关于许可的声明: signed; that the licences that run are known and taken into account.
  LICENCE_STATEMENT;

  /// `register-extract`: the code of its event, and its name in data, CLI and REST.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<TitlePaper> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (TitlePaper paper : values()) {
      if (paper.code().equals(code)) {
        return Parsed.ok(paper);
      }
    }
    return Parsed.refused(
        "title-paper",
        text,
        "A paper is one of "
            + Arrays.stream(values()).map(TitlePaper::code).collect(Collectors.joining(", "))
            + ".");
  }
}
