package org.zhiheng.jobs.administer.desk;

import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.DocketKeeper;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.fee.FeeDesk;
import org.zhiheng.jobs.administer.paper.PaperDesk;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.remind.ReminderDesk;
import org.zhiheng.jobs.records.Records;

/// What administering rights needs.
///
/// @param docket the deadlines of one right, and what is done with them
/// @param board the deadlines of all rights
/// @param keeper keeps the board up to date
/// @param reminders who is reminded of deadlines
/// @param recordals the change desk
/// @param customs the customs duty desk
/// @param papers what is handed to clients and offices
/// @param fees receipts, and relief
public record AdministerDesk(
    DocketDesk docket,
    DocketBoard board,
    DocketKeeper keeper,
    ReminderDesk reminders,
    RecordalDesk recordals,
    CustomsDesk customs,
    PaperDesk papers,
    FeeDesk fees) {

  /// With the papers that these fill.
  public static AdministerDesk of(
      Records records,
      DocketDesk docket,
      DocketBoard board,
      DocketKeeper keeper,
      ReminderDesk reminders,
      RecordalDesk recordals,
      CustomsDesk customs) {
    return new AdministerDesk(
        docket,
        board,
        keeper,
        reminders,
        recordals,
        customs,
        new PaperDesk(records, docket, board, recordals),
        new FeeDesk(records, docket, board));
  }
}
