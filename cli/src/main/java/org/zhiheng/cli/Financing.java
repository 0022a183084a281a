package org.zhiheng.cli;

import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.deal.DealDesk;

/// Opens what financing needs; the rules of time are read for no other command.
interface Financing {

  /// Titles and pledges.
  FinanceDesk open();

  /// Deals that are kept.
  DealDesk deals();
}
