package org.zhiheng.server.examine;

/// One kept examination.
///
/// @param record what it is
/// @param list digest of its list
/// @param again whether the same question gives the same list today, in words
/// @param found what the same question finds today
public record RecordView(
    ExamineView.KeptRow record, String list, String again, ExamineView.Found found) {}
