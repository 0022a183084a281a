package org.zhiheng.server.examine;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The names that are watched, and what came up.
///
/// @param watches newest first
/// @param tasks open hits, newest first
public record WatchesView(List<Row> watches, List<Task> tasks) {

  /// Copies the lists.
  public WatchesView {
    watches = List.copyOf(watches);
    tasks = List.copyOf(tasks);
  }

  /// A watch.
  ///
  /// @param id of it
  /// @param name that is watched
  /// @param classes in which; empty for all
  /// @param least how near a mark comes up, in hundredths
  /// @param since from when, in words
  /// @param running whether it has not ended
  public record Row(
      String id, String name, String classes, int least, String since, boolean running) {}

  /// A hit that nobody decided yet.
  ///
  /// @param watch its id
  /// @param watched the name that is watched
  /// @param right the mark that came up
  /// @param name its words
  /// @param at when, in words
  public record Task(String watch, String watched, String right, String name, String at) {}

  /// The mark's words in the kept comparison.
  static String nameIn(String found) {
    return JsonMapper.builder().build().readTree(found).path("right").asString("");
  }
}
