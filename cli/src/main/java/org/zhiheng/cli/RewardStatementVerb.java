package org.zhiheng.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.finance.reward.RewardLaw;
import org.zhiheng.jobs.finance.reward.RewardQuestion;
import org.zhiheng.jobs.finance.reward.RewardStatement;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng reward statement`
@Command(
    name = "statement",
    description = {
      "States what the inventors of a patent are owed: what was agreed, or else the law's least;",
      "the share comes off the income before anything of it can back a deal."
    })
final class RewardStatementVerb implements Verb {

  private static final Currency YUAN = Currency.getInstance("CNY");

  private final Session session;

  @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
  private String typed = "";

  @Option(names = "--income", paramLabel = "AMOUNT", description = "Of the period (default: 0).")
  private String income = "0.00";

  @Option(names = "--costs", paramLabel = "AMOUNT", description = "Taken off it (default: 0).")
  private String costs = "0.00";

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "licence, licence-back, transfer or own-use (default: licence).")
  private String source = RewardQuestion.Income.LICENCE.code();

  @Option(
      names = "--employer",
      paramLabel = "KIND",
      description = "company or state: a state institute or university (default: company).")
  private String employer = RewardQuestion.Employer.COMPANY.code();

  @Option(names = "--agreed", paramLabel = "PERCENT", description = "The share that was agreed.")
  private Optional<String> agreed = Optional.empty();

  @Option(
      names = "--agreed-reward",
      paramLabel = "AMOUNT",
      description = "What was agreed for the grant.")
  private Optional<String> agreedReward = Optional.empty();

  @Option(
      names = "--heilongjiang",
      description = "The completers carry it out in that province (notice of 2022).")
  private boolean heilongjiang;

  @Option(
      names = "--inventor",
      paramLabel = "NAME[=WEIGHT]",
      description = "May be given several times (default: the inventors on record, alike).")
  private List<String> inventors = List.of();

  RewardStatementVerb(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    try (Workspace workspace = session.workspace()) {
      RightId right = Meant.one(workspace, typed);
      RightFile file =
          workspace
              .records()
              .show(workspace.owner(), right)
              .orElseThrow(() ->
                  new ProblemsException(
                      Problem.of("not-found", "", typed, "The register has no such right.")));
      RewardStatement statement = RewardStatement.of(question(file), RewardLaw.load());
      session.output().sheet(sheet(right, statement));
    }
    return ExitCode.DONE;
  }

  private RewardQuestion question(RightFile file) {
    return new RewardQuestion(
        file.record().kind(),
        file.right().dates().grantedOn(),
        employer(employer),
        source(source),
        amount(income),
        amount(costs),
        agreedReward.map(RewardStatementVerb::amount),
        agreed.map(RewardStatementVerb::percent),
        heilongjiang,
        inventors.isEmpty() ? onRecord(file) : named());
  }

  private static List<RewardQuestion.Inventor> onRecord(RightFile file) {
    return file.right().bibliography().named().stream()
        .filter(one -> one.role() == Bibliography.Role.INVENTOR)
        .map(one -> new RewardQuestion.Inventor(one.name(), 1))
        .toList();
  }

  private List<RewardQuestion.Inventor> named() {
    List<RewardQuestion.Inventor> all = new ArrayList<>();
    for (String one : inventors) {
      int sign = one.lastIndexOf('=');
      String weight = sign < 0 ? "1" : one.substring(sign + 1).strip();
      if (!weight.matches("[1-9][0-9]{0,8}")) {
        throw new ProblemsException(
            Problem.of("reward-inventor", "--inventor", one, "A weight is a whole number from 1."));
      }
      all.add(
          new RewardQuestion.Inventor(
              (sign < 0 ? one : one.substring(0, sign)).strip(), Long.parseLong(weight)));
    }
    return all;
  }

  private static Sheet sheet(RightId right, RewardStatement statement) {
    List<List<String>> bases = new ArrayList<>();
    bases.add(basis("reward", statement.reward().amount().toString(), statement.reward().basis()));
    bases.add(
        basis(
            "share", statement.share().percent().toPlainString() + "%", statement.share().basis()));
    statement
        .helpers()
        .ifPresent(
            one -> bases.add(basis("helpers", one.percent().toPlainString() + "%", one.basis())));
    return new Sheet()
        .text("right", right.toString())
        .text("reward", statement.reward().amount().toString())
        .day("rewardDue", statement.reward().due())
        .text("net", statement.net().toString())
        .text("share", statement.share().amount().toString())
        .text("helpers", statement.helpers().map(one -> one.amount().toString()).orElse(""))
        .text("deduct", statement.deduction())
        .table(
            "inventors",
            List.of(Column.text("name"), Column.text("reward"), Column.text("remuneration")),
            statement.inventors().stream()
                .map(one ->
                    List.of(one.name(), one.reward().toString(), one.remuneration().toString()))
                .toList())
        .table(
            "figures",
            List.of(
                Column.text("figure"),
                Column.text("value"),
                Column.text("basis"),
                Column.text("instrument"),
                Column.text("article"),
                Column.text("confidence")),
            bases)
        .table(
            "notes",
            List.of(Column.text("note"), Column.text("instrument"), Column.text("says")),
            statement.notes().stream()
                .map(one ->
                    List.of(one.code(), one.rule().citation().instrument(), one.rule().says()))
                .toList());
  }

  private static List<String> basis(String figure, String value, RewardStatement.Basis basis) {
    return List.of(
        figure,
        value,
        basis.agreed() ? "agreed" : "least",
        basis.rule().citation().instrument(),
        basis.rule().citation().article(),
        basis.rule().citation().confidence().name().toLowerCase(Locale.ROOT));
  }

  private static RewardQuestion.Employer employer(String text) {
    for (RewardQuestion.Employer one : RewardQuestion.Employer.values()) {
      if (one.code().equals(text)) {
        return one;
      }
    }
    throw new ProblemsException(
        Problem.of("reward-employer", "--employer", text, "It is company or state."));
  }

  private static RewardQuestion.Income source(String text) {
    for (RewardQuestion.Income one : RewardQuestion.Income.values()) {
      if (one.code().equals(text)) {
        return one;
      }
    }
    throw new ProblemsException(
        Problem.of(
            "reward-source",
            "--from",
            text,
            "Income is from licence, licence-back, transfer or own-use."));
  }

  private static Money amount(String text) {
    return Money.parse(YUAN, text).orThrow();
  }

  private static BigDecimal percent(String text) {
    String number = text.strip().replaceFirst("%$", "");
    if (!number.matches("[0-9]{1,3}(\\.[0-9]{1,4})?")) {
      throw new ProblemsException(
          Problem.of("reward-share", "--agreed", text, "A share is written 50% or 12.5%."));
    }
    return new BigDecimal(number);
  }
}
