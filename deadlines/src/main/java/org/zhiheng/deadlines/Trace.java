package org.zhiheng.deadlines;

import java.util.ArrayList;
import java.util.List;

/// The steps of one answer in the making, and how far they can be relied on.
final class Trace {

  private final List<Step> steps = new ArrayList<>(12);
  private Status status = Status.CERTAIN;

  void add(Step step) {
    steps.add(step);
  }

  /// Adds a step that makes the answer less sure.
  void weaken(Status to, Step why) {
    status = status.and(to);
    steps.add(why);
  }

  Status status() {
    return status;
  }

  /// In order.
  List<Step> steps() {
    return steps;
  }
}
