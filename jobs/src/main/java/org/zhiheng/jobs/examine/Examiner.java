package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.right.Right;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.goods.CrossItemRow;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.goods.GoodsRelationKind;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.NoteRow;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Looks for the earlier marks that stand in a new one's way.
///
/// The index proposes, the engine compares each proposal exactly, the register says what each mark
/// is today. Safe for many threads.
public final class Examiner {

  /// So many times more candidates are taken from the index than are listed: some fall out by their
  /// goods.
  private static final int SPARE = 5;

  /// Fewer are never taken.
  private static final int CANDIDATES_MIN = 200;

  private final Records records;
  private final Candidates candidates;
  private final Words words;
  private final GoodsShelf goods;

  /// Over this register and index.
  public Examiner(Records records, Candidates candidates, Words words, GoodsShelf goods) {
    this.records = records;
    this.candidates = candidates;
    this.words = words;
    this.goods = goods;
  }

  /// Examines a sign.
  ///
  /// @throws IOException when the index cannot be read
  /// @throws org.zhiheng.values.ProblemsException when the name is refused
  public Examined examine(Acting acting, Inquiry inquiry) throws IOException {
    acting.must(Permission.READ);
    long began = System.nanoTime();
    String space = MarkIndex.space(acting.organisation());
    WordMark mark = words.read(inquiry.name()).orThrow();
    Optional<GoodsTable> table = goods.latest();
    List<GoodsPlace> asked = places(inquiry.classes(), inquiry.groups());
    List<Hit> hits = new ArrayList<>();
    int leftOut = 0;
    CandidateQuery query =
        new CandidateQuery(space, mark, classes(asked, table), Set.of(), taken(inquiry));
    for (Candidate candidate : candidates.nearest(query)) {
      if (hits.size() == inquiry.top()) {
        break;
      }
      RightId id = RightId.parse(candidate.key()).orThrow();
      Optional<RightFile> file = records.show(acting, id);
      if (file.isEmpty()) {
        continue; // it left the register after the index was read
      }
      Hit hit = hit(mark, candidate, file.get(), inquiry, near(asked, file.get().right(), table));
      if (hit.goods().map(Examiner::apart).orElse(false)) {
        leftOut++;
      } else {
        hits.add(hit);
      }
    }
    return new Examined(
        inquiry,
        new Basis(
            candidates.version(space),
            candidates.count(space),
            Words.ORDER,
            table.map(one -> new Basis.GoodsBasis(one.edition(), one.digest())),
            "",
            0),
        hits,
        leftOut,
        cautions(asked, table),
        listDigest(hits),
        (System.nanoTime() - began) / 1_000);
  }

  /// Where the goods asked for stand; nowhere when none were named.
  private static List<GoodsPlace> places(Set<String> classes, Set<String> groups) {
    List<GoodsPlace> places = new ArrayList<>();
    Set<String> covered = new TreeSet<>();
    for (String group : new TreeSet<>(groups)) {
      places.add(place(group));
      covered.add(group.substring(0, 2));
    }
    for (String niceClass : new TreeSet<>(classes)) {
      if (!covered.contains(niceClass)) {
        places.add(new GoodsPlace.OfClass(niceClass));
      }
    }
    return places;
  }

  /// `2802`, or with its part as some records write it.
  private static GoodsPlace place(String group) {
    return new GoodsPlace.OfGroup(group.substring(0, 4));
  }

  /// The classes in which similar goods can stand: those asked for and, by the table's notes,
  /// others. All when none were asked for.
  private static Set<String> classes(List<GoodsPlace> asked, Optional<GoodsTable> table) {
    Set<String> classes = new TreeSet<>();
    for (GoodsPlace place : asked) {
      classes.add(place.niceClass());
      if (table.isPresent() && place instanceof GoodsPlace.OfGroup of) {
        tied(table.get(), of.group()).forEach(group -> classes.add(group.substring(0, 2)));
      }
    }
    return classes;
  }

  /// The groups that notes or items of both tie to this one.
  private static Set<String> tied(GoodsTable table, String group) {
    Set<String> tied = new TreeSet<>();
    for (NoteRow note : table.rows().notes()) {
      if (note.group().equals(group)) {
        tied.add(note.otherGroup());
      } else if (note.otherGroup().equals(group)) {
        tied.add(note.group());
      }
    }
    for (CrossItemRow cross : table.rows().crossItems()) {
      if (cross.groups().contains(group)) {
        tied.addAll(cross.groups());
      }
    }
    return tied;
  }

  private static Optional<GoodsRelation> near(
      List<GoodsPlace> asked, Right right, Optional<GoodsTable> table) {
    List<GoodsPlace> its =
        places(symbols(right, ClassScheme.NICE), symbols(right, ClassScheme.SIMILAR_GROUP));
    return asked.isEmpty() || its.isEmpty() || table.isEmpty()
        ? Optional.empty()
        : Optional.of(table.get().nearest(asked, its));
  }

  /// Nothing in the table brings the goods together, and nothing is left for a person to read.
  private static boolean apart(GoodsRelation relation) {
    return relation.kind() == GoodsRelationKind.UNRELATED && !relation.personReads();
  }

  private static List<Problem> cautions(List<GoodsPlace> asked, Optional<GoodsTable> table) {
    return asked.isEmpty() || table.isPresent()
        ? List.of()
        : List.of(
            Problem.of(
                "goods-table-missing",
                "",
                "",
                "No goods table is imported: which goods are similar was not looked at."));
  }

  private static int taken(Inquiry inquiry) {
    return Math.min(CandidateQuery.MOST_MAX, Math.max(CANDIDATES_MIN, SPARE * inquiry.top()));
  }

  private Hit hit(
      WordMark mark,
      Candidate candidate,
      RightFile file,
      Inquiry inquiry,
      Optional<GoodsRelation> near) {
    Right right = file.right();
    Scores scores =
        words
            .read(candidate.name())
            .found()
            .map(other -> words.compare(mark, other))
            .orElse(new Scores(java.util.Map.of()));
    return new Hit(
        file.record().id(),
        number(file),
        candidate.name(),
        holder(right),
        right.stage(),
        right.dates().filedOn(),
        right.dates().registeredOn(),
        symbols(right, ClassScheme.NICE),
        symbols(right, ClassScheme.SIMILAR_GROUP),
        near,
        scores,
        candidate.rating().order(),
        Standings.of(right, inquiry));
  }

  private static String number(RightFile file) {
    return file.record().numbers().isEmpty() ? "" : file.record().numbers().getLast().text();
  }

  private static String holder(Right right) {
    return right.owners().stream()
        .map(Fact.Share::name)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Set<String> symbols(Right right, ClassScheme scheme) {
    return right.bibliography().classes().stream()
        .filter(symbol -> symbol.scheme() == scheme)
        .map(ClassSymbol::symbol)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Over rank, right and order value of each hit, so that two lists can be told to be the same.
  static Digest listDigest(List<Hit> hits) {
    StringBuilder text = new StringBuilder();
    for (Hit hit : hits) {
      text.append(hit.right())
          .append(' ')
          .append(String.format(Locale.ROOT, "%.6f", hit.order()))
          .append('\n');
    }
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
