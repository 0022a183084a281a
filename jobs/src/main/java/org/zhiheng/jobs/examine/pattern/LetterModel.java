package org.zhiheng.jobs.examine.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Which letters usually follow each other, learned from others' names in the workspace.
///
/// Half of the names teach, the other half show what is usual: a name is rare when 99 of 100 of
/// those are likelier, letter by letter. Of any names, one in a hundred is.
final class LetterModel {

  /// Fewer names teach nothing.
  static final int NAMES_MIN = 200;

  /// Shorter names have too few pairs to tell.
  static final int LETTERS_MIN = 5;

  private static final int LETTERS = 26;
  private static final int EDGE = LETTERS;
  private static final int MICRO = 1_000_000;

  /// Log-likelihood of each letter after each, in millionths; owned by this object.
  private final long[][] logMicro;

  private final long limitMicro;

  private LetterModel(long[][] logMicro, long limitMicro) {
    this.logMicro = logMicro;
    this.limitMicro = limitMicro;
  }

  /// Whether this form can be judged: plain letters, and enough of them.
  static boolean judges(String form) {
    return form.length() >= LETTERS_MIN && form.chars().allMatch(one -> one >= 'a' && one <= 'z');
  }

  /// Learns from these forms; empty when too few can be judged.
  static Optional<LetterModel> of(List<String> forms) {
    List<String> all =
        List.copyOf(new TreeSet<>(forms.stream().filter(LetterModel::judges).toList()));
    if (all.size() < NAMES_MIN) {
      return Optional.empty();
    }
    long[][] counts = new long[LETTERS + 1][LETTERS + 1];
    List<String> shown = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      if (at % 2 == 0) {
        count(all.get(at), counts);
      } else {
        shown.add(all.get(at));
      }
    }
    long[][] logMicro = logs(counts);
    List<Long> usual =
        shown.stream().map(form -> likelihoodMicro(form, logMicro)).sorted().toList();
    return Optional.of(new LetterModel(logMicro, usual.get(usual.size() / 100)));
  }

  /// Whether the form is less likely than 99 of 100 names of others.
  boolean rare(String form) {
    return likelihoodMicro(form, logMicro) < limitMicro;
  }

  private static void count(String form, long[][] counts) {
    int before = EDGE;
    for (int at = 0; at <= form.length(); at++) {
      int letter = letter(form, at);
      counts[before][letter]++;
      before = letter;
    }
  }

  /// Add-one smoothing: what was never seen is unlikely, not impossible.
  private static long[][] logs(long[][] counts) {
    long[][] logMicro = new long[LETTERS + 1][LETTERS + 1];
    for (int before = 0; before <= LETTERS; before++) {
      long sum = LETTERS + 1;
      for (long count : counts[before]) {
        sum += count;
      }
      for (int letter = 0; letter <= LETTERS; letter++) {
        logMicro[before][letter] =
            Math.round(Math.log((counts[before][letter] + 1.0) / sum) * MICRO);
      }
    }
    return logMicro;
  }

  /// Mean over the pairs, so that long names are not rare for their length.
  private static long likelihoodMicro(String form, long[][] logMicro) {
    long sum = 0;
    int before = EDGE;
    for (int at = 0; at <= form.length(); at++) {
      int letter = letter(form, at);
      sum += logMicro[before][letter];
      before = letter;
    }
    return Math.floorDiv(sum, form.length() + 1);
  }

  private static int letter(String form, int at) {
    return at == form.length() ? EDGE : form.charAt(at) - 'a';
  }
}
