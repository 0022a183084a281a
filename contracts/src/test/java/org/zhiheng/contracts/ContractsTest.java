package org.zhiheng.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.access.AccountsContract;
import org.zhiheng.contracts.answers.KeptAnswersContract;
import org.zhiheng.contracts.candidate.CandidatesContract;
import org.zhiheng.contracts.examine.AnswersContract;
import org.zhiheng.contracts.examine.ExaminationsContract;
import org.zhiheng.contracts.examine.FigureFilesContract;
import org.zhiheng.contracts.examine.GoodsEditionsContract;
import org.zhiheng.contracts.examine.MarkFeedContract;
import org.zhiheng.contracts.examine.WatchesContract;
import org.zhiheng.contracts.finance.DealBookContract;
import org.zhiheng.contracts.finance.PledgesContract;
import org.zhiheng.contracts.uploads.UploadStoreContract;

final class ContractsTest {

  @Test
  void runsEveryContract() {
    assertThat(
            ContractCheck.missing(
                ContractsTest.class,
                List.of(
                    RightsContract.class,
                    PartiesContract.class,
                    ImportRunsContract.class,
                    AuditTrailContract.class,
                    DocumentsContract.class,
                    AccountsContract.class,
                    KeptAnswersContract.class,
                    CandidatesContract.class,
                    AnswersContract.class,
                    ExaminationsContract.class,
                    FigureFilesContract.class,
                    GoodsEditionsContract.class,
                    MarkFeedContract.class,
                    WatchesContract.class,
                    PledgesContract.class,
                    DealBookContract.class,
                    UploadStoreContract.class)))
        .isEmpty();
  }
}
