package org.zhiheng.similarity.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiheng.similarity.score.Evidence;

/// Lays Latin letters along syllables at the least cost. Letters may be silent, syllables may be
/// missing; neither may change places.
final class Aligner {

  private static final float RIME_WEIGHT = 0.7f;
  private static final float MISSING_COST = 0.95f;

  private final SoundTable table;

  Aligner(SoundTable table) {
    this.table = table;
  }

  /// The share of the sound that both keep, 0..1; about .5 for names taken at random.
  ///
  /// @param outLetters words of the Latin name that are left out, as bits
  /// @param outSyllables words of the Han name that are left out, as bits
  double kept(
      BridgeName.Latin latin,
      BridgeName.Costs costs,
      long outLetters,
      BridgeName.Han han,
      List<List<SoundTable.Sound>> sounds,
      long outSyllables) {
    double weight = (weight(latin, outLetters) + weight(han, sounds, outSyllables)) / 2;
    if (weight == 0) {
      return 0;
    }
    Table run = new Table(latin, costs, outLetters);
    float[] row = run.start();
    for (int syllable = 0; syllable < sounds.size(); syllable++) {
      if ((outSyllables >> han.words[syllable] & 1) == 0) {
        row = run.next(row, sounds.get(syllable), null, null);
      }
    }
    return Math.clamp(1 - row[row.length - 1] / weight, 0.0, 1.0);
  }

  /// Letters and syllables side by side.
  List<Evidence.Pair> pairs(
      BridgeName.Latin latin,
      BridgeName.Costs costs,
      BridgeName.Han han,
      List<List<SoundTable.Sound>> sounds) {
    Table run = new Table(latin, costs, 0);
    int length = latin.letters.length();
    List<float[]> rows = new ArrayList<>(List.of(run.start()));
    List<int[]> begins = new ArrayList<>();
    List<int[]> taken = new ArrayList<>();
    for (List<SoundTable.Sound> alternatives : sounds) {
      int[] begin = new int[length + 1];
      int[] which = new int[length + 1];
      rows.add(run.next(rows.getLast(), alternatives, begin, which));
      begins.add(begin);
      taken.add(which);
    }
    List<Evidence.Pair> pairs = new ArrayList<>();
    int end = length;
    for (int at = sounds.size() - 1; at >= 0; at--) {
      int begin = begins.get(at)[end];
      int which = taken.get(at)[end];
      String reading = which < 0 ? "" : sounds.get(at).get(which).text();
      float cost = rows.get(at + 1)[end] - rows.get(at)[begin];
      double share = Math.clamp(1 - cost / weight(sounds.get(at)), 0.0, 1.0);
      String letters = latin.letters.substring(begin, end);
      String why = which < 0 ? "missing" : letters.equals(reading) ? "same-sound" : "near-sound";
      pairs.add(
          new Evidence.Pair(
              letters, han.characters.get(at) + " " + reading, which < 0 ? 0 : share, why));
      end = begin;
    }
    if (end > 0) {
      pairs.add(new Evidence.Pair(latin.letters.substring(0, end), "", 0, "missing"));
    }
    Collections.reverse(pairs);
    return pairs;
  }

  private static double weight(BridgeName.Latin latin, long out) {
    double weight = 0;
    for (int at = 0; at < latin.letters.length(); at++) {
      if ((out >> latin.words[at] & 1) == 0) {
        weight += Letters.weight(latin.letters.charAt(at));
      }
    }
    return weight;
  }

  private double weight(BridgeName.Han han, List<List<SoundTable.Sound>> sounds, long out) {
    double weight = 0;
    for (int at = 0; at < sounds.size(); at++) {
      if ((out >> han.words[at] & 1) == 0) {
        weight += weight(sounds.get(at));
      }
    }
    return weight;
  }

  private float weight(List<SoundTable.Sound> alternatives) {
    return !alternatives.isEmpty() && table.hasOnset(alternatives.getFirst().initial())
        ? 1 + RIME_WEIGHT
        : 0.4f + RIME_WEIGHT;
  }

