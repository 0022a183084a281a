package org.zhiheng.store.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.store.postgres.search.Grams;
import org.zhiheng.store.postgres.search.SearchText;
import org.zhiheng.store.postgres.search.Spelling;

/// What a query asks, as SQL conditions over `right_record r`, and the ways to rows that may meet
/// them.
///
/// @param where the query's conditions and its words, each checked on the row itself
/// @param range the part of them that the order index answers: organisation, dates, cursor
/// @param candidates a way through another index to a superset of the rows; empty when there is
///   none
/// @param number the beginning of a number, when that is all that is asked beyond `range`
record Conditions(Sql where, Sql range, Optional<Sql> candidates, Optional<Numbered> number) {

  /// The beginning of a number, which may also stand in texts.
  ///
  /// @param beginning as [Spelling#sought] gives it
  /// @param runs the word's, as texts have them
  record Numbered(String beginning, List<String> runs) {
    Numbered {
      runs = List.copyOf(runs);
    }
  }

  /// A piece of SQL and its parameters.
  record Sql(String text, List<Object> parameters) {
    Sql {
      parameters = List.copyOf(parameters);
    }
  }

  /// Pieces being joined.
  private static final class Pieces {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Pieces and(String condition, Object... values) {
      if (!text.isEmpty()) {
        text.append(" and ");
      }
      text.append(condition);
      parameters.addAll(List.of(values));
      return this;
    }

    Sql sql() {
      return new Sql(text.isEmpty() ? "true" : text.toString(), parameters);
    }
  }

  /// A word of the term.
  ///
  /// @param runs its runs
  /// @param number its form as the beginning of a number, if it may be one
  private record Word(List<String> runs, Optional<String> number) {}

  /// Of a query over one's own rights.
  ///
  /// @param group the query's party and those merged into it
  static Conditions of(RightQuery query, List<Long> group) {
    Pieces where = new Pieces();
    Grams grams = new Grams();
    facets(query, where, grams);
    if (query.party().isPresent()) {
      where.and(
          "exists (select from right_party p where p.right_id = r.id and p.party_id = any(?))",
          (Object) group.toArray(Long[]::new));
    }
    List<Word> words = words(query.term());
    words.forEach(word -> add(word, where));
    boolean wordOnly = query.party().isEmpty() && grams.sorted().length == 0 && words.size() == 1;
    Optional<Numbered> number =
        wordOnly && query.classPrefix().isBlank() ? numbered(words.getFirst()) : Optional.empty();
    return new Conditions(
        where.sql(), range(query), candidates(query, group, words, grams), number);
  }

  private static void facets(RightQuery query, Pieces where, Grams grams) {
    query
        .kind()
        .ifPresent(kind -> {
          where.and("r.kind = ?", kind.code());
          grams.addFacet("kind", kind.code());
        });
    query
        .office()
        .ifPresent(office -> {
          where.and("r.office = ?", office.code());
          grams.addFacet("office", office.code());
        });
    if (!query.stage().isEmpty()) {
      where.and("r.stage = ?", query.stage());
      grams.addFacet("stage", query.stage());
    }
    if (!query.region().isEmpty()) {
      where.and("r.region = ?", query.region());
      grams.addFacet("region", query.region());
    }
    String prefix = query.classPrefix().strip();
    if (!prefix.isEmpty()) {
      where.and("r.classes like ?", "% " + escaped(prefix) + "%");
      Projection.CLASS_LENGTHS.stream()
          .filter(length -> length <= prefix.length())
          .reduce((_, longer) -> longer)
          .ifPresent(length -> grams.addFacet("class", prefix.substring(0, length)));
    }
  }

