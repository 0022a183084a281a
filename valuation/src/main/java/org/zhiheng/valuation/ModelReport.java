package org.zhiheng.valuation;

import java.time.LocalDate;
import java.util.List;

/// The whole answer, made of records that any format can hold. It always carries its notice.
///
/// @param notice what it is not, in Chinese and English; [#NOTICE]
/// @param subject what was valued
/// @param asOf the day for which it holds
/// @param currency ISO 4217
/// @param purpose what it is for
/// @param conclusion the range
/// @param methods side by side
/// @param remarks what a reader must know first
public record ModelReport(
    String notice,
    String subject,
    LocalDate asOf,
    String currency,
    String purpose,
    Conclusion conclusion,
    List<MethodResult> methods,
    List<Remark> remarks) {

  /// What stands on every page and in every export.
  public static final String NOTICE =
      "本报告为模型计算结果，不是《中华人民共和国资产评估法》所称的资产评估报告，不能单独作为发行依据。"
          + " This is a model report. It is no appraisal under the Asset Appraisal Law of the"
          + " People's Republic of China and cannot alone support an issue.";

  /// @throws IllegalArgumentException when the notice is another
  public ModelReport {
    methods = List.copyOf(methods);
    remarks = List.copyOf(remarks);
    if (!notice.equals(NOTICE)) {
      throw new IllegalArgumentException("a model report carries the notice of a model report");
    }
  }
}
