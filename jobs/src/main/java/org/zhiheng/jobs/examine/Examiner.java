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
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;
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

  /// Over this register and index.
  public Examiner(Records records, Candidates candidates, Words words) {
    this.records = records;
    this.candidates = candidates;
    this.words = words;
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
    List<Hit> hits = new ArrayList<>();
    for (Candidate candidate :
        candidates.nearest(
            new CandidateQuery(space, mark, inquiry.classes(), inquiry.groups(), taken(inquiry)))) {
      if (hits.size() == inquiry.top()) {
        break;
      }
      RightId id = RightId.parse(candidate.key()).orThrow();
      Optional<RightFile> file = records.show(acting, id);
      if (file.isPresent()) {
        hits.add(hit(mark, candidate, file.get(), inquiry));
      }
    }
    return new Examined(
        inquiry,
        new Basis(
            candidates.version(space),
            candidates.count(space),
            Words.ORDER,
            Optional.empty(),
            "",
            0),
        hits,
        0,
        List.of(),
        listDigest(hits),
        (System.nanoTime() - began) / 1_000);
  }

  private static int taken(Inquiry inquiry) {
    return Math.min(CandidateQuery.MOST_MAX, Math.max(CANDIDATES_MIN, SPARE * inquiry.top()));
  }

  private Hit hit(WordMark mark, Candidate candidate, RightFile file, Inquiry inquiry) {
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
