package org.zhiheng.ledger.log;

/// The log stopped, for good: something that must hold did not, or the world failed in a way after
/// which nobody knows what is on the disk. It has to be opened anew, which looks at everything.
public final class LogStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /// @param reason one sentence for a person
  public LogStopped(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// @param reason one sentence for a person
  /// @param cause what the world said
  public LogStopped(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /// One sentence for a person.
  public String reason() {
    return reason;
  }
}
