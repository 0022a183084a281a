package org.zhiheng.register.life;

import java.util.List;

/// How the other rights live: applied for and registered, for a term or without one.
///
/// Software copyrights, works, geographical indications, layout designs, data-IP registrations.
public sealed interface RecordedLife extends Life {

  /// Applied for and not yet decided.
  sealed interface Pending
      extends RecordedLife,
          Moves.Registration,
          Moves.Refusal,
          Moves.Withdrawal,
          Moves.DeemedWithdrawal,
          Moves.Abandonment,
          Moves.Suspension {
    @Override
    default Registered register() {
      return new Registered();
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
  sealed interface Held extends RecordedLife {

    /// As it was when it was last simply in force.
    Registered was();

    @Override
    default List<String> lost() {
      return was().lost();
    }
  }

  /// Nothing is known yet; what ended must have begun.
  record Nascent()
      implements RecordedLife,
          Moves.Filing,
          Moves.Registration,
          Moves.Refusal,
          Moves.Withdrawal,
          Moves.DeemedWithdrawal,
          Moves.Abandonment,
          Moves.Cessation,
          Moves.Expiry,
          Moves.Renewal,
          Moves.Invalidation,
          Moves.Cancellation,
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
    public Registered register() {
      return new Registered();
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
      return new Ceased(new Registered());
    }

    @Override
    public Expired expire() {
      return new Expired(new Registered());
    }

    @Override
    public Registered renew() {
      return new Registered();
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public Registered invalidate(List<String> parts) {
      return new Registered(parts);
    }

    @Override
    public Cancelled cancel() {
      return new Cancelled(new Registered());
    }

    @Override
    public Registered cancel(List<String> goods) {
      return new Registered(goods);
    }

    @Override
    public SuspendedApplication suspend() {
      return new SuspendedApplication(new Filed());
    }
  }

  /// 已申请
  record Filed() implements Pending {
    @Override
    public LifeStage stage() {
      return LifeStage.FILED;
    }
  }

  /// 驳回; a review may take the refusal back.
  record Refused(Pending was)
      implements RecordedLife, Moves.Registration, Moves.Restoration, Moves.Withdrawal {
    @Override
    public LifeStage stage() {
      return LifeStage.REFUSED;
    }

    @Override
    public Registered register() {
      return new Registered();
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
  record Withdrawn() implements RecordedLife {
    @Override
    public LifeStage stage() {
      return LifeStage.WITHDRAWN;
    }
  }

  /// 视为撤回
  record DeemedWithdrawn(Pending was) implements RecordedLife, Moves.Restoration {
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
  record AbandonedApplication(Pending was) implements RecordedLife, Moves.Restoration {
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
      implements RecordedLife, Moves.Resumption, Moves.Withdrawal {
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

  /// 已登记; parts of it may be invalid or cancelled.
  record Registered(List<String> lost)
      implements RecordedLife,
          Moves.Cessation,
          Moves.Expiry,
          Moves.Renewal,
          Moves.Abandonment,
          Moves.Invalidation,
          Moves.Cancellation,
          Moves.Suspension {
    /// Copies the list.
    public Registered {
      lost = List.copyOf(lost);
    }

    /// With nothing lost.
    public Registered() {
      this(List.of());
    }

    private Registered without(List<String> parts) {
      return new Registered(Life.joined(lost, parts));
    }

    @Override
    public LifeStage stage() {
      return LifeStage.REGISTERED;
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
    public Registered renew() {
      return this;
    }

    @Override
    public AbandonedRegistration abandon() {
      return new AbandonedRegistration(this);
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public Registered invalidate(List<String> parts) {
      return without(parts);
    }

    @Override
    public Cancelled cancel() {
      return new Cancelled(this);
    }

    @Override
    public Registered cancel(List<String> goods) {
      return without(goods);
    }

    @Override
    public SuspendedRegistration suspend() {
      return new SuspendedRegistration(this);
    }
  }

  /// 中止 of what is in force, which stays in force and may reach its term.
  record SuspendedRegistration(Registered was)
      implements Held,
          Moves.Resumption,
          Moves.Expiry,
          Moves.Renewal,
          Moves.Invalidation,
          Moves.Cancellation {
    @Override
    public boolean inForce() {
      return true;
    }

    @Override
    public LifeStage stage() {
      return LifeStage.SUSPENDED;
    }

    @Override
    public Registered resume() {
      return was;
    }

    @Override
    public Expired expire() {
      return new Expired(was);
    }

    @Override
    public SuspendedRegistration renew() {
      return this;
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public SuspendedRegistration invalidate(List<String> parts) {
      return new SuspendedRegistration(was.without(parts));
    }

    @Override
    public Cancelled cancel() {
      return new Cancelled(was);
    }

    @Override
    public SuspendedRegistration cancel(List<String> goods) {
      return new SuspendedRegistration(was.without(goods));
    }
  }

  /// 终止 before the term.
  record Ceased(Registered was) implements Held, Moves.Restoration, Moves.Invalidation {
    @Override
    public LifeStage stage() {
      return LifeStage.CEASED;
    }

    @Override
    public Registered restore() {
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

  /// 期满; it may still be renewed in the period of grace.
  record Expired(Registered was) implements Held, Moves.Renewal, Moves.Invalidation {
    @Override
    public LifeStage stage() {
      return LifeStage.EXPIRED;
    }

    @Override
    public Registered renew() {
      return was;
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
  record AbandonedRegistration(Registered was)
      implements Held, Moves.Restoration, Moves.Invalidation {
    @Override
    public LifeStage stage() {
      return LifeStage.ABANDONED;
    }

    @Override
    public Registered restore() {
      return was;
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public AbandonedRegistration invalidate(List<String> parts) {
      return new AbandonedRegistration(was.without(parts));
    }
  }

  /// 撤销; a review may take it back.
  record Cancelled(Registered was) implements Held, Moves.Restoration, Moves.Invalidation {
    @Override
    public LifeStage stage() {
      return LifeStage.CANCELLED;
    }

    @Override
    public Registered restore() {
      return was;
    }

    @Override
    public Invalidated invalidate() {
      return new Invalidated();
    }

    @Override
    public Cancelled invalidate(List<String> parts) {
      return new Cancelled(was.without(parts));
    }
  }

  /// 宣告无效, the whole of it: it counts as never having been, and nothing follows.
  record Invalidated() implements RecordedLife {
    @Override
    public LifeStage stage() {
      return LifeStage.INVALIDATED;
    }
  }
}