  /// The run over one Latin name: one row of costs after each syllable.
  private final class Table {
    private final BridgeName.Latin latin;
    private final List<BridgeName.Row> places;
    private final int length;
    private final boolean[] out;

    /// For each place where the next letter that is left out stands: nothing reaches beyond.
    private final int[] open;

    private final float[] middle;
    private final int[] middleBegin;
    private final int[] rowBegin;

    Table(BridgeName.Latin latin, BridgeName.Costs costs, long outLetters) {
      this.latin = latin;
      this.places = costs.places();
      this.length = latin.letters.length();
      this.out = new boolean[length];
      for (int at = 0; at < length; at++) {
        out[at] = (outLetters >> latin.words[at] & 1) != 0;
      }
      this.open = new int[length + 1];
      open[length] = length;
      for (int at = length - 1; at >= 0; at--) {
        open[at] = out[at] ? at : open[at + 1];
      }
      this.middle = new float[length + 1];
      this.middleBegin = new int[length + 1];
      this.rowBegin = new int[length + 1];
    }

    float[] start() {
      float[] row = new float[length + 1];
      for (int at = 1; at <= length; at++) {
        row[at] = row[at - 1] + silence(at - 1);
      }
      return row;
    }

    /// The costs after one more syllable; where it begins and which reading was taken, if wanted.
    float[] next(
        float[] before,
        List<SoundTable.Sound> alternatives,
        int @Nullable [] begins,
        int @Nullable [] taken) {
      float[] row = new float[length + 1];
      float missing = MISSING_COST * weight(alternatives);
      for (int at = 0; at <= length; at++) {
        row[at] = before[at] + missing;
        rowBegin[at] = at;
        if (taken != null) {
          taken[at] = -1;
        }
      }
      for (int which = 0; which < alternatives.size(); which++) {
        SoundTable.Sound sound = alternatives.get(which);
        onset(before, sound.initial());
        rest(row, sound.rime(), which, taken);
      }
      for (int at = 1; at <= length; at++) {
        float silent = row[at - 1] + silence(at - 1);
        if (silent < row[at]) {
          row[at] = silent;
          rowBegin[at] = rowBegin[at - 1];
          if (taken != null) {
            taken[at] = taken[at - 1];
          }
        }
      }
      if (begins != null) {
        System.arraycopy(rowBegin, 0, begins, 0, length + 1);
      }
      return row;
    }

    private void onset(float[] before, int initial) {
      Arrays.fill(middle, SoundTable.NEVER);
      for (int begin = 0; begin <= length; begin++) {
        float start = before[begin];
        for (BridgeName.Chunk chunk : places.get(begin).onsets) {
          int end = begin + chunk.size;
          if (end > open[begin]) {
            break;
          }
          float cost = start + chunk.costs[initial];
          if (cost < middle[end]) {
            middle[end] = cost;
            middleBegin[end] = begin;
          }
        }
      }
    }

    private void rest(float[] row, int rime, int which, int @Nullable [] taken) {
      for (int begin = 0; begin <= length; begin++) {
        if (middle[begin] >= SoundTable.NEVER) {
          continue;
        }
        for (BridgeName.Chunk chunk : places.get(begin).rests) {
          int end = begin + chunk.size;
          if (end > open[begin]) {
            break;
          }
          float cost = middle[begin] + RIME_WEIGHT * chunk.costs[rime];
          if (cost < row[end]) {
            row[end] = cost;
            rowBegin[end] = middleBegin[begin];
            if (taken != null) {
              taken[end] = which;
            }
          }
        }
      }
    }

    private float silence(int at) {
      if (out[at]) {
        return 0;
      }
      char before = at == 0 ? ' ' : latin.letters.charAt(at - 1);
      return Letters.silence(latin.letters.charAt(at), before, at == length - 1);
    }
  }
}
