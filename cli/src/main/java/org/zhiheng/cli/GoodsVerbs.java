package org.zhiheng.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.similarity.goods.GoodsPicker;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsSuggestion;
import org.zhiheng.similarity.goods.ItemRow;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng goods suggest`
final class GoodsVerbs {

  private GoodsVerbs() {}

  /// Suggests items of the goods table.
  @Command(
      name = "suggest",
      description = {
        "Suggests classes, similar groups and items for goods or services in free text, in Chinese",
        "or, where the imported goods table has a list of terms, in English."
      })
  static final class Suggest implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "TEXT", description = "One kind of goods or services.")
    private String text = "";

    @Option(names = "--top", paramLabel = "N", description = "At most so many (default: 10).")
    private int top = 10;

    Suggest(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.checkTop(top, GoodsPicker.MOST_MAX);
      String asked = text.strip();
      if (asked.isEmpty() || asked.length() > GoodsPicker.TEXT_LENGTH_MAX) {
        throw new ProblemsException(
            Problem.of(
                "goods-text",
                "TEXT",
                text,
                "Give 1 to " + GoodsPicker.TEXT_LENGTH_MAX + " characters."));
      }
      try (Workspace workspace = session.workspace()) {
        GoodsShelf.Suggested found =
            workspace
                .goods()
                .suggest(asked, top)
                .orElseThrow(() ->
                    new ProblemsException(
                        Problem.of(
                            "goods-table-missing",
                            "",
                            "",
                            "No goods table is imported: zhiheng import goods-table FOLDER")));
        if (found.terms() == 0) {
          session.say("The goods table has no list of English terms: only Chinese text is found.");
        }
        tell(asked, found);
      }
      return ExitCode.DONE;
    }

    private void tell(String asked, GoodsShelf.Suggested found) {
      List<List<String>> rows = new ArrayList<>();
      int rank = 1;
      for (GoodsSuggestion one : found.suggestions()) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(rank++));
        row.add(one.place().niceClass());
        row.addAll(
            switch (one.place()) {
              case GoodsPlace.OfClass _ -> List.of("", "", "");
              case GoodsPlace.OfGroup(String group, int part) -> List.of(group, part(part), "");
              case GoodsPlace.OfItem(ItemRow item) ->
                  List.of(item.group(), part(item.part()), item.code());
            });
        row.add(one.name());
        row.add(one.term());
        row.add(one.match().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.add(String.format(Locale.ROOT, "%.3f", one.score()));
        rows.add(row);
      }
      session
          .output()
          .sheet(
              new Sheet()
                  .text("text", asked)
                  .text("edition", found.edition())
                  .number("terms", found.terms())
                  .table(
                      "suggestions",
                      List.of(
                          Column.number("rank"),
                          Column.text("class"),
                          Column.text("group"),
                          Column.text("part"),
                          Column.text("code"),
                          Column.text("name"),
                          Column.text("term"),
                          Column.text("match"),
                          Column.text("score")),
                      rows));
    }

    private static String part(int part) {
      return part == 0 ? "" : Integer.toString(part);
    }
  }
}
