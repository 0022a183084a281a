package org.zhiheng.server.examine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.examine.WhyNot;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Why a mark is not in a list, in the reader's language.
///
/// @param words the language
/// @param form the question
/// @param typed how the mark was named
record WhyNotReading(Words words, ExamineForm form, String typed) {

  /// Nothing was asked, or nothing is to be said.
  WhyNotView nothing() {
    return view(List.of(), List.of(), "", Optional.empty());
  }

  WhyNotView refused(List<Problem> problems) {
    return view(problems.stream().map(words::problem).toList(), List.of(), "", Optional.empty());
  }

  /// No mark, or several, were meant.
  WhyNotView choices(List<RightId> meant) {
    return view(
        List.of(),
        meant.stream()
            .map(id -> new WhyNotView.Choice(id.toString(), address(id.toString())))
            .toList(),
        words.say(meant.isEmpty() ? "whynot.unknown" : "whynot.several", typed),
        Optional.empty());
  }

  WhyNotView placed(WhyNot whyNot) {
    ExamineReading reading = new ExamineReading(words);
    String verdict = reading.place(whyNot);
    return view(List.of(), List.of(), verdict, Optional.of(reading.one(whyNot, verdict)));
  }

  private WhyNotView view(
      List<String> refused,
      List<WhyNotView.Choice> choices,
      String verdict,
      Optional<ExamineView.Found> found) {
    boolean names = found.isEmpty() && !form.text("name").isEmpty() && !typed.isEmpty();
    return new WhyNotView(
        form,
        ExaminePages.PATH + "?" + form.with("", ""),
        typed,
        refused,
        choices,
        verdict,
        found,
        names
            ? ComparePages.PATH + "?left=" + encoded(form.text("name")) + "&right=" + encoded(typed)
            : "");
  }

  private String address(String mark) {
    return ExaminePages.PATH + "/why-not?" + form.with("", "") + "&mark=" + encoded(mark);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
