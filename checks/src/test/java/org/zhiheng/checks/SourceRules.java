package org.zhiheng.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules that only the text can show. Each gives what it refuses as `path:line what`.
final class SourceRules {

  /// A longer file holds more than one idea.
  static final int LINES_MAX = 500;

  /// The roof's last line: what ends there was thrown by anything, and must end somewhere.
  static final Set<String> LAST_LINES =
      Set.of(
          "cli/src/main/java/org/zhiheng/cli/Failures.java",
          "server/src/main/java/org/zhiheng/server/Main.java");

  private static final Pattern VAR = Pattern.compile("\\bvar\\s+[\\p{L}_$][\\w$]*\\s*[=:]");
  private static final Pattern CATCH_ALL =
      Pattern.compile("catch\\s*\\(\\s*(?:final\\s+)?(Exception|Throwable|Error)\\b");
  private static final Pattern OLD_COMMENT = Pattern.compile("/\\*\\*");
  private static final Pattern LEFT_OPEN = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
  private static final Pattern UNSAFE = Pattern.compile("\\$unsafe\\b");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^[ ]*public (?:static |final |sealed |non-sealed |abstract |strictfp )*"
              + "(?:@interface|class|interface|record|enum) (\\w+)");
  private static final Pattern SENTENCE = Pattern.compile("[.:;。]( |$)|[.:。；]$");

  private SourceRules() {}

  /// Files that are too long.
  static List<String> length(String path, String text) {
    long lines = text.lines().count();
    return lines > LINES_MAX ? List.of(path + ":1 has " + lines + " lines") : List.of();
  }

  /// `var` in main code.
  static List<String> vars(SourceText text) {
    return matches(VAR, text.code(), text, "var");
  }

  /// A catch of everything, but in [#LAST_LINES].
  static List<String> catchAlls(SourceText text) {
    return LAST_LINES.contains(text.path())
        ? List.of()
        : matches(CATCH_ALL, text.code(), text, "catches everything");
  }

  /// Comments of the old form.
  static List<String> oldComments(SourceText text) {
    return matches(OLD_COMMENT, text.comments(), text, "is no /// comment");
  }

  /// Work left open without an issue's number.
  static List<String> leftOpen(SourceText text) {
    return matches(LEFT_OPEN, text.comments(), text, "is left open");
  }

  /// Templates that write without escaping.
  static List<String> unsafe(SourceText text) {
    return matches(UNSAFE, text.whole(), text, "is not escaped");
  }

  /// Packages without a `package-info.java` that is `@NullMarked` and says where to start.
  static List<String> packages(List<SourceText> sources) {
    List<String> refused = new ArrayList<>();
    for (String folder : sources.stream().map(SourceRules::folder).distinct().sorted().toList()) {
      SourceText description =
          sources.stream()
              .filter(text -> text.path().equals(folder + "/package-info.java"))
              .findFirst()
              .orElse(new SourceText("", "", "", ""));
      if (description.path().isEmpty()) {
        refused.add(folder + " has no package-info.java");
      } else if (!description.code().contains("@NullMarked")) {
        refused.add(description.path() + " is not @NullMarked");
      } else if (!description
          .comments()
          .replaceAll("\\s+(///)?\\s*", " ")
          .contains("Start with [")) {
        refused.add(description.path() + " does not say what to start with");
      }
    }
    return refused;
  }

  /// Public types without a comment whose first paragraph is a sentence.
  static List<String> undocumented(SourceText text) {
    List<String> refused = new ArrayList<>();
    Matcher types = PUBLIC_TYPE.matcher(text.code());
    String[] lines = text.whole().split("\n", -1);
    while (types.find()) {
      int at = types.start(1);
      String first = firstParagraph(lines, text.line(at) - 2);
      if (!SENTENCE.matcher(first).find()) {
        refused.add(text.place(at) + " " + types.group(1) + " is not said in one sentence");
      }
    }
    return refused;
  }

  /// The first paragraph of the comment that ends above; annotations in between are passed over.
  private static String firstParagraph(String[] lines, int above) {
    int last = above;
    while (last >= 0 && !lines[last].strip().startsWith("///") && belongsToType(lines[last])) {
      last--;
    }
    int first = last;
    while (first >= 0 && lines[first].strip().startsWith("///")) {
      first--;
    }
    StringBuilder paragraph = new StringBuilder();
    for (int i = first + 1; i <= last; i++) {
      String line = lines[i].strip().substring(3).strip();
      if (line.isEmpty() || line.startsWith("@param")) {
        break;
      }
      paragraph.append(line).append(' ');
    }
    return paragraph.toString().strip();
  }

  /// A line of an annotation: what stands between a comment and its type.
  private static boolean belongsToType(String line) {
    String stripped = line.strip();
    return !stripped.isEmpty() && !stripped.endsWith(";") && !stripped.equals("}");
  }

  private static String folder(SourceText text) {
    return text.path().substring(0, text.path().lastIndexOf('/'));
  }

  private static List<String> matches(Pattern pattern, String part, SourceText text, String what) {
    return pattern
        .matcher(part)
        .results()
        .map(found -> text.place(found.start()) + " " + found.group().strip() + " " + what)
        .toList();
  }
}
