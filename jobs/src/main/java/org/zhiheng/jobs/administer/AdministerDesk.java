package org.zhiheng.jobs.administer;

import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.remind.ReminderDesk;

/// What administering rights needs.
///
/// @param docket the deadlines of one right, and what is done with them
/// @param board the deadlines of all rights
/// @param keeper keeps the board up to date
/// @param reminders who is reminded of deadlines
/// @param recordals the change desk
/// @param customs the customs duty desk
public record AdministerDesk(
    DocketDesk docket,
    DocketBoard board,
    DocketKeeper keeper,
    ReminderDesk reminders,
    RecordalDesk recordals,
    CustomsDesk customs) {}
