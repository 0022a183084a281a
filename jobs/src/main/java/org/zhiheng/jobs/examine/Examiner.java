package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.right.Right;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.figure.Figure;
import org.zhiheng.similarity.figure.FigureHit;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.goods.CrossItemRow;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.goods.GoodsRelationKind;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.NoteRow;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
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

  /// A figure that is less alike than this is no candidate. Ours.
  private static final double FIGURE_LEAST = 0.3;

  /// Marks of one name that are offered when a person names it.
  private static final int MEANT_MAX = 10;

  /// As alike as a name is to itself, but for rounding.
  private static final double MEANT_LEAST = 0.9999;

  /// What the screen of absolute grounds never looks at: nothing here reads a shape. Source:
  /// Trademark Law (2019), article 12.
  private static final Problem UNSEEN_SHAPES =
      Problem.of(
          "shape-not-looked-at",
          "",
          "",
          "Article 12 was not looked at: whether a three-dimensional sign has a shape that the goods"
              + " have by nature, need for a technical effect or owe their value to.");

  private final Records records;
  private final Candidates candidates;
  private final Comparing comparing;
  private final GoodsShelf goods;
  private final FigureDesk figures;

  /// Over this register and index.
  public Examiner(
      Records records,
      Candidates candidates,
      Comparing comparing,
      GoodsShelf goods,
      FigureDesk figures) {
    this.records = records;
    this.candidates = candidates;
    this.comparing = comparing;
    this.goods = goods;
    this.figures = figures;
  }

  /// A mark that may be near.
  ///
  /// @param right its id
  /// @param order what the order rule makes of the words, or how alike the figures are where that
  ///   is more
  /// @param figure how alike the figures are, where both have one
  private record Near(RightId right, double order, Optional<Alike> figure) {}

  /// The picture of a mark that is most like the one asked about.
  private record Alike(Digest picture, Score score) {}

  /// Examines a sign.
  ///
  /// @throws IOException when the index or a picture cannot be read
  /// @throws ProblemsException when the name or the picture is refused
  public Examined examine(Acting acting, Inquiry inquiry) throws IOException {
    acting.must(Permission.READ);
    long began = System.nanoTime();
    if (inquiry.name().isBlank() && inquiry.figure().isEmpty()) {
      throw new ProblemsException(
          Problem.of("name-empty", "name", "", "Give a name, a figure or both."));
    }
    String space = MarkIndex.space(acting.organisation());
    Optional<GoodsTable> table = goods.latest();
    List<GoodsPlace> asked = places(inquiry.classes(), inquiry.groups());
    List<Hit> hits = new ArrayList<>();
    int leftOut = 0;
    for (Near near : near(acting, space, inquiry, classes(asked, table))) {
      if (hits.size() == inquiry.top()) {
        break;
      }
      Optional<RightFile> file = records.show(acting, near.right());
      if (file.isEmpty()) {
        continue; // it left the register after the index was read
      }
      Hit hit = hit(near, file.get(), inquiry, near(asked, file.get().right(), table));
      if (hit.goods().map(Examiner::apart).orElse(false)) {
        leftOut++;
      } else {
        hits.add(hit);
      }
    }
    List<Scores> compared = hits.stream().map(Hit::scores).toList();
    List<Problem> cautions = new ArrayList<>(cautions(asked, table));
    cautions.addAll(Comparing.cautions(compared));
    cautions.add(UNSEEN_SHAPES);
    return new Examined(
        inquiry,
        new Basis(
            candidates.version(space),
            candidates.count(space),
            Words.ORDER,
            table.map(one -> new Basis.GoodsBasis(one.edition(), one.digest())),
            comparing.guideline(),
            inquiry.figure().map(_ -> figures.of(acting.organisation()).basis()),
            Basis.ModelBasis.of(compared)),
        hits,
        leftOut,
        comparing.grounds(inquiry, table),
        cautions,
        listDigest(hits),
        (System.nanoTime() - began) / 1_000);
  }

  /// The marks that a person means by this id, number or name; a name is meant whole.
  ///
  /// @throws IOException when the index cannot be read
  public List<RightId> meant(Acting acting, String typed) throws IOException {
    List<RightId> numbered = records.meant(acting, typed);
    Optional<WordMark> mark = comparing.words().read(typed).found();
    if (!numbered.isEmpty() || mark.isEmpty()) {
      return numbered;
    }
    CandidateQuery query =
        new CandidateQuery(
            MarkIndex.space(acting.organisation()), mark.get(), Set.of(), Set.of(), MEANT_MAX);
    return candidates.nearest(query).stream()
        .filter(candidate -> candidate.rating().order() >= MEANT_LEAST)
        .map(candidate -> RightId.parse(candidate.key()).orThrow())
        .toList();
  }

  /// Why a mark that a person names stands where it does in the list of an examination, or does
  /// not.
  ///
  /// @return empty when the acting one sees no such mark
  /// @throws IOException when the index or a picture cannot be read
  /// @throws ProblemsException when the name or the picture is refused
  public Optional<WhyNot> whyNot(Acting acting, Inquiry inquiry, RightId right) throws IOException {
    Examined examined = examine(acting, inquiry);
    Optional<RightFile> file =
        records.show(acting, right).filter(one -> one.right().kind() == RightKind.MARK);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<GoodsTable> table = goods.latest();
    List<GoodsPlace> asked = places(inquiry.classes(), inquiry.groups());
    Hit hit =
        hit(
            direct(acting, inquiry, file.get()),
            file.get(),
            inquiry,
            near(asked, file.get().right(), table));
    return Optional.of(new WhyNot(examined, hit, place(examined, hit)));
  }

  /// The nearness by the engine alone, whatever the index proposed.
  private Near direct(Acting acting, Inquiry inquiry, RightFile file) throws IOException {
    RightId right = file.record().id();
    Optional<WordMark> asked =
        inquiry.name().isBlank()
            ? Optional.empty()
            : Optional.of(comparing.words().read(inquiry.name()).orThrow());
    Optional<WordMark> its = comparing.words().read(name(file)).found();
    double order =
        asked.isPresent() && its.isPresent()
            ? comparing.words().rate(asked.get(), its.get()).order()
            : 0;
    Near near = new Near(right, order, Optional.empty());
    if (inquiry.figure().isEmpty()) {
      return near;
    }
    return alike(
            figures.deposited(acting, inquiry.figure().get()),
            figures.of(file.record().organisation()).of(right))
        .map(one -> with(near, one))
        .orElse(near);
  }

  private static WhyNot.Place place(Examined examined, Hit hit) {
    for (int at = 0; at < examined.hits().size(); at++) {
      if (examined.hits().get(at).right().equals(hit.right())) {
        return new WhyNot.Listed(at + 1);
      }
    }
    if (hit.goods().map(Examiner::apart).orElse(false)) {
      return new WhyNot.OtherGoods();
    }
    if (hit.order() == 0) {
      return new WhyNot.NothingInCommon();
    }
    boolean full = examined.hits().size() == examined.inquiry().top();
    return full && hit.order() <= examined.hits().getLast().order()
        ? new WhyNot.FurtherDown(examined.hits().getLast().order())
        : new WhyNot.NotProposed();
  }

  /// The marks near by words and those near by figure, best first, equals in the order of their
  /// ids.
  private List<Near> near(Acting acting, String space, Inquiry inquiry, Set<String> classes)
      throws IOException {
    Map<RightId, Near> found = new HashMap<>();
    int most = Math.min(CandidateQuery.MOST_MAX, Math.max(CANDIDATES_MIN, SPARE * inquiry.top()));
    if (!inquiry.name().isBlank()) {
      WordMark mark = comparing.words().read(inquiry.name()).orThrow();
      for (Candidate candidate :
          candidates.nearest(new CandidateQuery(space, mark, classes, Set.of(), most))) {
        RightId right = RightId.parse(candidate.key()).orThrow();
        found.put(right, new Near(right, candidate.rating().order(), Optional.empty()));
      }
    }
    if (inquiry.figure().isPresent()) {
      Figure figure = figures.deposited(acting, inquiry.figure().get());
      FigureDesk.Held held = figures.of(acting.organisation());
      for (FigureHit hit : held.shelf().nearest(figure, CANDIDATES_MIN)) {
        if (hit.score() < FIGURE_LEAST) {
          break;
        }
        RightId right = RightId.parse(hit.key()).orThrow();
        found.computeIfAbsent(right, one -> new Near(one, 0, Optional.empty()));
      }
      for (Map.Entry<RightId, Near> entry : found.entrySet()) {
        entry.setValue(
            alike(figure, held.of(entry.getKey()))
                .map(its -> with(entry.getValue(), its))
                .orElse(entry.getValue()));
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparingDouble(Near::order).reversed().thenComparing(Near::right))
        .toList();
  }

  private static Near with(Near near, Alike its) {
    return new Near(near.right(), Math.max(near.order(), its.score().value()), Optional.of(its));
  }

  private static Optional<Alike> alike(Figure figure, List<FigureDesk.Pictured> its) {
    return its.stream()
        .map(one -> new Alike(one.picture(), Figures.compare(figure, one.figure())))
        .max(Comparator.comparingDouble(one -> one.score().value()));
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

  private Hit hit(Near near, RightFile file, Inquiry inquiry, Optional<GoodsRelation> goodsNear) {
    Right right = file.right();
    String name = name(file);
    Scores scores = new Scores(Map.of());
    if (!inquiry.name().isBlank() && comparing.words().read(name).found().isPresent()) {
      scores =
          comparing.scores(
              comparing.words().read(inquiry.name()).orThrow(),
              comparing.words().read(name).orThrow());
    }
    if (near.figure().isPresent()) {
      scores = scores.with(Aspect.FIGURE, near.figure().get().score());
    }
    return new Hit(
        file.record().id(),
        number(file),
        name,
        holder(right),
        right.stage(),
        right.dates().filedOn(),
        right.dates().registeredOn(),
        right.bibliography().priorities().stream()
            .map(Bibliography.Priority::date)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder()),
        symbols(right, ClassScheme.NICE),
        symbols(right, ClassScheme.SIMILAR_GROUP),
        goodsNear,
        scores,
        near.order(),
        rules(inquiry.name(), name, scores),
        Standings.of(right, inquiry),
        near.figure()
            .map(Alike::picture)
            .or(() ->
                figures.of(file.record().organisation()).of(file.record().id()).stream()
                    .map(FigureDesk.Pictured::picture)
                    .findFirst()));
  }

  /// What applies, and what only a person can decide; the rest says nothing about this mark.
  private List<RuleFinding> rules(String asked, String name, Scores scores) {
    if (asked.isBlank() || name.isBlank()) {
      return List.of();
    }
    return comparing.rules(asked, name, scores).stream()
        .filter(rule -> rule.outcome() != RuleFinding.Outcome.DOES_NOT_APPLY)
        .toList();
  }

  /// Its words, as the index files them.
  private static String name(RightFile file) {
    String word = file.right().bibliography().sign().map(Bibliography.Sign::word).orElse("");
    return word.isBlank() ? file.title() : word;
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
      text.append(hit.right()).append(' ').append(ExaminationJson.order(hit)).append('\n');
    }
    return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
