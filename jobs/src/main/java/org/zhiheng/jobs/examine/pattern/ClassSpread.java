package org.zhiheng.jobs.examine.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.values.RightId;

/// Classes filed in, against the classes of the applicant's business.
final class ClassSpread {

  private ClassSpread() {}

  /// The name that is filed in the most classes, as a house mark is; the first of equals.
  private static Optional<String> widest(List<Filing> filings) {
    TreeMap<String, TreeSet<String>> byName = new TreeMap<>();
    for (Filing filing : filings) {
      if (!name(filing).isEmpty()) {
        byName.computeIfAbsent(name(filing), _ -> new TreeSet<>()).addAll(filing.classes());
      }
    }
    Optional<String> widest = Optional.empty();
    int most = -1;
    for (Map.Entry<String, TreeSet<String>> one : byName.entrySet()) {
      if (one.getValue().size() > most) {
        most = one.getValue().size();
        widest = Optional.of(one.getKey());
      }
    }
    return widest;
  }

  private static String name(Filing filing) {
    return filing.name().strip().toLowerCase(Locale.ROOT);
  }

  static Factor of(Factors factors, NavigableSet<String> business) {
    TreeMap<String, TreeSet<RightId>> byClass = new TreeMap<>();
    TreeSet<RightId> without = new TreeSet<>();
    for (Filing filing : factors.filings()) {
      if (filing.classes().isEmpty()) {
        without.add(filing.right());
      }
      for (String niceClass : filing.classes()) {
        byClass.computeIfAbsent(niceClass, _ -> new TreeSet<>()).add(filing.right());
      }
    }
    TreeSet<RightId> classed = new TreeSet<>();
    byClass.values().forEach(classed::addAll);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        factors.count(
            "classes",
            byClass.size(),
            "classes",
            new Said("申请涉及的类别数", "classes filed in"),
            classed));
    widest(factors.filings())
        .ifPresent(widest -> {
          TreeSet<String> others = new TreeSet<>();
          TreeSet<RightId> rights = new TreeSet<>();
          for (Filing filing : factors.filings()) {
            if (!name(filing).isEmpty() && !name(filing).equals(widest)) {
              others.addAll(filing.classes());
              rights.add(filing.right());
            }
          }
          figures.add(
              factors.count(
                  "classes-beside-widest-name",
                  others.size(),
                  "classes",
                  new Said(
                      "除申请类别最多的名称外，其余名称的类别数", "classes of all names but the one filed in most"),
                  rights));
        });
    if (!business.isEmpty()) {
      TreeSet<String> beyond = new TreeSet<>(byClass.keySet());
      beyond.removeAll(business);
      TreeSet<RightId> filingsBeyond = new TreeSet<>();
      beyond.forEach(one -> filingsBeyond.addAll(byClass.getOrDefault(one, new TreeSet<>())));
      figures.add(
          factors.share(
              "classes-beyond-business",
              beyond.size(),
              byClass.size(),
              "classes",
              new Said("经营类别以外的类别", "classes beyond the business named"),
              filingsBeyond));
      figures.add(
          factors.share(
              "filings-beyond-business",
              filingsBeyond.size(),
              factors.count(),
              "filings",
              new Said("涉及经营类别以外的申请", "filings that reach beyond the business named"),
              filingsBeyond));
    }
    List<Evidence> uses = new ArrayList<>();
    byClass.forEach((niceClass, rights) ->
        uses.add(
            new Evidence.ClassUse(
                niceClass,
                business.isEmpty() ? Optional.empty() : Optional.of(business.contains(niceClass)),
                List.copyOf(rights))));
    return factors.of(
        Factor.Kind.CLASS_SPREAD,
        figures,
        uses,
        byClass.isEmpty() ? Factor.Confidence.THIN : Factor.Confidence.RECORDED,
        new Said(
            (business.isEmpty() ? "未给出经营类别，无法比较。" : "经营类别由查看人给出。") + without.size() + " 件未登记类别。",
            (business.isEmpty()
                    ? "No business classes were given, so nothing is compared. "
                    : "The business classes are the viewer's. ")
                + without.size()
                + " filings have no class on record."));
  }
}
