package org.zhiheng.server.verify;

import java.util.List;
import org.zhiheng.server.page.Words;

/// What the page gives its script to say.
///
/// @param words all that the script may say, by the names it says it by
public record VerifyView(List<Said> words) {

  /// What begins the keys of the script's words.
  static final String PREFIX = "verify.say.";

  /// Copies the list.
  public VerifyView {
    words = List.copyOf(words);
  }

  /// One sentence or word.
  ///
  /// @param name by which the script says it
  /// @param text with the places of its values still open
  public record Said(String name, String text) {}

  static VerifyView of(Words words) {
    return new VerifyView(
        words.keys().stream()
            .filter(key -> key.startsWith(PREFIX))
            .sorted()
            .map(key -> new Said(key.substring(PREFIX.length()), words.say(key)))
            .toList());
  }
}
