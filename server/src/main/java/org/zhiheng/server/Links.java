package org.zhiheng.server;

import java.util.Optional;
import org.zhiheng.jobs.administer.remind.Postman;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.jobs.report.Printer;

/// What reaches out of the house.
///
/// @param printer prints reports
/// @param captures fetches pages of the web
/// @param postman hands letters to a mail server; empty where none is configured
record Links(Printer printer, PageCapture captures, Optional<Postman> postman) {}
