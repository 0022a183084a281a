package org.zhiheng.server.prove;

import java.util.List;

/// How far evidence has come: each step, done or not.
///
/// @param id of the evidence
/// @param steps in their order
/// @param waits whether the next one comes by itself within moments
/// @param provable whether a bundle can be made of it now
public record WayView(String id, List<Step> steps, boolean waits, boolean provable) {

  /// Copies the list.
  public WayView {
    steps = List.copyOf(steps);
  }

  /// A step.
  ///
  /// @param name in words
  /// @param detail when, where, how many; or why not
  /// @param done whether it is so
  public record Step(String name, String detail, boolean done) {}
}
