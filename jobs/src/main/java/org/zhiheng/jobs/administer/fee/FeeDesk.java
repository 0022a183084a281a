package org.zhiheng.jobs.administer.fee;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.FeeRelief;
import org.zhiheng.jobs.administer.Part;
import org.zhiheng.jobs.administer.Receipt;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Writes receipts and relief down on the rights they are of, and lists receipts. Safe for many
/// threads.
public final class FeeDesk {

  private static final int NAME_MAX = Receipt.TEXT_MAX;

  private final Records records;
  private final DocketDesk docket;
  private final DocketBoard board;

  /// Over these.
  public FeeDesk(Records records, DocketDesk docket, DocketBoard board) {
    this.records = records;
    this.docket = docket;
    this.board = board;
  }

  /// The day at the office.
  public LocalDate today() {
    return docket.today();
  }

  /// Takes receipts.
  @FunctionalInterface
  public interface Taker {
    /// A receipt of a right.
    void receipt(DocketBoard.Case right, Receipt receipt);
  }

  /// The receipts of some rights, in the order of the rights' ids.
  ///
  /// @return the next rights; empty at the end
  public Optional<Part> receipts(Acting acting, Part part, Taker taker) {
    acting.must(Permission.READ);
    List<DocketBoard.Case> cases = board.cases(acting.organisation(), part.after(), part.most());
    for (DocketBoard.Case one : cases) {
      Receipt.of(one.events()).forEach(receipt -> taker.receipt(one, receipt));
    }
    return cases.size() < part.most()
        ? Optional.empty()
        : Optional.of(new Part(cases.getLast().right().number(), part.most()));
  }

  /// The receipts of one right; none of one that the acting one may not see.
  public List<Receipt> receipts(Acting acting, RightId right) {
    acting.must(Permission.READ);
    return records
        .show(acting, right)
        .map(file -> Receipt.of(file.record().events()))
        .orElse(List.of());
  }

  /// Writes a receipt down, tied to the event that met the deadline. The same one again changes
  /// nothing.
  ///
  /// @param deadline the key of a deadline that was met
  /// @throws ProblemsException `not-found`, `receipt-unpaid` while no event on record meets it,
  ///   `receipt-taken` for a number that another receipt of the right has, `required`, `limit`,
  ///   `date-out-of-range`
  /// @throws IOException when the record cannot be written
  public Receipt add(Acting acting, RightId right, String deadline, Receipt.Given given)
      throws IOException {
    acting.must(Permission.RECORD);
    List<Problem> problems = new ArrayList<>();
    named(problems, "number", given.number());
    named(problems, "payer", given.payer());
    if (given.amount().minor() <= 0) {
      problems.add(
          Problem.of(
              "receipt-amount", "amount", given.amount().toString(), "More than nothing is paid."));
    }
    past(problems, "on", given.on());
    refuse(problems);
    RightFile file = own(acting, right);
    Deadline paid =
        docket.docket(acting, right, docket.today()).stream()
            .flatMap(one -> one.deadlines().stream())
            .filter(one -> one.key().equals(deadline))
            .findFirst()
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of(
                        "not-found", "deadline", deadline, "The right has no such deadline.")));
    if (!(paid.state() instanceof State.Met met)) {
      throw new ProblemsException(
          Problem.of(
              "receipt-unpaid",
              "deadline",
              deadline,
              "No event on record meets it: record the payment first."));
    }
    EventId closedBy = met.by();
    for (Receipt there : Receipt.of(file.record().events())) {
      if (there.number().equals(given.number())) {
        if (there.deadline().equals(deadline)
            && there.on().equals(given.on())
            && there.amount().equals(given.amount())
            && there.payer().equals(given.payer())) {
          return there;
        }
        throw new ProblemsException(
            Problem.of(
                "receipt-taken",
                "number",
                given.number(),
                "This number is on another receipt, for " + there.deadline() + "."));
      }
    }
    note(acting, right, given.on(), Receipt.CODE, Receipt.text(deadline, closedBy, given));
    return Receipt.of(own(acting, right).record().events()).stream()
        .filter(one -> one.number().equals(given.number()))
        .findFirst()
        .orElseThrow();
  }

  /// Writes relief down: fees of the right are reckoned with it from that day on.
  ///
  /// @param kind of which none says that it ended
  /// @param year of the applicant's filing for relief
  /// @throws ProblemsException `not-found`, `required`, `limit`, `relief-right` for what is no
  ///   patent
  /// @throws IOException when the record cannot be written
  public FeeRelief relieve(
      Acting acting, RightId right, Upkeep.Relief kind, int year, String applicant, LocalDate from)
      throws IOException {
    acting.must(Permission.RECORD);
    List<Problem> problems = new ArrayList<>();
    named(problems, "applicant", applicant);
    FeeRelief.year(Integer.toString(year))
        .refusal()
        .ifPresent(problem -> problems.add(problem.at("year")));
    refuse(problems);
    RightFile file = own(acting, right);
    switch (file.record().kind().family()) {
      case PATENT -> {}
      case MARK, RECORDED ->
          throw new ProblemsException(
              Problem.of(
                  "relief-right",
                  "right",
                  file.record().kind().code(),
                  "Relief is granted for patents."));
    }
    note(acting, right, from, FeeRelief.CODE, FeeRelief.text(kind, year, applicant));
    return FeeRelief.on(own(acting, right).record().events(), from).orElseThrow();
  }

  private static void named(List<Problem> problems, String path, String text) {
    if (text.isBlank() || text.length() > NAME_MAX || text.contains("|")) {
      problems.add(
          Problem.of(
              "required",
              path,
              text,
              "This is given, in 1 to " + NAME_MAX + " characters, without the sign |."));
    }
  }

  private void past(List<Problem> problems, String path, LocalDate day) {
    if (day.isAfter(docket.today())) {
      problems.add(
          Problem.of(
              "date-out-of-range",
              path,
              day.toString(),
              "It was paid today, " + docket.today() + ", or before."));
    }
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  private RightFile own(Acting acting, RightId right) {
    return records
        .show(acting, right)
        .filter(file -> file.record().organisation().equals(acting.organisation()))
        .orElseThrow(() -> absent(right));
  }

  private static ProblemsException absent(RightId right) {
    return new ProblemsException(
        Problem.of("not-found", "right", right.toString(), "There is no such right of one's own."));
  }

  private void note(Acting acting, RightId right, LocalDate on, String code, String text)
      throws IOException {
    Map<String, String> fields = new TreeMap<>();
    fields.put("code", code);
    fields.put("text", text);
    Recording recording =
        records.record(
            acting, right, FactKind.NOTED, on, fields, Optional.empty(), Optional.empty());
    switch (recording) {
      case Recording.Done _, Recording.Unchanged _ -> {}
      case Recording.Refused refused -> throw new ProblemsException(refused.problems());
      case Recording.NotFound _ -> throw absent(right);
      case Recording.Stale _ ->
          throw new ProblemsException(
              Problem.of("stale", "right", right.toString(), "Others write to it; try again."));
    }
  }
}
