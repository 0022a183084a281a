package org.zhiheng.jobs.prove.use;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.examine.assignment.GoodsNearnessBetween;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.Versions;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The locker of evidence of use of each mark, and what it shows.
///
/// Nothing of it is stored but the evidence: what is told is read from the signed statements each
/// time. A question costs one look at every piece of evidence about the mark.
public final class UseDesk {

  /// Evidence about one right that is looked through; more is refused rather than left out.
  public static final int EVIDENCE_MAX = 50_000;

  private static final int PAGE = 500;

  private final Records records;
  private final EvidenceBook book;
  private final MarkForm.Likeness likeness;
  private final UseWindows windows;

  /// @param nearness tells which goods are similar
  /// @param likeness compares names
  public UseDesk(
      Records records,
      EvidenceBook book,
      GoodsNearnessBetween nearness,
      MarkForm.Likeness likeness) {
    this.records = records;
    this.book = book;
    this.likeness = likeness;
    this.windows = new UseWindows(UseLaw.load(), nearness.fixed(), likeness);
  }

  /// The mark as registered.
  ///
  /// @throws ProblemsException with `not-found`, `use-of-mark` when it is no mark
  public RegisteredMark mark(Acting acting, RightId right) {
    return RegisteredMark.of(
        records
            .show(acting, right)
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of(
                        "not-found",
                        "right",
                        right.toString(),
                        "The register has no such right."))));
  }

  /// All evidence of use of a mark.
  ///
  /// @throws ProblemsException with `too-many` where there is more evidence about it than
  ///   [#EVIDENCE_MAX]
  public Locker locker(Acting acting, RightId right) {
    List<LockerItem> items = new ArrayList<>();
    List<EvidenceId> erased = new ArrayList<>();
    List<Locker.Unread> unread = new ArrayList<>();
    Set<Hash> withdrawn = new HashSet<>();
    Set<Hash> replaced = new HashSet<>();
    Optional<EvidenceId> before = Optional.empty();
    int seen = 0;
    while (true) {
      List<EvidenceStore.Kept> page = book.page(acting, Optional.of(right), before, PAGE);
      for (EvidenceStore.Kept kept : page) {
        // newest first: what withdraws or replaces a statement comes before it
        if (kept.leaf().kind() == LeafKind.REVOKE) {
          withdrawn.add(kept.leaf().previous());
          continue;
        }
        Hash own = kept.leaf().commitment().sha256();
        if (kept.leaf().kind() == LeafKind.SUPERSEDE) {
          replaced.add(kept.leaf().previous());
        }
        if (!ofUse(kept)) {
          continue;
        }
        if (kept.opening().isPresent() && withdrawn.contains(own)) {
          unread.add(new Locker.Unread(kept.id(), List.of(withdrawn(kept.id()))));
        } else if (kept.opening().isPresent() && replaced.contains(own)) {
          unread.add(new Locker.Unread(kept.id(), List.of(replaced(kept.id()))));
        } else {
          sort(kept, items, erased, unread);
        }
      }
      seen += page.size();
      if (page.size() < PAGE) {
        break;
      }
      if (seen > EVIDENCE_MAX) {
        throw new ProblemsException(
            Problem.of(
                "too-many",
                "right",
                right.toString(),
                "More than " + EVIDENCE_MAX + " pieces of evidence are about this right."));
      }
      before = Optional.of(page.getLast().id());
    }
    Collections.reverse(items);
    Collections.reverse(erased);
    Collections.reverse(unread);
    return new Locker(items, erased, unread);
  }

  /// Whether it is evidence of use, or a newer version of some. Of a newer version that was erased
  /// nobody knows; the first version, which is replaced all the same, tells that there was some.
  private static boolean ofUse(EvidenceStore.Kept kept) {
    return switch (kept.leaf().kind()) {
      case USE_DECLARATION -> true;
      case SUPERSEDE ->
          kept.opening()
              .map(one -> SignedStatement.parse(one.statement().array()).orThrow().manifest())
              .filter(one -> Versions.matter(LeafKind.SUPERSEDE, one) == LeafKind.USE_DECLARATION)
              .isPresent();
      default -> false;
    };
  }

  private static Problem replaced(EvidenceId id) {
    return Problem.of(
        "evidence-replaced", "", id.toString(), "There is a newer version: that one counts.");
  }

  private static Problem withdrawn(EvidenceId id) {
    return Problem.of("evidence-withdrawn", "", id.toString(), "Whoever deposited it withdrew it.");
  }

  private static void sort(
      EvidenceStore.Kept kept,
      List<LockerItem> items,
      List<EvidenceId> erased,
      List<Locker.Unread> unread) {
    if (kept.opening().isEmpty()) {
      erased.add(kept.id());
      return;
    }
    Manifest manifest =
        SignedStatement.parse(kept.opening().get().statement().array()).orThrow().manifest();
    if (UseDeclaration.stated(manifest.statement())) {
      return; // a declaration speaks of evidence and is none
    }
    if (!UseItem.stated(manifest.statement())) {
      unread.add(new Locker.Unread(kept.id(), List.of()));
      return;
    }
    try {
      items.add(
          new LockerItem(
              kept.id(),
              kept.at(),
              kept.by(),
              kept.index(),
              kept.leaf(),
              manifest.files(),
              UseItem.parse(manifest.statement())));
    } catch (ProblemsException wrong) {
      unread.add(new Locker.Unread(kept.id(), wrong.problems()));
    }
  }

  /// What the evidence shows of the three years before a day.
  ///
  /// @throws ProblemsException as [#mark] and [#locker]
  public UseWindow window(Acting acting, RightId right, UseQuestion question) {
    return windows.of(mark(acting, right), locker(acting, right), question);
  }

  /// The mark in evidence beside the mark as registered.
  MarkForm form(RegisteredMark mark, UseItem item) {
    return MarkForm.of(mark, item, likeness);
  }
}
