package org.zhiheng.jobs.prove.use;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Makes declarations of use from the locker of a mark.
public final class Declarations {

  /// The office's days are days in China.
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final UseDesk desk;
  private final ProveDesk prove;
  private final AnchorRules rules;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// @param rules what offices ask of anchoring
  /// @param trail keeps that a declaration was taken out
  public Declarations(
      UseDesk desk, ProveDesk prove, AnchorRules rules, AuditTrail trail, InstantSource clock) {
    this.desk = desk;
    this.prove = prove;
    this.rules = rules;
    this.trail = trail;
    this.clock = clock;
  }

  /// Makes one; the audit trail keeps that.
  ///
  /// @param office before which it is to be used
  /// @throws ProblemsException with `forbidden`, `not-found`, `use-of-mark`, `use-dates` when the
  ///   period ends before it begins, `use-none` when no evidence touches it
  public Declared declare(
      Acting acting, RightId right, UseDeclaration.Period period, Office office) {
    acting.must(Permission.EXPORT);
    if (period.to().isBefore(period.from())) {
      throw new ProblemsException(
          Problem.of(
              "use-dates",
              "to",
              period.from() + " to " + period.to(),
              "The last day is not before the first."));
    }
    RegisteredMark mark = desk.mark(acting, right);
    Locker locker = desk.locker(acting, right);
    List<UseDeclaration.Line> lines =
        locker.items().stream()
            .filter(one -> touches(one.item(), period))
            .sorted(
                Comparator.comparing((LockerItem one) -> one.item().from())
                    .thenComparing(LockerItem::id))
            .map(one -> line(acting, mark, one))
            .toList();
    if (lines.isEmpty()) {
      throw new ProblemsException(
          Problem.of(
              "use-none",
              "from",
              period.from() + " to " + period.to(),
              "No evidence of use touches these days: there is nothing to declare."));
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AnchorRule rule = rules.of(office, LocalDate.ofInstant(at, CHINA));
    List<EvidenceId> missing =
        lines.stream().filter(line -> !line.anchored()).map(line -> line.evidence().id()).toList();
    if (rule.need() == AnchorRule.Need.REQUIRED && !missing.isEmpty()) {
      return new Declared.Withheld(rule, missing);
    }
    trail.keep(
        new AuditTrail.Entry(
            at,
            acting.organisation(),
            acting.name(),
            "use-declaration",
            right.toString(),
            period.from() + " to " + period.to() + " " + office));
    return new Declared.Issued(
        new UseDeclaration(
            mark,
            period,
            at,
            acting.name(),
            prove.door().origin(),
            rule,
            lines,
            remarks(mark, locker, lines)));
  }

  /// Deposits a declaration as evidence of its own.
  ///
  /// @param name of the file, `.html` or `.json`
  /// @param bytes as it was laid out
  /// @throws IOException when it cannot be kept
  /// @throws ProblemsException as [Deposits#deposit]
  public EvidenceStore.Kept deposit(
      Acting acting, UseDeclaration declaration, String name, byte[] bytes) throws IOException {
    return prove
        .deposits()
        .deposit(
            acting,
            new Deposits.Request(
                LeafKind.USE_DECLARATION,
                Optional.of(declaration.mark().id()),
                "",
                declaration.facts(),
                List.of(
                    new Deposits.Source(
                        name,
                        name.endsWith(".html") ? "text/html" : "application/json",
                        Optional.empty(),
                        "",
                        "",
                        () -> new ByteArrayInputStream(bytes)))));
  }

  private static boolean touches(UseItem item, UseDeclaration.Period period) {
    return !item.from().isAfter(period.to()) && !item.to().isBefore(period.from());
  }

  private UseDeclaration.Line line(Acting acting, RegisteredMark mark, LockerItem one) {
    return new UseDeclaration.Line(
        one,
        desk.form(mark, one.item()),
        said(acting, one, CheckpointProofs.What.TIME),
        said(acting, one, CheckpointProofs.What.CHAIN));
  }

  private boolean said(Acting acting, LockerItem one, CheckpointProofs.What what) {
    return one.index().isPresent()
        && !prove.book().proofs(acting, one.index().get(), what).isEmpty();
  }

  private static List<UseWindow.Remark> remarks(
      RegisteredMark mark, Locker locker, List<UseDeclaration.Line> lines) {
    List<LockerItem> items = lines.stream().map(UseDeclaration.Line::evidence).toList();
    List<UseWindow.Remark> remarks = new ArrayList<>(UseRemarks.beside(mark, locker, items));
    List<String> waiting =
        items.stream()
            .filter(one -> one.index().isEmpty())
            .map(one -> one.id().toString())
            .toList();
    if (!waiting.isEmpty()) {
      remarks.add(
          new UseWindow.Remark(
              "waiting",
              waiting,
              new Said(
                  "尚未写入日志的证据，没有序号。", "Evidence that waits for the log and has no index yet.")));
    }
    return remarks;
  }
}
