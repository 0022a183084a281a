package org.zhiheng.jobs.prove;

/// All that proving needs, wired.
///
/// @param deposits takes evidence in
/// @param book shows it
/// @param erasure destroys it where law asks for that, and holds it where law forbids it
/// @param exports writes it as bundles
/// @param turn sees it into the log
/// @param log what anybody may ask
public record ProveDesk(
    Deposits deposits,
    EvidenceBook book,
    Erasure erasure,
    Exports exports,
    LogTurn turn,
    PublicLog log) {}
