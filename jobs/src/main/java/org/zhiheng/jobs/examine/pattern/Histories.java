package org.zhiheng.jobs.examine.pattern;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.zhiheng.values.RightId;

/// What became of the filings: passed on, decided against, cancelled for non-use.
final class Histories {

  private static final java.util.regex.Pattern BAD_FAITH =
      java.util.regex.Pattern.compile(
          "恶意|囤积|抢注|不以使用为目的|不正当手段|第四条|第四十四条第一款|bad faith|hoard|squat|not for use");
  private static final java.util.regex.Pattern NON_USE =
      java.util.regex.Pattern.compile("不使用|未使用|撤三|第四十九条|non-use|nonuse|not used");

  private Histories() {}

  /// What the words of a decision say of its ground.
  static Evidence.Ground ground(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty()) {
      return Evidence.Ground.NOT_RECORDED;
    }
    if (BAD_FAITH.matcher(plain).find()) {
      return Evidence.Ground.BAD_FAITH;
    }
    return NON_USE.matcher(plain).find() ? Evidence.Ground.NON_USE : Evidence.Ground.OTHER;
  }

  static Factor resale(Factors factors, int monthsMax) {
    List<Evidence.Transfer> transfers = new ArrayList<>();
    TreeSet<RightId> assigned = new TreeSet<>();
    TreeSet<RightId> early = new TreeSet<>();
    TreeSet<RightId> tied = new TreeSet<>();
    TreeSet<String> recipients = new TreeSet<>();
    for (Filing filing : factors.filings()) {
      for (Happening happening : filing.happenings()) {
        if (happening.kind() != Happening.Kind.ASSIGNED) {
          continue;
        }
        assigned.add(filing.right());
        if (happening.ties() == Happening.Ties.TIED) {
          tied.add(filing.right());
          continue;
        }
        filing
            .filedOn()
            .ifPresent(filed -> {
              long months = ChronoUnit.MONTHS.between(filed, happening.on());
              if (happening.on().isBefore(filed.plusMonths(monthsMax))
                  && !happening.on().isBefore(filed)
                  && early.add(filing.right())) {
                recipients.add(happening.text());
                transfers.add(
                    new Evidence.Transfer(
                        filing.right(),
                        filing.name(),
                        filed,
                        happening.on(),
                        months,
                        happening.text()));
              }
            });
      }
    }
    transfers.sort(
        Comparator.comparingLong(Evidence.Transfer::months)
            .thenComparing(Evidence.Transfer::right));
    return factors.of(
        Factor.Kind.RESALE,
        List.of(
            factors.share(
                "assigned",
                assigned.size(),
                factors.count(),
                "filings",
                new Said("已转让的申请", "filings that were assigned"),
                assigned),
            factors.share(
                "assigned-early-untied",
                early.size(),
                factors.count(),
                "filings",
                new Said(
                    "申请后 " + monthsMax + " 个月内转让给未见关联者",
                    "assigned within "
                        + monthsMax
                        + " months of filing to somebody with no recorded tie"),
                early),
            factors.count(
                "recipients",
                recipients.size(),
                "parties",
                new Said("受让人数", "different recipients of those"),
                early),
            factors.count(
                "assigned-tied",
                tied.size(),
                "filings",
                new Said("转让给有登记关联者", "assigned to somebody with a recorded tie"),
                tied)),
        transfers,
        Factor.Confidence.RECORDED,
        new Said(
            "转让依登记事件；“未见关联”指登记簿中未见同一主体、共同申请或同一地址。",
            "Assignments as recorded; no tie means: not the same party, no filing together, no shared"
                + " address on record."));
  }

  static Factor decisions(Factors factors) {
    List<Evidence.Decision> decisions = new ArrayList<>();
    for (Filing filing : factors.filings()) {
      for (Happening happening : filing.happenings()) {
        if (happening.kind() != Happening.Kind.ASSIGNED) {
          decisions.add(
              new Evidence.Decision(
                  filing.right(), filing.name(), happening, ground(happening.text())));
        }
      }
    }
    decisions.sort(
        Comparator.comparing((Evidence.Decision one) -> one.happening().on())
            .thenComparing(Evidence.Decision::right)
            .thenComparing(one -> one.happening().kind()));
    List<Figure> figures = new ArrayList<>();
    for (Happening.Kind kind : Happening.Kind.values()) {
      if (kind != Happening.Kind.ASSIGNED) {
        TreeSet<RightId> rights = new TreeSet<>();
        decisions.stream()
            .filter(one -> one.happening().kind() == kind)
            .forEach(one -> rights.add(one.right()));
        figures.add(
            factors.share(
                kind.code(), rights.size(), factors.count(), "filings", label(kind), rights));
      }
    }
    TreeSet<RightId> badFaith = new TreeSet<>();
    TreeSet<RightId> groundless = new TreeSet<>();
    for (Evidence.Decision one : decisions) {
      switch (one.ground()) {
        case BAD_FAITH -> badFaith.add(one.right());
        case NOT_RECORDED -> groundless.add(one.right());
        case NON_USE, OTHER -> {}
      }
    }
    figures.add(
        factors.share(
            "decided-bad-faith",
            badFaith.size(),
            factors.count(),
            "filings",
            new Said("记载的理由提及恶意、囤积或不正当手段", "the recorded ground speaks of bad faith or hoarding"),
            badFaith));
    figures.add(
        factors.count(
            "ground-not-recorded",
            groundless.size(),
            "filings",
            new Said("理由未记载", "decisions whose ground is not recorded"),
            groundless));
    return factors.of(
        Factor.Kind.DECISIONS,
        figures,
        decisions,
        decisions.isEmpty() ? Factor.Confidence.THIN : Factor.Confidence.RECORDED,
        new Said(
            "仅依登记簿所载决定及其文字；未登记的决定看不到。",
            "Only decisions on record and their words; what is not recorded is not seen."));
  }

  static Factor nonUse(Factors factors) {
    List<Evidence.Decision> cancelled = new ArrayList<>();
    TreeSet<RightId> rights = new TreeSet<>();
    for (Filing filing : factors.filings()) {
      for (Happening happening : filing.happenings()) {
        if (happening.kind() == Happening.Kind.CANCELLED
            && ground(happening.text()) == Evidence.Ground.NON_USE) {
          rights.add(filing.right());
          cancelled.add(
              new Evidence.Decision(
                  filing.right(), filing.name(), happening, Evidence.Ground.NON_USE));
        }
      }
    }
    cancelled.sort(
        Comparator.comparing((Evidence.Decision one) -> one.happening().on())
            .thenComparing(Evidence.Decision::right));
    return factors.of(
        Factor.Kind.NON_USE,
        List.of(
            factors.share(
                "cancelled-for-non-use",
                rights.size(),
                factors.count(),
                "filings",
                new Said("因连续三年不使用被撤销", "cancelled for three years without use"),
                rights)),
        cancelled,
        Factor.Confidence.RECORDED,
        new Said(
            "依撤销的记载理由；是否实际使用，登记簿不记载。",
            "By the recorded ground of cancellation; whether a mark is in use no register says."));
  }

  private static Said label(Happening.Kind kind) {
    return switch (kind) {
      case REFUSED -> new Said("被驳回", "refused");
      case OPPOSED -> new Said("被异议", "opposed");
      case INVALIDATED -> new Said("被宣告无效", "declared invalid");
      case CANCELLED -> new Said("被撤销", "cancelled");
      case ASSIGNED -> new Said("已转让", "assigned");
      case WITHDRAWN -> new Said("已撤回", "withdrawn");
    };
  }
}
