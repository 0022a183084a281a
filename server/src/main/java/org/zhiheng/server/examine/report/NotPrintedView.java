package org.zhiheng.server.examine.report;

/// Why a report is not there as PDF.
///
/// @param record address of the record
/// @param why in words
/// @param page address of the page that can be printed instead
public record NotPrintedView(String record, String why, String page) {}
