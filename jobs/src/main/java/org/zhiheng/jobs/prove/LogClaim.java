package org.zhiheng.jobs.prove;

/// Who may write the workspace's log: one at a time, over all processes.
///
/// Contract: a claim ends at the latest with its process.
public interface LogClaim {

  /// Takes it; false when another process, or somebody in this one, has it.
  boolean take();

  /// Lets it go.
  void release();
}
