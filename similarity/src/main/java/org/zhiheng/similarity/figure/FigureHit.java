package org.zhiheng.similarity.figure;

/// A figure that was found.
///
/// @param key what the caller knows it by
/// @param score 0..1, as [Figures#compare] gives it, but for its evidence
public record FigureHit(String key, double score) {}
