package org.zhiheng.server.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsSuggestion;

/// Suggested goods in the reader's language.
///
/// @param words the language
record PicksReading(Words words) {

  private static final Pattern LATIN = Pattern.compile(".*\\p{IsLatin}.*");

  /// @param suggested empty where nothing was typed or no table is imported
  PicksView view(String typed, Optional<GoodsShelf.Suggested> suggested) {
    if (typed.isEmpty()) {
      return new PicksView("", List.of(), "");
    }
    if (suggested.isEmpty()) {
      return new PicksView(typed, List.of(), words.say("picks.table"));
    }
    List<PicksView.Pick> picks = new ArrayList<>();
    for (GoodsSuggestion suggestion : suggested.get().suggestions()) {
      picks.add(pick(suggestion));
    }
    boolean english = suggested.get().terms() == 0 && LATIN.matcher(typed).matches();
    String said = picks.isEmpty() ? words.say(english ? "picks.english" : "picks.none", typed) : "";
    return new PicksView(typed, picks, said);
  }

  private PicksView.Pick pick(GoodsSuggestion suggestion) {
    String name =
        suggestion.name().isEmpty()
            ? suggestion.term()
            : suggestion.term().isEmpty()
                ? suggestion.name()
                : suggestion.name() + " · " + suggestion.term();
    String group =
        switch (suggestion.place()) {
          case GoodsPlace.OfClass _ -> "";
          case GoodsPlace.OfGroup of -> of.group();
          case GoodsPlace.OfItem of -> of.item().group();
        };
    String niceClass = suggestion.place().niceClass();
    ExamineForm.Chosen chosen = new ExamineForm.Chosen(niceClass, group, name);
    return new PicksView.Pick(chosen.text(), name, place(words, niceClass, group));
  }

  /// A class, and the group where it is known.
  static String place(Words words, String niceClass, String group) {
    return group.isEmpty()
        ? words.say("picks.class", niceClass)
        : words.say("picks.group", niceClass, group);
  }
}
