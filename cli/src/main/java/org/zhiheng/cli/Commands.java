package org.zhiheng.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Builds the tree of commands.
final class Commands {

  private Commands() {}

  /// The whole command line, its commands bound to the session.
  static CommandLine line(Session session) {
    return line(session, _ -> true);
  }

  /// The command line as far as these arguments can ask for it: every noun, and the verbs of those
  /// that stand among them. To read all verbs took a third of a second at each start.
  static CommandLine line(Session session, List<String> arguments) {
    // a file of arguments may name any noun
    return arguments.stream().anyMatch(one -> one.startsWith("@"))
        ? line(session)
        : line(session, Set.copyOf(arguments)::contains);
  }

  private static CommandLine line(Session session, Predicate<String> asked) {
    CommandLine line = new CommandLine(new Zhiheng(session));
    CommandLine imports = new CommandLine(new ImportFile(session));
    imports.addSubcommand(new ImportVerbs.ListRuns(session));
    imports.addSubcommand(new ImportVerbs.ShowRun(session));
    line.addSubcommand(imports);
    line.addSubcommand(
        Noun.of(
            asked,
            "right",
            "Rights: list, show, enter, share.",
            new RightVerbs.ListRights(session),
            new RightVerbs.ShowRight(session),
            new RightVerbs.Enter(session),
            new RightKeeping.Refer(session),
            new RightKeeping.Share(session),
            new RightKeeping.Unshare(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "event",
            "What happened to a right: record, list.",
            new EventVerbs.RecordEvent(session),
            new EventVerbs.ListEvents(session),
            new EventVerbs.Kinds(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "document",
            "Documents that are attached to rights.",
            new DocumentVerbs.ShowDocument(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "party",
            "Whom the records name: list, show, merge.",
            new PartyVerbs.ListParties(session),
            new PartyVerbs.ShowParty(session),
            new PartyVerbs.Merge(session),
            new PartyVerbs.Unmerge(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "number",
            "Numbers and symbols that offices give, without a workspace.",
            new NumberCheck(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "mark",
            "Marks: examine a new one, compare two, attach a figure, move several, see filings.",
            new MarkVerbs.Examine(session),
            new MarkVerbs.Compare(session),
            new FilingVerbs.Assignment(session),
            new FilingVerbs.Filings(session),
            new MarkVerbs.AttachFigure(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "examination",
            "Kept examinations: list, show and ask again, report.",
            new ExaminationVerbs.ListKept(session),
            new ExaminationVerbs.ShowKept(session),
            new ExaminationVerbs.Report(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "similarity",
            "Compares lists of names, characters or logos, without a workspace.",
            new SimilarityVerbs.Search(session),
            new SimilarityVerbs.Characters(session),
            new SimilarityVerbs.Logos(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "evidence",
            "Evidence: deposit, list, show, export as a bundle, verify one, revoke, erase, hold.",
            new EvidenceVerbs.Deposit(session),
            new CaptureVerbs.Capture(session),
            new EvidenceVerbs.ListEvidence(session),
            new EvidenceVerbs.Show(session),
            new BundleVerbs.Export(session),
            new BundleVerbs.Verify(session),
            new EvidenceRevoke(session),
            new EvidenceSupersede(session),
            new ErasureVerbs.Erase(session),
            new ErasureVerbs.Hold(session),
            new ErasureVerbs.Lift(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "use",
            "Use of marks: what the evidence shows of three years; declare it.",
            new UseVerbs.Window(session),
            new UseVerbs.Declare(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "data-ip",
            "Data sets: regions, terms, opened rows, licences.",
            new DataVerbs.ListRegions(session),
            new DataVerbs.Show(session),
            new DataOpeningVerbs.Open(session),
            new DataOpeningVerbs.Check(session),
            new DataVerbs.Note(session),
            new DataVerbs.License(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "log",
            "The tamper-evident log: prove, look through, serve; witness those of others.",
            new LogVerbs.ShowCheckpoint(session),
            new LogWitnesses(session),
            new LogVerbs.Prove(session),
            new LogVerbs.Fsck(session),
            new LogVerbs.Stamp(session),
            new LogVerbs.Renew(session),
            new LogAnchoring.Anchor(session),
            new LogVerbs.Keys(session),
            new LogChangeKey(session),
            new LogSecondKey(session),
            new LogBackups.Backup(session),
            new LogBackups.Drill(session),
            new LogServing.Serve(session),
            new LogServing.ServeWitness(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "goods",
            "Goods and services of the imported table.",
            new GoodsVerbs.Suggest(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "deal",
            "Deals on cash flows of rights: check, run, price, simulate; keep, issue, report on.",
            new DealTemplate(session),
            new DealVerbs.Check(session),
            new DealVerbs.Run(session),
            new DealQuestions.Why(session),
            new DealPricing.Price(session),
            new DealQuestions.Solve(session),
            new DealGrids.Stress(session),
            new DealGrids.Compare(session),
            new DealVerbs.Simulate(session),
            new DealVerbs.ImportAbsBox(session),
            new KeptDealVerbs.Keep(session),
            new KeptDealVerbs.ListKept(session),
            new KeptDealVerbs.Pool(session),
            new KeptDealVerbs.Issue(session),
            new KeptDealVerbs.Report(session),
            new KeptDealVerbs.Reports(session),
            new KeptDealVerbs.Watch(session),
            new KeptDealRecompute(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "watch",
            "Names that are watched: start, end, list, hits, decide.",
            new WatchVerbs.Start(session),
            new WatchVerbs.End(session),
            new WatchVerbs.ListWatches(session),
            new WatchVerbs.Hits(session),
            new WatchVerbs.Decide(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "claim",
            "What the source article says, what was found, figures as published.",
            new ClaimVerbs.ListClaims(session),
            new ClaimVerbs.Figures(session)));
    line.addSubcommand(new DemoCommand(session));
    line.addSubcommand(new ValueCommand(session));
    line.addSubcommand(
        Noun.of(
            asked,
            "title",
            "Whether a right can be pledged: check, attach the papers that show it.",
            new TitleVerbs.Check(session),
            new TitleVerbs.Attach(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "pledge",
            "Rights that back deals: register a pledge, change, release, list.",
            new PledgeVerbs.Register(session),
            new PledgeVerbs.Adopt(session),
            new PledgeVerbs.Change(session),
            new PledgeVerbs.Release(session),
            new PledgeVerbs.ListDeals(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "reward",
            "What inventors are owed: statement.",
            new RewardStatementVerb(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "deadline",
            "When something is due, and why; the docket of the rights.",
            new DeadlineVerbs.Compute(session),
            new DocketVerbs.ListDeadlines(session),
            new DocketVerbs.Due(session),
            new DocketVerbs.Limited(session),
            new DocketVerbs.Close(session),
            new DocketVerbs.Reopen(session),
            new DocketVerbs.Assign(session),
            new BulkVerb(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "expedited",
            "Quicker ways: whether they are open, and what they promise.",
            new ExpeditedVerbs.Check(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "recordal",
            "The change desk: requests to record a change, an assignment, a licence, a pledge.",
            new RecordalVerbs.Check(session),
            new RecordalVerbs.FileRequest(session),
            new RecordalVerbs.Start(session),
            new RecordalVerbs.ListRequests(session),
            new RecordalVerbs.Show(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "paper",
            "Papers for clients and offices, filled from the record.",
            new PaperVerbs.Deadlines(session),
            new PaperVerbs.RequestPaper(session),
            new PaperVerbs.Frame(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "customs",
            "The customs duty desk: recordals, guarantees, notices of suspected goods.",
            new CustomsVerbs.RecordRecordal(session),
            new CustomsVerbs.TakeNotice(session),
            new CustomsVerbs.TakeStep(session),
            new CustomsVerbs.ListNotices(session),
            new CustomsVerbs.Show(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "reminder",
            "Who is reminded of deadlines by mail, and the letters.",
            new ReminderVerbs.ListRecipients(session),
            new ReminderVerbs.Keep(session),
            new ReminderVerbs.Drop(session),
            new ReminderVerbs.Outbox(session),
            new ReminderVerbs.Send(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "fee",
            "What keeps a right alive, and what it costs.",
            new FeeVerbs.Due(session),
            new FeeVerbs.Batch(session),
            new FeeDecide(session),
            new ReceiptVerbs.Add(session),
            new ReceiptVerbs.ListReceipts(session),
            new ReceiptVerbs.Relieve(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "rule",
            "The rules of time: list, show, check, what changes, what would move.",
            new RuleVerbs.ListRules(session),
            new RuleVerbs.Show(session),
            new RuleVerbs.Check(session),
            new RuleVerbs.Changes(session),
            new RuleVerbs.Stale(session),
            new RuleWhatIf(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "calendar",
            "The working calendar of the offices.",
            new DeadlineVerbs.WorkingDaysOf(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "organisation",
            "Who shares the workspace, each with records of its own.",
            new OrganisationVerbs.Add(session),
            new OrganisationVerbs.ListOrganisations(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "user",
            "Who may sign in.",
            new UserVerbs.Add(session),
            new UserVerbs.ListUsers(session),
            new UserVerbs.ResetPassword(session),
            new UserVerbs.Disable(session),
            new UserVerbs.Enable(session),
            new UserVerbs.SetRole(session)));
    line.addSubcommand(
        Noun.of(
            asked,
            "token",
            "API tokens.",
            new TokenVerbs.Add(session),
            new TokenVerbs.ListTokens(session),
            new TokenVerbs.Revoke(session)));
    line.addSubcommand(
        Noun.of(asked, "audit", "What was done, by whom.", new AuditVerbs.ListEntries(session)));
    line.addSubcommand(new BackupVerbs.Make(session));
    line.addSubcommand(new BackupVerbs.PutBack(session));
    line.addSubcommand(new DoctorVerb(session));
    line.addSubcommand(new CompletionCommand(session));
    boolean colour =
        session.around().answersPerson() && session.around().variable("NO_COLOR").isEmpty();
    return line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setOverwrittenOptionsAllowed(false)
        .setParameterExceptionHandler(Failures::usage)
        .setExecutionExceptionHandler(new Failures(session))
        .setExitCodeExceptionMapper(_ -> ExitCode.WORLD_FAILED.number());
  }

  /// The completion script for bash, which zsh reads too.
  static String completion(Session session) {
    return AutoComplete.bash("zhiheng", line(session));
  }
}
