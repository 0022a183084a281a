package org.zhiheng.images.imageio;

import java.util.List;
import org.zhiheng.similarity.figure.FigureHit;
import org.zhiheng.values.Problem;

/// What comparing a folder of pictures with another showed.
///
/// @param rows in the order of the query files' names, then of ranks
/// @param problems files that are no picture, each once, its path in the folder as the problem's
///   path; they are not compared
public record FolderMatches(List<Row> rows, List<Problem> problems) {

  /// Copies the lists.
  public FolderMatches {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// One line of the answer.
  ///
  /// @param queryFile path below the folder of queries, with `/`
  /// @param rank from 1
  /// @param hit the file of the corpus, as path below its folder, and the score
  public record Row(String queryFile, int rank, FigureHit hit) {}
}
