package org.zhiheng.cli;

import org.zhiheng.jobs.finance.FinanceDesk;

/// Opens what financing needs; the rules of time are read for no other command.
interface Financing {

  /// The desk.
  FinanceDesk open();
}
