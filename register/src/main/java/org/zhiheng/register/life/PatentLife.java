package org.zhiheng.register.life;

import java.util.List;

/// How patents live: applied for, published and examined (inventions only), granted, kept alive by
/// annuities.
///
/// Source: Patent Law of China (2020), chapters 4 and 5, recalled; other offices differ in names
/// only.
public sealed interface PatentLife extends Life {

  /// Applied for and not yet decided.
  sealed interface Pending
      extends PatentLife,
          Moves.Grant,
          Moves.Refusal,
          Moves.Withdrawal,
          Moves.DeemedWithdrawal,
          Moves.Abandonment,
          Moves.Suspension {
    @Override
    default Granted grant() {
      return new Granted();
    }

    @Override
    default Refused refuse() {
      return new Refused(this);
    }

    @Override
    default Withdrawn withdraw() {
      return new Withdrawn();
    }

    @Override
    default DeemedWithdrawn deemWithdrawn() {
      return new DeemedWithdrawn(this);
    }

    @Override
    default AbandonedApplication abandon() {
      return new AbandonedApplication(this);
    }

    @Override
    default SuspendedApplication suspend() {
      return new SuspendedApplication(this);
    }
  }

  /// What is in force but suspended, or was in force.
  sealed interface Held extends PatentLife {

    /// As it was when it was last simply in force.
    Granted was();

    @Override
    default List<String> lost() {
      return was().lost();
    }
  }

