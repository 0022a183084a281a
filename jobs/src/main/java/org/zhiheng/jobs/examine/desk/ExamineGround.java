package org.zhiheng.jobs.examine.desk;

import java.time.InstantSource;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.examine.SenseModel;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.Rights;

/// What the job examine stands on.
///
/// @param rights the register
/// @param parties whom it names
/// @param records the job over both
/// @param documents deposited pictures
/// @param trail what was done
/// @param clock that dates it
/// @param model places Chinese names by their sense; the desk closes it
public record ExamineGround(
    Rights rights,
    Parties parties,
    Records records,
    Documents documents,
    AuditTrail trail,
    InstantSource clock,
    SenseModel model) {}
