package org.zhiheng.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

/// What one command does. A closed set: no command comes from outside.
sealed interface Verb extends Callable<Integer>
    permits AuditVerbs.ListEntries,
        BundleVerbs.Export,
        BundleVerbs.Verify,
        CaptureVerbs.Capture,
        CompletionCommand,
        DataOpeningVerbs.Check,
        DataVerbs.License,
        DataVerbs.ListRegions,
        DataVerbs.Note,
        DataOpeningVerbs.Open,
        DataVerbs.Show,
        DealVerbs.Check,
        DealVerbs.ImportAbsBox,
        DealVerbs.Run,
        DealVerbs.Simulate,
        DeadlineVerbs.Compute,
        DeadlineVerbs.WorkingDaysOf,
        DocumentVerbs.ShowDocument,
        ErasureVerbs.Erase,
        ErasureVerbs.Hold,
        ErasureVerbs.Lift,
        EventVerbs.Kinds,
        EventVerbs.ListEvents,
        EventVerbs.RecordEvent,
        EvidenceVerbs.Deposit,
        EvidenceVerbs.ListEvidence,
        EvidenceVerbs.Show,
        ExaminationVerbs.ListKept,
        ExaminationVerbs.Report,
        ExaminationVerbs.ShowKept,
        FilingVerbs.Assignment,
        FilingVerbs.Filings,
        GoodsVerbs.Suggest,
        ImportFile,
        ImportVerbs.ListRuns,
        ImportVerbs.ShowRun,
        LogAnchoring.Anchor,
        LogBackups.Backup,
        LogBackups.Drill,
        LogServing.Serve,
        LogServing.ServeWitness,
        LogVerbs.Fsck,
        LogVerbs.Keys,
        LogVerbs.Prove,
        LogVerbs.ShowCheckpoint,
        LogVerbs.Stamp,
        LogVerbs.Renew,
        MarkVerbs.AttachFigure,
        MarkVerbs.Compare,
        MarkVerbs.Examine,
        NumberCheck,
        OrganisationVerbs.Add,
        OrganisationVerbs.ListOrganisations,
        PartyVerbs.ListParties,
        PartyVerbs.Merge,
        PartyVerbs.ShowParty,
        PartyVerbs.Unmerge,
        RightKeeping.Refer,
        RightKeeping.Share,
        RightKeeping.Unshare,
        RightVerbs.Enter,
        RightVerbs.ListRights,
        RightVerbs.ShowRight,
        RuleVerbs.Changes,
        RuleVerbs.Check,
        RuleVerbs.ListRules,
        RuleVerbs.Show,
        SimilarityVerbs.Characters,
        SimilarityVerbs.Logos,
        SimilarityVerbs.Search,
        TokenVerbs.Add,
        TokenVerbs.ListTokens,
        TokenVerbs.Revoke,
        UseVerbs.Declare,
        UseVerbs.Window,
        UserVerbs.Add,
        UserVerbs.Disable,
        UserVerbs.Enable,
        UserVerbs.ListUsers,
        UserVerbs.ResetPassword,
        UserVerbs.SetRole {

  /// Does it.
  ///
  /// @throws IOException when the world fails
  ExitCode done() throws IOException;

  @Override
  default Integer call() throws IOException {
    return done().number();
  }
}