  /// Nothing is known yet; what ended must have begun.
  record Nascent()
      implements PatentLife,
          Moves.Filing,
          Moves.Publication,
          Moves.Examination,
          Moves.Grant,
          Moves.Refusal,
          Moves.Withdrawal,
          Moves.DeemedWithdrawal,
          Moves.Abandonment,
          Moves.Cessation,
          Moves.Expiry,
          Moves.Invalidation,
          Moves.Suspension {
    @Override
    public LifeStage stage() {
      return LifeStage.UNKNOWN;
    }

    @Override
    public Filed file() {
      return new Filed();
    }

    @Override
    public Published publish() {
      return new Published();
    }

    @Override
    public UnderExamination examine() {
      return new UnderExamination();
    }

    @Override
    public Granted grant() {
      return new Granted();
    }

    @Override
    public Refused refuse() {
      return new Refused(new Filed());
    }

    @Override
    public Withdrawn withdraw() {
      return new Withdrawn();
    }

    @Override
    public DeemedWithdrawn deemWithdrawn() {
      return new DeemedWithdrawn(new Filed());
    }

    @Override
    public AbandonedApplication abandon() {
      return new AbandonedApplication(new Filed());
    }

    @Override
    public Ceased cease() {
      return new Ceased(new Granted());
    }

    @Override
    public Expired expire() {
      return new Expired(new Granted());
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public Granted invalidate(List<String> parts) {
      return new Granted(parts);
    }

    @Override
    public SuspendedApplication suspend() {
      return new SuspendedApplication(new Filed());
    }
  }

  /// 已申请
  record Filed() implements Pending, Moves.Publication, Moves.Examination {
    @Override
    public LifeStage stage() {
      return LifeStage.FILED;
    }

    @Override
    public Published publish() {
      return new Published();
    }

    @Override
    public UnderExamination examine() {
      return new UnderExamination();
    }
  }

  /// 已公布
  record Published() implements Pending, Moves.Examination {
    @Override
    public LifeStage stage() {
      return LifeStage.PUBLISHED;
    }

    @Override
    public UnderExamination examine() {
      return new UnderExamination();
    }
  }

  /// 实质审查
  record UnderExamination() implements Pending {
    @Override
    public LifeStage stage() {
      return LifeStage.UNDER_EXAMINATION;
    }
  }

  /// 驳回; a review may take the refusal back.
  record Refused(Pending was)
      implements PatentLife, Moves.Examination, Moves.Grant, Moves.Restoration, Moves.Withdrawal {
    @Override
    public LifeStage stage() {
      return LifeStage.REFUSED;
    }

    @Override
    public UnderExamination examine() {
      return new UnderExamination();
    }

    @Override
    public Granted grant() {
      return new Granted();
    }

    @Override
    public Pending restore() {
      return was;
    }

    @Override
    public Withdrawn withdraw() {
      return new Withdrawn();
    }
  }

  /// 撤回; nothing follows.
  record Withdrawn() implements PatentLife {
    @Override
    public LifeStage stage() {
      return LifeStage.WITHDRAWN;
    }
  }

  /// 视为撤回
  record DeemedWithdrawn(Pending was) implements PatentLife, Moves.Restoration {
    @Override
    public LifeStage stage() {
      return LifeStage.DEEMED_WITHDRAWN;
    }

    @Override
    public Pending restore() {
      return was;
    }
  }

  /// 放弃 before it was decided; what was only deemed abandoned may be restored.
  record AbandonedApplication(Pending was) implements PatentLife, Moves.Restoration {
    @Override
    public LifeStage stage() {
      return LifeStage.ABANDONED;
    }

    @Override
    public Pending restore() {
      return was;
    }
  }

  /// 中止 of what is applied for.
  record SuspendedApplication(Pending was)
      implements PatentLife, Moves.Resumption, Moves.Withdrawal {
    @Override
    public LifeStage stage() {
      return LifeStage.SUSPENDED;
    }

    @Override
    public Pending resume() {
      return was;
    }

    @Override
    public Withdrawn withdraw() {
      return new Withdrawn();
    }
  }

  /// 已授权; some claims may be declared invalid.
  record Granted(List<String> lost)
      implements PatentLife,
          Moves.Cessation,
          Moves.Expiry,
          Moves.Abandonment,
          Moves.Invalidation,
          Moves.Suspension {
    /// Copies the list.
    public Granted {
      lost = List.copyOf(lost);
    }

    /// With nothing lost.
    public Granted() {
      this(List.of());
    }

    private Granted without(List<String> parts) {
      return new Granted(Life.joined(lost, parts));
    }

    @Override
    public LifeStage stage() {
      return LifeStage.GRANTED;
    }

    @Override
    public Ceased cease() {
      return new Ceased(this);
    }

    @Override
    public Expired expire() {
      return new Expired(this);
    }

    @Override
    public AbandonedGrant abandon() {
      return new AbandonedGrant(this);
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public Granted invalidate(List<String> parts) {
      return without(parts);
    }

    @Override
    public SuspendedGrant suspend() {
      return new SuspendedGrant(this);
    }
  }

  /// 中止 of what is in force, which stays in force and may reach its term.
  record SuspendedGrant(Granted was)
      implements Held, Moves.Resumption, Moves.Expiry, Moves.Invalidation {
    @Override
    public boolean inForce() {
      return true;
    }

    @Override
    public LifeStage stage() {
      return LifeStage.SUSPENDED;
    }

    @Override
    public Granted resume() {
      return was;
    }

    @Override
    public Expired expire() {
      return new Expired(was);
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public SuspendedGrant invalidate(List<String> parts) {
      return new SuspendedGrant(was.without(parts));
    }
  }

  /// 终止 before the term.
  record Ceased(Granted was) implements Held, Moves.Restoration, Moves.Invalidation {
    @Override
    public LifeStage stage() {
      return LifeStage.CEASED;
    }

    @Override
    public Granted restore() {
      return was;
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public Ceased invalidate(List<String> parts) {
      return new Ceased(was.without(parts));
    }
  }

  /// 期满
  record Expired(Granted was) implements Held, Moves.Invalidation {
    @Override
    public LifeStage stage() {
      return LifeStage.EXPIRED;
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public Expired invalidate(List<String> parts) {
      return new Expired(was.without(parts));
    }
  }

  /// 放弃 of what was in force.
  record AbandonedGrant(Granted was) implements Held, Moves.Restoration, Moves.Invalidation {
    @Override
    public LifeStage stage() {
      return LifeStage.ABANDONED;
    }

    @Override
    public Granted restore() {
      return was;
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public AbandonedGrant invalidate(List<String> parts) {
      return new AbandonedGrant(was.without(parts));
    }
  }

  /// 宣告无效, the whole of it: it counts as never having been, and nothing follows.
  record Invalidated() implements PatentLife {
    @Override
    public LifeStage stage() {
      return LifeStage.INVALIDATED;
    }
  }
}
