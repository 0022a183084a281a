package org.zhiheng.ledger.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Parsed;

/// What a log says of itself: its name, how many leaves it has and the root over them.
///
/// Source: C2SP tlog-checkpoint v1.0.0.
///
/// @param origin which log
/// @param head size and root
/// @param extensions further lines; we write none, for nobody watches them
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

  /// @throws IllegalArgumentException when a line is empty or holds a newline
  public Checkpoint {
    extensions = List.copyOf(extensions);
    List<String> lines = new ArrayList<>(extensions);
    lines.add(origin);
    for (String line : lines) {
      if (line.isEmpty() || line.indexOf('\n') >= 0 || SignedNote.controls(line)) {
        throw new IllegalArgumentException("lines of a checkpoint are not empty: " + line);
      }
    }
  }

  /// A checkpoint without further lines.
  public static Checkpoint of(String origin, TreeHead head) {
    return new Checkpoint(origin, head, List.of());
  }

  /// Reads a note's text.
  public static Parsed<Checkpoint> parse(String text) {
    List<String> lines = text.lines().toList();
    if (!text.endsWith("\n")
        || lines.size() < 3
        || lines.stream().anyMatch(String::isEmpty)
        || SignedNote.controls(text)) {
      return refused(
          text,
          "A checkpoint is three lines or more, none of them empty or with control characters.");
    }
    Optional<Long> size = number(lines.get(1));
    Optional<Hash> root = Hash.parse(lines.get(2)).found();
    if (size.isEmpty()) {
      return refused(lines.get(1), "The second line is the size, in decimal digits.");
    }
    if (root.isEmpty()) {
      return refused(lines.get(2), "The third line is the root, 32 bytes in base64.");
    }
    return Parsed.ok(
        new Checkpoint(
            lines.getFirst(),
            new TreeHead(size.get(), root.get()),
            lines.subList(3, lines.size())));
  }

  /// A size or index as the specifications write it: decimal, no leading zero, below 2^63.
  public static Optional<Long> number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException over) {
      return Optional.empty();
    }
  }

  private static Parsed<Checkpoint> refused(String given, String reason) {
    return Parsed.refused("log-checkpoint", given, reason);
  }

  /// The text that is signed.
  public String text() {
    StringBuilder text = new StringBuilder(origin).append('\n').append(head.size()).append('\n');
    text.append(head.root().base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
