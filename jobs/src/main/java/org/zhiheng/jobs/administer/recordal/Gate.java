package org.zhiheng.jobs.administer.recordal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Citation;
import org.zhiheng.values.RightId;

/// What one gate found.
///
/// @param name of the gate
/// @param right that it speaks of; empty when it speaks of the request
/// @param outcome what it found
/// @param zh why, in Chinese
/// @param en why, in English
/// @param citations on what it leans
public record Gate(
    Name name,
    Optional<RightId> right,
    Outcome outcome,
    String zh,
    String en,
    List<Citation> citations) {

  /// Copies the list.
  public Gate {
    citations = List.copyOf(citations);
  }

  /// The gates, in the order they are passed.
  public enum Name {
    /// 签章: who must sign did.
    SIGNATURES,
    /// 权属链: the request names the owners that the register names.
    TITLE,
    /// 权利状态: the right lives, and no proceeding or court holds it.
    STANDING,
    /// 共有人同意
    CO_OWNERS,
    /// 质权人同意
    PLEDGEE,
    /// 技术出口
    EXPORT,
    /// 一并转让
    CO_ASSIGNMENT;

    /// `co-owners`
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What a gate finds. What the record does not tell is never passed.
  public enum Outcome {
    /// 通过
    PASSED,
    /// 无来源: the record does not tell; a person must look.
    NO_SOURCE,
    /// 不通过
    STOPPED;

    /// `no-source`
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What all of them come to: the worst of them.
  public static Outcome verdict(List<Gate> gates) {
    return gates.stream().map(Gate::outcome).max(Outcome::compareTo).orElse(Outcome.NO_SOURCE);
  }
}
