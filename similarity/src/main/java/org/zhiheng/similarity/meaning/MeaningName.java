package org.zhiheng.similarity.meaning;

import java.util.List;
import java.util.stream.Collectors;

/// A name cut into words, each with what it may mean. Made by [Meanings#read].
///
/// @param text as it was given
/// @param words in order
public record MeaningName(String text, List<Word> words) {

  /// Copies the list.
  public MeaningName {
    words = List.copyOf(words);
  }

  /// Its Han characters, simplified, without what stands between them.
  String han() {
    return words.stream().filter(Word::han).map(Word::text).collect(Collectors.joining());
  }

  /// Whether the glossary has every word of it.
  boolean known() {
    return !words.isEmpty() && words.stream().noneMatch(word -> word.ideas().isEmpty());
  }

  /// One word, or several that stand for one idea.
  ///
  /// @param text small Latin letters and digits, or simplified Han characters
  /// @param han whether it is Han characters
  /// @param ideas codes of what it may stand for; empty when it is no known word
  /// @param weight how much it distinguishes: 1 for a word of its own, less for one that describes
  /// @param generic whether it only describes the trade, the company form or the like
  public record Word(String text, boolean han, List<String> ideas, double weight, boolean generic) {
    /// Copies the list.
    public Word {
      ideas = List.copyOf(ideas);
    }

    /// Whether both are the same word or may stand for the same idea.
    public boolean means(Word other) {
      if (text.equals(other.text)) {
        return true;
      }
      for (String idea : ideas) {
        if (other.ideas.contains(idea)) {
          return true;
        }
      }
      return false;
    }
  }
}
