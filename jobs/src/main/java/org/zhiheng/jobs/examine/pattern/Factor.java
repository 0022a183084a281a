package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import java.util.Locale;

/// One factor, by itself.
///
/// @param kind which
/// @param figures with their inputs
/// @param evidence what they rest on, at most [#EVIDENCE_MAX]; the figures count all
/// @param evidenceLeftOut how much more there is
/// @param law by filing date
/// @param confidence how much the records bear
/// @param confidenceWhy in words
/// @param against what speaks against a bad reading of it
public record Factor(
    Kind kind,
    List<Figure> figures,
    List<Evidence> evidence,
    int evidenceLeftOut,
    List<LegalBasis> law,
    Confidence confidence,
    Said confidenceWhy,
    List<Said> against) {

  /// More is not read; the figures name every right.
  public static final int EVIDENCE_MAX = 500;

  /// Copies the lists.
  public Factor {
    figures = List.copyOf(figures);
    evidence = List.copyOf(evidence);
    law = List.copyOf(law);
    against = List.copyOf(against);
  }

  /// The figure of this code.
  ///
  /// @throws IllegalArgumentException when the factor has none
  public Figure figure(String code) {
    return figures.stream()
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no figure " + code + " in " + kind));
  }

  /// The factors, in the order they are shown.
  public enum Kind {
    /// 集中申请
    BURST,
    /// 类别跨度
    CLASS_SPREAD,
    /// 与他人在先商标近似
    RESEMBLANCE,
    /// 转让牟利痕迹
    RESALE,
    /// 既往决定
    DECISIONS,
    /// 不使用撤销
    NON_USE,
    /// 关联主体
    NETWORK,
    /// 批量生成的名称
    SERIES;

    /// `class-spread`: the name in data.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// How much the records bear.
  public enum Confidence {
    /// Dates and decisions as the office recorded them.
    RECORDED,
    /// Computed from what is recorded; another measure may say otherwise.
    COMPUTED,
    /// Too little is recorded to say anything.
    THIN
  }
}
