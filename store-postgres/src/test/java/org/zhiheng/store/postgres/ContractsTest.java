package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.AuditTrailContract;
import org.zhiheng.contracts.ContractCheck;
import org.zhiheng.contracts.ImportRunsContract;
import org.zhiheng.contracts.PartiesContract;
import org.zhiheng.contracts.RightsContract;
import org.zhiheng.contracts.access.AccountsContract;
import org.zhiheng.contracts.answers.KeptAnswersContract;
import org.zhiheng.contracts.examine.AnswersContract;
import org.zhiheng.contracts.examine.ExaminationsContract;
import org.zhiheng.contracts.examine.FigureFilesContract;
import org.zhiheng.contracts.examine.GoodsEditionsContract;
import org.zhiheng.contracts.examine.MarkFeedContract;
import org.zhiheng.contracts.examine.WatchesContract;
import org.zhiheng.contracts.finance.DealBookContract;
import org.zhiheng.contracts.finance.PledgesContract;
import org.zhiheng.contracts.ledger.HeadContract;
import org.zhiheng.contracts.ledger.WitnessMemoryContract;
import org.zhiheng.contracts.prove.EvidenceStoreContract;

final class ContractsTest {

  @Test
  void runsEveryContractOfTheRecord() {
    assertThat(
            ContractCheck.missing(
                ContractsTest.class,
                List.of(
                    RightsContract.class,
                    PartiesContract.class,
                    ImportRunsContract.class,
                    AuditTrailContract.class,
                    AccountsContract.class,
                    KeptAnswersContract.class,
                    AnswersContract.class,
                    ExaminationsContract.class,
                    FigureFilesContract.class,
                    GoodsEditionsContract.class,
                    MarkFeedContract.class,
                    WatchesContract.class,
                    PledgesContract.class,
                    DealBookContract.class,
                    EvidenceStoreContract.class,
                    HeadContract.class,
                    WitnessMemoryContract.class)))
        .isEmpty();
  }
}
