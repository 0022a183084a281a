package org.zhiheng.server;

import java.time.InstantSource;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.paper.PaperPages;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.report.Printer;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.server.page.Visitors;

/// What the roof stands on: the jobs, and who signs people in.
///
/// @param visitors tells who sent a request
/// @param records the rights
/// @param parties the parties
/// @param imports the runs there were
/// @param desk takes uploads
/// @param tables takes tables of one's own
/// @param documents keeps a table until it is taken in
/// @param audit what was done
/// @param examine examines marks
/// @param reports gives out reports of kept examinations
/// @param prove takes evidence in and shows the log
/// @param administer counts deadlines
/// @param papers lays out what is handed to clients and offices
/// @param printer prints pages to PDF
/// @param finance looks at titles before they are pledged
/// @param deals keeps deals, issues them, reports on them
/// @param captures fetches pages of the web
/// @param uploads takes large files in parts
/// @param clock that dates what is shown
public record Floors(
    Visitors visitors,
    Records records,
    PartyBook parties,
    Imports imports,
    ImportDesk desk,
    TableImports tables,
    Documents documents,
    AuditTrail audit,
    ExamineDesk examine,
    ExaminationReports reports,
    ProveDesk prove,
    AdministerDesk administer,
    PaperPages papers,
    Printer printer,
    FinanceDesk finance,
    DealDesk deals,
    PageCapture captures,
    Uploads uploads,
    InstantSource clock) {}