  private static void add(Word word, Pieces where) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String run : word.runs()) {
      text.append(text.isEmpty() ? "" : " and ").append("r.search_text like ?");
      parameters.add(SearchText.pattern(run));
    }
    if (word.number().isPresent()) {
      text.append(text.isEmpty() ? "" : " or ").append("r.number_text like ?");
      parameters.add("% " + word.number().get() + "%");
    }
    if (!text.isEmpty()) {
      where.and("(" + text + ")", parameters.toArray());
    }
  }

  private static Sql range(RightQuery query) {
    Pieces range = new Pieces();
    range.and("r.organisation = ?", query.viewer().number());
    query.noticedFrom().ifPresent(from -> range.and("r.noticed_on >= ?", from));
    query.noticedTo().ifPresent(to -> range.and("r.noticed_on < ?", to));
    query
        .after()
        .ifPresent(after ->
            range.and("(r.noticed_on, r.id) < (?, ?)", after.noticedOn(), after.id().number()));
    return range.sql();
  }

  // words that can only be texts, and facets, all stand in one set of codes; with nothing but
  // numbers, the longest of them leads
  private static Optional<Sql> candidates(
      RightQuery query, List<Long> group, List<Word> words, Grams grams) {
    if (query.party().isPresent()) {
      return Optional.of(
          new Sql(
              "r.id in (select right_id from right_party where party_id = any(?))",
              List.of((Object) group.toArray(Long[]::new))));
    }
    boolean texts = false;
    boolean longer = false;
    List<String> singles = new ArrayList<>();
    Optional<Word> longest = Optional.empty();
    for (Word word : words) {
      if (word.number().isEmpty()) {
        for (String run : word.runs()) {
          grams.addSought(run);
          if (Grams.single(run)) {
            singles.add(run);
          } else {
            longer = true;
          }
        }
        texts |= !word.runs().isEmpty();
      } else if (longest.isEmpty()
          || word.number().get().length() > longest.get().number().orElse("").length()) {
        longest = Optional.of(word);
      }
    }
    if (!texts && longest.isPresent()) {
      return Optional.of(numbered(query, longest.get(), grams));
    }
    // a single unit stands for thousands of codes: longer runs, where there are any, lead alone
    return coded(grams.sorted(), longer ? List.of() : singles);
  }

  // by the codes that must all be there, and for each single unit one of those it begins
  private static Optional<Sql> coded(int[] codes, List<String> singles) {
    Pieces pieces = new Pieces();
    if (codes.length > 0) {
      pieces.and("r.grams @> ?", codes);
    }
    for (String single : singles) {
      int first = Grams.firstOf(single);
      pieces.and(
          "r.grams && (select array_agg(code) from search_code where code between ? and ?)",
          first,
          first | 0xFFFF);
    }
    return pieces.text.isEmpty() ? Optional.empty() : Optional.of(pieces.sql());
  }

  private static Optional<Numbered> numbered(Word word) {
    return word.number().map(number -> new Numbered(number, word.runs()));
  }

  // rows whose text has the word, and rows with such a number
  private static Sql numbered(RightQuery query, Word word, Grams grams) {
    String number = word.number().orElseThrow();
    List<Object> parameters = new ArrayList<>();
    word.runs().forEach(grams::addSought);
    parameters.add(grams.sorted());
    StringBuilder text =
        new StringBuilder(
            "r.id in (select id from right_record where grams @> ?"
                + " union all select right_id from right_number where organisation = ?"
                + " and spelling like ?");
    parameters.add(query.viewer().number());
    parameters.add(number + "%");
    Optional<String> without = Spelling.withoutOffice(number);
    if (without.isPresent()) {
      text.append(
          " union all select right_id from right_number where organisation = ?"
              + " and spelling like ?");
      parameters.add(query.viewer().number());
      parameters.add(without.get() + "%");
    }
    return new Sql(text.append(")").toString(), parameters);
  }

  private static List<Word> words(String term) {
    List<Word> words = new ArrayList<>();
    for (String word : term.strip().split("[\\s\\u3000]+", -1)) {
      Word found = new Word(SearchText.runs(word), Spelling.sought(word));
      if (!found.runs().isEmpty() || found.number().isPresent()) {
        words.add(found);
      }
    }
    return words;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
