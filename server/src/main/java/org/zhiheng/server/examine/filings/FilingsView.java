package org.zhiheng.server.examine.filings;

import java.util.List;
import java.util.Optional;

/// The page about how somebody files marks.
///
/// @param party as typed
/// @param own whether it is asked about oneself
/// @param classes as typed
/// @param refused what could not be read
/// @param typed an answer that was refused
/// @param found what was found, once asked
public record FilingsView(
    String party,
    boolean own,
    String classes,
    List<String> refused,
    String typed,
    Optional<Found> found) {

  /// Copies the list.
  public FilingsView {
    refused = List.copyOf(refused);
  }

  /// A pack.
  ///
  /// @param name whose
  /// @param said what was looked at, in one sentence
  /// @param searched which known marks were compared
  /// @param settings what was chosen
  /// @param digest of the content
  /// @param by who looked, and when
  /// @param export address of the file
  /// @param factors in order
  /// @param answers of the other side
  public record Found(
      String name,
      String said,
      String searched,
      String settings,
      String digest,
      String by,
      String export,
      List<FactorLine> factors,
      List<AnswerLine> answers) {
    /// Copies the lists.
    public Found {
      factors = List.copyOf(factors);
      answers = List.copyOf(answers);
    }
  }

  /// One factor.
  ///
  /// @param code of it
  /// @param title of it
  /// @param figures with inputs
  /// @param basis what the references are medians of
  /// @param evidence what they rest on
  /// @param more how much evidence is not shown; empty for none
  /// @param law by filing date
  /// @param confidence in words
  /// @param against what speaks against it
  public record FactorLine(
      String code,
      String title,
      List<FigureLine> figures,
      List<String> basis,
      List<EvidenceLine> evidence,
      String more,
      List<LawLine> law,
      String confidence,
      List<String> against) {
    /// Copies the lists.
    public FactorLine {
      figures = List.copyOf(figures);
      basis = List.copyOf(basis);
      evidence = List.copyOf(evidence);
      law = List.copyOf(law);
      against = List.copyOf(against);
    }
  }

  /// One figure.
  ///
  /// @param label what it says
  /// @param value with its unit
  /// @param reference the same of others; may be empty
  /// @param inputs the filings that make it
  public record FigureLine(String label, String value, String reference, Linked inputs) {}

  /// One piece of evidence.
  ///
  /// @param text in words
  /// @param rights the filings it names
  public record EvidenceLine(String text, Linked rights) {}

  /// The law of some filings.
  ///
  /// @param text law, articles and words
  /// @param source where it was read
  /// @param rights the filings made under it
  public record LawLine(String text, String source, Linked rights) {}

  /// Rights that are linked to.
  ///
  /// @param ids those that are shown
  /// @param more how many others there are
  public record Linked(List<String> ids, int more) {
    /// Copies the list.
    public Linked {
      ids = List.copyOf(ids);
    }
  }

  /// An answer.
  ///
  /// @param at when it was recorded
  /// @param by who recorded it
  /// @param text of the other side
  public record AnswerLine(String at, String by, String text) {}
}
