package org.zhiheng.server.examine;

import java.util.List;
import java.util.Optional;

/// Why a mark that somebody named is not in a list, or stands where it does.
///
/// @param form the question
/// @param back address of the list
/// @param typed how the mark was named
/// @param refused what could not be read
/// @param choices marks that may be meant, where there are several
/// @param verdict where it stands and why; empty where no mark was found
/// @param found the mark as a list of one
/// @param compare address of the names side by side; empty where there is none
public record WhyNotView(
    ExamineForm form,
    String back,
    String typed,
    List<String> refused,
    List<Choice> choices,
    String verdict,
    Optional<ExamineView.Found> found,
    String compare) {

  /// Copies the lists.
  public WhyNotView {
    refused = List.copyOf(refused);
    choices = List.copyOf(choices);
  }

  /// A mark that may be meant.
  ///
  /// @param id of it
  /// @param link to this page with it
  public record Choice(String id, String link) {}
}
