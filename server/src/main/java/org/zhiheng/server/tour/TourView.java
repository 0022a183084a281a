package org.zhiheng.server.tour;

import java.util.List;

/// The stories in the reader's language.
public record TourView(List<Story> stories) {

  /// Copies the list.
  public TourView {
    stories = List.copyOf(stories);
  }

  /// A story.
  public record Story(String name, String title, List<Step> steps) {
    /// Copies the list.
    public Story {
      steps = List.copyOf(steps);
    }
  }

  /// A step.
  ///
  /// @param at its number, from 1
  public record Step(int at, String says, String record, String proof) {}
}
