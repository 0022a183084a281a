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

  /// What a call answered.
  record Answer(List<String> out, List<String> err, int exit) {}

  /// The text with these answers in place of the expected ones; comments, blank lines before the
  /// next call and holes that still fit stay.
  ///
  /// @param answers one of each step
  static String rewritten(String text, List<Answer> answers) {
    List<Step> steps = parse(text).steps();
    List<String> lines = text.lines().toList();
    List<String> written = new ArrayList<>(lines.subList(0, steps.getFirst().line() - 1));
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      Answer answer = answers.get(at);
      int next = at + 1 < steps.size() ? steps.get(at + 1).line() - 1 : lines.size();
      written.add(lines.get(step.line() - 1));
      kept(step.err(), answer.err()).forEach(line -> written.add("! " + line));
      written.addAll(kept(step.out(), answer.out()));
      if (answer.exit() != 0) {
        written.add("exit " + answer.exit());
      }
      List<String> between = lines.subList(step.line(), next);
      boolean apart = !between.isEmpty() && between.getLast().isBlank();
      List<String> remarks = between.stream().filter(line -> line.startsWith("#")).toList();
      if (apart || !remarks.isEmpty()) {
        written.add("");
      }
      written.addAll(remarks);
    }
    return String.join("\n", written).stripTrailing() + "\n";
  }

  private static List<String> kept(List<String> expected, List<String> actual) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      boolean fits =
          i < expected.size() && pattern(expected.get(i)).matcher(actual.get(i)).matches();
      kept.add(fits ? expected.get(i) : actual.get(i));
    }
    return kept;
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
