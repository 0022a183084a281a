package org.zhiheng.jobs.examine.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.register.right.Right;
import org.zhiheng.similarity.word.Rating;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Lists the marks that were forgotten when some of a holder's marks are to be assigned or pledged:
/// the holder's others that are identical or similar on the same or similar goods.
///
/// The holder is a party of the register under all its names, not a spelling. Cost: one comparison
/// for each pair of an assigned mark and another of the same holder; records are read in full only
/// of those that are alike. Safe for many threads.
///
/// Source: Trademark Law of China (2019), article 42; Implementing Regulations (2014), article 31.
public final class CoAssignment {

  /// Most marks that one filing moves, as we read it: more are filed in parts.
  public static final int GIVEN_MAX = 2_000;

  /// Most pairs that are compared for one answer: 2,000 marks beside 50,000 others. At 300,000 a
  /// second this is some five minutes; the usual case is a handful of marks.
  public static final long PAIRS_MAX = 100_000_000;

  private static final Comparator<CoMark> MOST_URGENT_FIRST =
      Comparator.comparing(CoMark::duty)
          .thenComparing(
              Comparator.comparingDouble((CoMark mark) -> mark.rating().order()).reversed())
          .thenComparing(CoMark::right);

  private final Rights rights;
  private final Parties parties;
  private final Words words;
  private final GoodsNearnessBetween goods;

  /// Over these stores; names are compared by `words`, goods by `goods`.
  public CoAssignment(Rights rights, Parties parties, Words words, GoodsNearnessBetween goods) {
    this.rights = rights;
    this.parties = parties;
    this.words = words;
    this.goods = goods;
  }

  /// What an assignment of these marks leaves behind, at [Likeness#WIDE].
  ///
  /// @throws ProblemsException as [#list] does
  public CoAssignmentList check(Acting acting, Set<RightId> assigned) {
    return list(acting, assigned, CoAssignmentList.Purpose.ASSIGNMENT, Likeness.WIDE);
  }

  /// What a pledge of these marks leaves behind, at [Likeness#WIDE].
  ///
  /// @throws ProblemsException as [#list] does
  public CoAssignmentList forPledge(Acting acting, Set<RightId> pledged) {
    return list(acting, pledged, CoAssignmentList.Purpose.PLEDGE, Likeness.WIDE);
  }

  /// What moving these marks leaves behind.
  ///
  /// @throws ProblemsException `forbidden` without the right to read; `marks-none` when nothing is
  ///   given, `marks-too-many` above [#GIVEN_MAX] or [#PAIRS_MAX], `right-unknown` and `not-a-mark`
  ///   for what is no mark of one's own
  public CoAssignmentList list(
      Acting acting, Set<RightId> given, CoAssignmentList.Purpose purpose, Likeness likeness) {
    acting.must(Permission.READ);
    List<Moved> moved = moved(acting, given);
    TreeSet<PartyId> holders = new TreeSet<>();
    List<RightId> holderUnknown = new ArrayList<>();
    for (Moved one : moved) {
      if (one.holders.isEmpty()) {
        holderUnknown.add(one.id);
      }
      holders.addAll(one.holders);
    }
    Others others = others(acting, holders, new TreeSet<>(given));
    Comparing comparing = new Comparing(acting, moved, likeness);
    if ((long) moved.size() * others.living.size() > PAIRS_MAX) {
      throw new ProblemsException(
          Problem.of(
              "marks-too-many",
              "marks",
              moved.size() + " × " + others.living.size(),
              "At most " + PAIRS_MAX + " pairs are compared for one answer: give fewer marks."));
    }
    others.living.values().forEach(comparing::compare);
    comparing.found.sort(MOST_URGENT_FIRST);
    List<RightId> unread = new ArrayList<>(comparing.unread);
    moved.stream().filter(one -> one.mark.isEmpty()).map(one -> one.id).forEach(unread::add);
    unread.sort(Comparator.naturalOrder());
    return new CoAssignmentList(
        purpose,
        moved.stream().map(one -> one.id).toList(),
        List.copyOf(holders),
        comparing.found.stream().filter(one -> one.duty() != CoMark.Duty.OTHER_GOODS).toList(),
        comparing.found.stream().filter(one -> one.duty() == CoMark.Duty.OTHER_GOODS).toList(),
        unread,
        holderUnknown,
        others.living.size() - comparing.unread.size(),
        others.ended,
        likeness,
        Words.ORDER,
        comparing.goods.basis(),
        forComplete(others.living.size(), others.ended),
        againstComplete(unread.size(), holderUnknown.size()),
        CoAssignmentLaw.sources(purpose));
  }

