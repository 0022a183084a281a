package org.zhiheng.jobs.prove.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// One grant in the chain of licences of a data set. It stands in a signed statement of its own as
/// facts whose names begin with `licence.`.
///
/// @param licensor who grants
/// @param licensee to whom
/// @param grants what, in words
/// @param from first day
/// @param to last day, included; nothing where no end is stated
/// @param exclusive whether nobody else may be granted the same
/// @param sublicensable whether the licensee may grant it on
/// @param previous commitment (SHA-256, hexadecimal) of the link that the licensor holds by; empty
///   where not stated
public record LicenceLink(
    String licensor,
    String licensee,
    String grants,
    LocalDate from,
    Optional<LocalDate> to,
    boolean exclusive,
    boolean sublicensable,
    String previous) {

  static final String DEPOSIT = "licence.deposit";
  private static final String LICENSOR = "licence.licensor";
  private static final String LICENSEE = "licence.licensee";
  private static final String GRANTS = "licence.grants";
  private static final String FROM = "licence.from";
  private static final String TO = "licence.to";
  private static final String EXCLUSIVE = "licence.exclusive";
  private static final String SUBLICENSABLE = "licence.sublicensable";
  private static final String PREVIOUS = "licence.previous";
  private static final String YES = "yes";
  private static final int TEXT_LENGTH_MAX = 1_000;

  /// @throws ProblemsException with all that is wrong, `data-licence`
  public LicenceLink {
    List<Problem> problems = new ArrayList<>();
    text(LICENSOR, licensor, problems);
    text(LICENSEE, licensee, problems);
    text(GRANTS, grants, problems);
    if (licensor.equals(licensee)) {
      problems.add(wrong(LICENSEE, licensee, "Nobody grants a licence to himself."));
    }
    if (to.isPresent() && to.get().isBefore(from)) {
      problems.add(wrong(TO, to.get().toString(), "The last day is not before the first."));
    }
    if (!previous.matches("([0-9a-f]{64})?")) {
      problems.add(wrong(PREVIOUS, previous, "A link is named by its commitment, 64 digits."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  private static void text(String name, String text, List<Problem> problems) {
    if (text.isBlank() || text.length() > TEXT_LENGTH_MAX || !text.equals(text.strip())) {
      problems.add(
          wrong(
              name, text, "A licence names this in 1 to 1,000 signs, without space at the ends."));
    }
  }

  private static Problem wrong(String name, String given, String reason) {
    return Problem.of("data-licence", name, given, reason);
  }

  /// As a statement holds it.
  ///
  /// @param deposit commitment of the set's deposit, hexadecimal
  SortedMap<String, String> facts(String deposit) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.putAll(
        Map.of(
            DEPOSIT,
            deposit,
            LICENSOR,
            licensor,
            LICENSEE,
            licensee,
            GRANTS,
            grants,
            FROM,
            from.toString(),
            EXCLUSIVE,
            exclusive ? YES : "no",
            SUBLICENSABLE,
            sublicensable ? YES : "no"));
    to.ifPresent(day -> facts.put(TO, day.toString()));
    if (!previous.isEmpty()) {
      facts.put(PREVIOUS, previous);
    }
    return facts;
  }

  /// Reads what [#facts] wrote; nothing where these facts are none of a licence, or wrong.
  static Optional<LicenceLink> of(SortedMap<String, String> facts) {
    try {
      return facts.containsKey(LICENSOR)
          ? Optional.of(
              new LicenceLink(
                  facts.getOrDefault(LICENSOR, ""),
                  facts.getOrDefault(LICENSEE, ""),
                  facts.getOrDefault(GRANTS, ""),
                  LocalDate.parse(facts.getOrDefault(FROM, "")),
                  Optional.ofNullable(facts.get(TO)).map(LocalDate::parse),
                  YES.equals(facts.get(EXCLUSIVE)),
                  YES.equals(facts.get(SUBLICENSABLE)),
                  facts.getOrDefault(PREVIOUS, "")))
          : Optional.empty();
    } catch (DateTimeException | ProblemsException _) {
      return Optional.empty();
    }
  }

  /// The same behind another link.
  LicenceLink behind(String link) {
    return new LicenceLink(licensor, licensee, grants, from, to, exclusive, sublicensable, link);
  }

  /// Whether it holds on a day.
  boolean on(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
  }
}
