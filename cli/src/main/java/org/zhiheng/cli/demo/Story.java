package org.zhiheng.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A story as its file tells it: files, then steps of commands.
///
/// The file has a line for each thing: `clock:`, `title:`, `file:` NAME with indented lines behind
/// it, `== NAME`, and under a step `says:`, `$ ARGUMENTS`, `holds:` POINTER = TEXT (of the last
/// command's JSON), `clock:` from then on, `keep:` NAME = POINTER (used as `$NAME` later),
/// `record:` POINTER or words, `proof:` POINTER, `page:` where it is seen.
///
/// @param name by which it is asked for
/// @param title in words
/// @param clock what time it is at its end; the same on every day that it is told
/// @param files that its commands read
/// @param steps in order
public record Story(
    String name, String title, Instant clock, List<FileText> files, List<Step> steps) {

  /// The stories that there are.
  public static final List<String> NAMES = List.of("institute", "toy-maker", "region");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /// Copies the lists.
  public Story {
    files = List.copyOf(files);
    steps = List.copyOf(steps);
  }

  /// A file.
  public record FileText(String name, String text) {}

  /// A step.
  ///
  /// @param says what happens, in Chinese and English
  /// @param clock what time it is
  /// @param commands arguments of each
  /// @param holds what the last command's answer must say
  /// @param keeps what is used later
  /// @param record where the answer names what was made, or words
  /// @param proof where the answer names the rule it follows; none where the log proves it
  /// @param page path and query of the page it is seen on
  public record Step(
      String name,
      String says,
      Instant clock,
      List<Command> commands,
      List<Holds> holds,
      List<Keeps> keeps,
      String record,
      Optional<String> proof,
      String page) {

    /// Copies the lists.
    public Step {
      commands = List.copyOf(commands);
      holds = List.copyOf(holds);
      keeps = List.copyOf(keeps);
    }
  }

  /// A command.
  ///
  /// @param exit the code it must leave with
  public record Command(List<String> arguments, int exit) {
    /// Copies the list.
    public Command {
      arguments = List.copyOf(arguments);
    }
  }

  /// What an answer must say.
  public record Holds(String pointer, String text) {}

  /// What is used later.
  public record Keeps(String name, String pointer) {}

  /// Reads a story that comes with the program.
  ///
  /// @throws IllegalArgumentException when there is none of that name, or a line does not read
  public static Story of(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no such story: " + name);
    }
    try (InputStream in = Story.class.getResourceAsStream(name + ".story")) {
      if (in == null) {
        throw new IllegalStateException("the class path has no story " + name);
      }
      return new Reading(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)).story();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the story " + name, unreadable);
    }
  }

  private static final class Reading {
    private final String name;
    private final List<String> lines;
    private final List<FileText> files = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String title = "";
    private Instant clock = Instant.EPOCH;
    private int at;

    private Reading(String name, String text) {
      this.name = name;
      lines = text.lines().toList();
    }

    private Story story() {
      while (at < lines.size()) {
        String line = lines.get(at++);
        if (line.startsWith("clock:")) {
          clock = Instant.parse(behind(line));
        } else if (line.startsWith("title:")) {
          title = behind(line);
        } else if (line.startsWith("file:")) {
          files.add(file(behind(line)));
        } else if (line.startsWith("== ")) {
          steps.add(step(line.substring(3).strip()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          throw wrong(line);
        }
      }
      return new Story(name, title, clock, files, steps);
    }

    private FileText file(String file) {
      StringBuilder text = new StringBuilder();
      while (at < lines.size() && (lines.get(at).startsWith("  ") || lines.get(at).isEmpty())) {
        String line = lines.get(at++);
        text.append(line.isEmpty() ? "" : line.substring(2)).append('\n');
      }
      return new FileText(file, text.toString().stripTrailing() + "\n");
    }

    private Step step(String called) {
      String says = "";
      List<Command> commands = new ArrayList<>();
      List<Holds> holds = new ArrayList<>();
      List<Keeps> keeps = new ArrayList<>();
      String record = "";
      Optional<String> proof = Optional.empty();
      String page = "/";
      while (at < lines.size() && !lines.get(at).startsWith("== ")) {
        String line = lines.get(at++);
        if (line.startsWith("$ ")) {
          commands.add(command(line.substring(2)));
        } else if (line.startsWith("says:")) {
          says = behind(line);
        } else if (line.startsWith("clock:")) {
          clock = Instant.parse(behind(line));
        } else if (line.startsWith("holds:")) {
          String[] parts = parts(line);
          holds.add(new Holds(parts[0], parts[1]));
        } else if (line.startsWith("keep:")) {
          String[] parts = parts(line);
          keeps.add(new Keeps(parts[0], parts[1]));
        } else if (line.startsWith("record:")) {
          record = behind(line);
        } else if (line.startsWith("proof:")) {
          proof = Optional.of(behind(line));
        } else if (line.startsWith("page:")) {
          page = behind(line);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          throw wrong(line);
        }
      }
      return new Step(called, says, clock, commands, holds, keeps, record, proof, page);
    }

    /// `exit 4: right list` must leave with 4.
    private static Command command(String text) {
      Matcher exit = Pattern.compile("exit (\\d): (.*)").matcher(text);
      boolean given = exit.matches();
      List<String> arguments = new ArrayList<>();
      Matcher word = WORD.matcher(given ? exit.group(2) : text);
      while (word.find()) {
        arguments.add(word.group(1) == null ? word.group(2) : word.group(1));
      }
      return new Command(arguments, given ? Integer.parseInt(exit.group(1)) : 0);
    }

    private static String behind(String line) {
      return line.substring(line.indexOf(':') + 1).strip();
    }

    private static String[] parts(String line) {
      String rest = behind(line);
      int sign = rest.indexOf(" = ");
      if (sign < 0) {
        throw wrong(line);
      }
      return new String[] {rest.substring(0, sign).strip(), rest.substring(sign + 3).strip()};
    }

    private static IllegalArgumentException wrong(String line) {
      return new IllegalArgumentException("a story has no such line: " + line);
    }
  }
}
