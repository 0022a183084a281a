package org.zhiheng.jobs.examine.pattern;

import java.time.Instant;
import java.util.List;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.values.Digest;
import org.zhiheng.values.RightId;

/// A pattern as a document: what pages and exports print.
///
/// @param pattern what was computed
/// @param answers what the other side said, oldest first; empty when it said nothing so far
/// @param by who looked
/// @param at when
/// @param digest of [PatternJson#content]: the same state of the register, settings and answers
///   give the same digest, whoever looks
/// @param sections in the order they are printed
public record EvidencePack(
    Pattern pattern,
    List<Answers.Answer> answers,
    String by,
    Instant at,
    Digest digest,
    List<Section> sections) {

  /// Copies the lists.
  public EvidencePack {
    answers = List.copyOf(answers);
    sections = List.copyOf(sections);
  }

  /// A part of the document.
  ///
  /// @param code stable name: `notice`, a factor's code, `answers`
  /// @param title its heading
  /// @param lines its sentences
  /// @param rights the filings it names, by id
  /// @param sources laws it rests on
  public record Section(
      String code, Said title, List<Said> lines, List<RightId> rights, List<Said> sources) {
    /// Copies the lists.
    public Section {
      lines = List.copyOf(lines);
      rights = List.copyOf(rights);
      sources = List.copyOf(sources);
    }
  }
}
