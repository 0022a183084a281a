package org.zhiheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A transcript: what is typed, what is answered, what the process leaves with.
///
/// A text file that a person can read:
///
/// ```
/// # why this is shown
/// $ zhiheng number check CN99100001.7
/// an expected line of stdout
/// ! an expected line of stderr
/// exit 1
/// ```
///
/// `exit 0` is left out. In an expected line `<…>` stands for anything that differs from run to run
/// (a time, a secret); all else must be the same, blanks at the line's end aside.
///
/// @param steps in order
record Transcript(List<Step> steps) {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern HOLE = Pattern.compile("<[^<>]*>");

  Transcript {
    steps = List.copyOf(steps);
  }

  /// One call.
  ///
  /// @param line from 1
  /// @param arguments behind `zhiheng`
  /// @param out expected, line by line
  /// @param err expected, line by line
  /// @param exit expected
  record Step(int line, List<String> arguments, List<String> out, List<String> err, int exit) {}

  /// Reads a transcript.
  static Transcript parse(String text) {
    List<Step> steps = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.startsWith("$ zhiheng")) {
        List<String> out = new ArrayList<>();
        List<String> err = new ArrayList<>();
        int exit = 0;
        int next = at + 1;
        while (next < lines.size() && !lines.get(next).startsWith("$ ")) {
          String expected = lines.get(next);
          if (expected.startsWith("exit ")) {
            exit = Integer.parseInt(expected.substring(5));
          } else if (expected.startsWith("! ")) {
            err.add(expected.substring(2));
          } else if (!expected.startsWith("#")) {
            out.add(expected);
          }
          next++;
        }
        while (!out.isEmpty() && out.getLast().isBlank()) {
          out.removeLast();
        }
        steps.add(new Step(at + 1, words(line.substring(9)), out, err, exit));
        at = next - 1;
      }
    }
    return new Transcript(steps);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      for (int group = 1; group <= 3; group++) {
        if (word.group(group) != null) {
          words.add(word.group(group));
        }
      }
    }
    return words;
  }

  /// The expected lines with their holes filled from the actual ones, where all else agrees: then
  /// comparing the two shows what differs and nothing more.
  static String filled(List<String> expected, List<String> actual) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < expected.size(); i++) {
      String line = expected.get(i);
      String given = i < actual.size() ? actual.get(i) : "";
      out.append(pattern(line).matcher(given).matches() ? given : line).append('\n');
    }
    return out.toString();
  }

  private static Pattern pattern(String line) {
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    Matcher hole = HOLE.matcher(line);
    while (hole.find()) {
      pattern.append(Pattern.quote(line.substring(from, hole.start()))).append(".*?");
      from = hole.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(line.substring(from))).toString());
  }
}
