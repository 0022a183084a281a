package org.zhiheng.jobs.prove;

/// All that proving needs, wired.
///
/// @param deposits takes evidence in
/// @param book shows it
/// @param turn sees it into the log
/// @param log what anybody may ask
public record ProveDesk(Deposits deposits, EvidenceBook book, LogTurn turn, PublicLog log) {}
