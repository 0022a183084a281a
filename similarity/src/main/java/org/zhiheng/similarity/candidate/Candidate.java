package org.zhiheng.similarity.candidate;

import org.zhiheng.similarity.word.Rating;

/// A mark that was found.
///
/// @param key what the caller knows it by
/// @param name its words
/// @param rating the engine's, exact, not the index's guess
public record Candidate(String key, String name, Rating rating) {}
