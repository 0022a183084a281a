package org.zhiheng.jobs.prove.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// A licence of a set of data, as whoever deposited it stated. It stands in the signed statement as
/// facts whose names begin with `licence.`.
///
/// @param licensor who grants
/// @param licensee to whom
/// @param scope what may be done
/// @param from first day
/// @param to last day, included; empty where it is open
/// @param exclusive whether nobody else may be granted the same
/// @param sublicence whether the licensee may grant on
public record Licence(
    String licensor,
    String licensee,
    String scope,
    LocalDate from,
    Optional<LocalDate> to,
    boolean exclusive,
    boolean sublicence) {

  private static final int TEXT_LENGTH_MAX = 1_000;
  private static final String LICENSOR = "licence.licensor";

  /// @throws ProblemsException with all that is wrong: `data-licence`
  public Licence {
    List<Problem> problems = new ArrayList<>();
    text("licensor", licensor, problems);
    text("licensee", licensee, problems);
    text("scope", scope, problems);
    if (to.isPresent() && to.get().isBefore(from)) {
      problems.add(
          Problem.of(
              "data-licence",
              "to",
              from + " to " + to.get(),
              "The last day is not before the first."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  private static void text(String name, String text, List<Problem> problems) {
    if (text.isBlank() || text.length() > TEXT_LENGTH_MAX || !text.equals(text.strip())) {
      problems.add(
          Problem.of(
              "data-licence",
              name,
              text,
              "It is there, has at most 1,000 signs, no space at its ends."));
    }
  }

  /// As facts.
  SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(LICENSOR, licensor);
    facts.put("licence.licensee", licensee);
    facts.put("licence.scope", scope);
    facts.put("licence.from", from.toString());
    to.ifPresent(day -> facts.put("licence.to", day.toString()));
    facts.put("licence.exclusive", Boolean.toString(exclusive));
    facts.put("licence.sublicence", Boolean.toString(sublicence));
    return facts;
  }

  /// Reads what [#facts] wrote; nothing where the facts are not those of a licence.
  static Optional<Licence> of(SortedMap<String, String> facts) {
    if (!facts.containsKey(LICENSOR)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Licence(
              facts.get(LICENSOR),
              facts.getOrDefault("licence.licensee", ""),
              facts.getOrDefault("licence.scope", ""),
              LocalDate.parse(facts.getOrDefault("licence.from", "")),
              Optional.ofNullable(facts.get("licence.to")).map(LocalDate::parse),
              Boolean.parseBoolean(facts.get("licence.exclusive")),
              Boolean.parseBoolean(facts.get("licence.sublicence"))));
    } catch (DateTimeException | ProblemsException unfit) {
      return Optional.empty();
    }
  }

  /// What is doubtful about a chain of licences, licence by licence: nothing is refused for it.
  ///
  /// @param holder of the set
  /// @param chain oldest deposit first
  static List<List<Said>> doubts(String holder, List<Licence> chain) {
    List<List<Said>> all = new ArrayList<>();
    for (int at = 0; at < chain.size(); at++) {
      Licence one = chain.get(at);
      List<Licence> before = chain.subList(0, at);
      List<Said> doubts = new ArrayList<>();
      // what the holder was granted is where the chain begins
      if (!one.licensor.equals(holder) && !one.licensee.equals(holder)) {
        List<Licence> grants =
            before.stream().filter(other -> other.licensee.equals(one.licensor)).toList();
        if (grants.isEmpty()) {
          doubts.add(
              new Said(
                  "许可人不是数据持有人，链条中也没有其所得许可。",
                  "The licensor is not the holder, and nothing before it grants to them."));
        } else if (grants.stream().noneMatch(Licence::sublicence)) {
          doubts.add(
              new Said(
                  "许可人所得许可不含再许可。", "What the licensor was granted does not let them grant on."));
        } else if (grants.stream().noneMatch(one::within)) {
          doubts.add(
              new Said("期间超出许可人所得许可的期间。", "It runs outside the days the licensor was granted."));
        }
      }
      if (before.stream()
          .anyMatch(other ->
              other.exclusive
                  && !other.licensee.equals(one.licensor)
                  && other.licensor.equals(one.licensor)
                  && other.overlaps(one))) {
        doubts.add(new Said("与在先独占许可期间重叠。", "It overlaps an exclusive licence granted before it."));
      }
      all.add(List.copyOf(doubts));
    }
    return List.copyOf(all);
  }

  private boolean within(Licence grant) {
    return grant.sublicence
        && !from.isBefore(grant.from)
        && (grant.to.isEmpty() || (to.isPresent() && !to.get().isAfter(grant.to.get())));
  }

  private boolean overlaps(Licence other) {
    return (to.isEmpty() || !other.from.isAfter(to.get()))
        && (other.to.isEmpty() || !from.isAfter(other.to.get()));
  }
}