  /// A mark that is to move.
  private record Moved(
      RightId id, String name, Optional<WordMark> mark, MarkedGoods goods, Set<PartyId> holders) {
    Moved {
      holders = Set.copyOf(holders);
    }
  }

  /// The holders' other marks.
  private record Others(NavigableMap<RightId, RightRow> living, int ended) {}

  private List<Moved> moved(Acting acting, Set<RightId> given) {
    if (given.isEmpty() || given.size() > GIVEN_MAX) {
      throw new ProblemsException(
          Problem.of(
              given.isEmpty() ? "marks-none" : "marks-too-many",
              "marks",
              Integer.toString(given.size()),
              "Give from 1 to " + GIVEN_MAX + " marks."));
    }
    List<Problem> problems = new ArrayList<>();
    List<Moved> moved = new ArrayList<>();
    for (RightId id : new TreeSet<>(given)) {
      Optional<RightRecord> record =
          rights
              .find(acting.organisation(), id)
              .filter(found -> found.organisation().equals(acting.organisation()));
      if (record.isEmpty()) {
        problems.add(
            Problem.of(
                "right-unknown",
                "marks",
                id.toString(),
                "There is no such right among one's own."));
      } else if (record.get().kind() != RightKind.MARK) {
        problems.add(
            Problem.of("not-a-mark", "marks", id.toString(), "Only marks move together this way."));
      } else {
        Right right = fold(record.get());
        String name = name(right);
        List<String> owners = right.owners().stream().map(Fact.Share::name).toList();
        moved.add(
            new Moved(
                id,
                name,
                words.read(name).found(),
                MarkedGoods.of(right.bibliography()),
                Set.copyOf(parties.named(acting.organisation(), owners).values())));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return moved;
  }

  /// Every mark that one of these parties owns now, but for those given.
  private Others others(Acting acting, Set<PartyId> holders, Set<RightId> given) {
    TreeMap<RightId, RightRow> living = new TreeMap<>();
    TreeSet<RightId> ended = new TreeSet<>();
    for (PartyId holder : holders) {
      Map<String, Boolean> known = new TreeMap<>();
      rights.each(
          marksOf(acting, holder),
          row -> {
            if (given.contains(row.id()) || !owned(acting, row, holder, known)) {
              return;
            }
            if (stage(row).ended()) {
              ended.add(row.id());
            } else {
              living.put(row.id(), row);
            }
          });
    }
    return new Others(living, ended.size());
  }

  private static RightQuery marksOf(Acting acting, PartyId holder) {
    return new RightQuery(
        acting.organisation(),
        RightQuery.Scope.OWN,
        "",
        Optional.of(RightKind.MARK),
        Optional.empty(),
        "",
        "",
        "",
        Optional.of(holder),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RightQuery.LIMIT_MAX);
  }

  /// The query finds a party in any role: an agent or a former owner is not the holder.
  private boolean owned(Acting acting, RightRow row, PartyId holder, Map<String, Boolean> known) {
    return known.computeIfAbsent(
        row.holder(),
        text -> {
          List<String> names = new ArrayList<>(List.of(text.split("; ", -1)));
          names.add(text);
          return parties.named(acting.organisation(), names).containsValue(holder);
        });
  }

  private static LifeStage stage(RightRow row) {
    return LifeStage.parse(row.stage()).orThrow();
  }

  private static Right fold(RightRecord record) {
    return Right.fold(record.kind(), record.office(), record.events(), SameParty.BY_NAME).right();
  }

  private static String name(Right right) {
    return right.bibliography().titles().isEmpty()
        ? right.bibliography().sign().map(sign -> sign.word()).orElse("")
        : right.bibliography().titles().getFirst().text();
  }

  /// One check under way; for one thread.
  private final class Comparing {
    private final Acting acting;
    private final List<Moved> moved;
    private final Likeness likeness;
    private final GoodsNearnessBetween goods = CoAssignment.this.goods.fixed();
    private final List<CoMark> found = new ArrayList<>();
    private final List<RightId> unread = new ArrayList<>();

    Comparing(Acting acting, List<Moved> moved, Likeness likeness) {
      this.acting = acting;
      this.moved = moved;
      this.likeness = likeness;
    }

    /// Keeps the row when it is alike: beside the assigned mark for which the duty is strictest, of
    /// those the most alike.
    void compare(RightRow row) {
      Optional<WordMark> mark = words.read(row.title()).found();
      if (mark.isEmpty()) {
        unread.add(row.id());
        return;
      }
      Optional<MarkedGoods> ownGoods = Optional.empty();
      Optional<CoMark> best = Optional.empty();
      for (Moved one : moved) {
        if (one.mark.isEmpty()) {
          continue;
        }
        Rating rating = words.rate(one.mark.get(), mark.get());
        boolean identical = one.mark.get().form().equals(mark.get().form());
        if (!identical && rating.order() * 1000 < likeness.perMille()) {
          continue;
        }
        if (ownGoods.isEmpty()) {
          ownGoods = Optional.of(goodsOf(row.id()));
        }
        CoMark listed = listed(row, mark.get(), one, rating, identical, ownGoods.get());
        if (best.isEmpty() || MOST_URGENT_FIRST.compare(listed, best.get()) < 0) {
          best = Optional.of(listed);
        }
      }
      best.ifPresent(found::add);
    }

    private MarkedGoods goodsOf(RightId id) {
      return rights
          .find(acting.organisation(), id)
          .map(record -> MarkedGoods.of(fold(record).bibliography()))
          .orElse(new MarkedGoods(new TreeSet<>(), new TreeSet<>(), List.of()));
    }

    private CoMark listed(
        RightRow row,
        WordMark mark,
        Moved one,
        Rating rating,
        boolean identical,
        MarkedGoods ownGoods) {
      GoodsNearness near = goods.between(one.goods, ownGoods);
      boolean registered = stage(row).inForce();
      CoMark.Duty duty =
          switch (near) {
            case SAME_OR_SIMILAR -> registered ? CoMark.Duty.MOVE_TOGETHER : CoMark.Duty.CHECK;
            case CLASS_ONLY, UNKNOWN -> CoMark.Duty.CHECK;
            case UNRELATED -> CoMark.Duty.OTHER_GOODS;
          };
      return new CoMark(
          row.id(),
          row.title(),
          row.number(),
          stage(row),
          one.id,
          one.name,
          identical,
          rating,
          words.compare(one.mark.orElseThrow(), mark),
          near,
          duty,
          CoAssignmentLaw.reason(duty, near, identical, registered));
    }
  }

  private static List<Said> forComplete(int living, int ended) {
    return List.of(
        new Said(
            "已将登记簿中同一权利人（含其合并的名称）的其他 " + living + " 件有效或在审商标逐件比对。",
            "Every other mark of the same holders, under all their merged names, that lives or is"
                + " pending was compared: "
                + living
                + "."),
        new Said("已失效的 " + ended + " 件未列入。", ended + " marks that have ended were left out."));
  }

  private static List<Said> againstComplete(int unread, int holderUnknown) {
    List<Said> against = new ArrayList<>();
    against.add(
        new Said(
            "登记簿中没有的商标、未合并为同一主体的名称，本清单看不到。",
            "Marks that are not in this register, and names not merged into the same party, are not"
                + " seen."));
    against.add(
        new Said(
            "近似程度的界限为本系统自定，法律没有数值；图形未比对。",
            "The limit of likeness is ours, the law has no figure; pictures were not compared."));
    if (unread > 0) {
      against.add(
          new Said(
              unread + " 件没有可读文字，须人工比对。",
              unread + " marks have no words that could be read; a person compares them."));
    }
    if (holderUnknown > 0) {
      against.add(
          new Said(
              holderUnknown + " 件的权利人不明，未能查找其他商标。",
              "Of "
                  + holderUnknown
                  + " given marks the holder is unknown; nothing was looked up."));
    }
    return against;
  }
}
