package org.zhiheng.similarity.word;

/// How alike two names are, without the evidence: what a list is ordered by.
///
/// @param sound 0..1
/// @param shape 0..1
/// @param meaning 0..1; 0 where it was not compared
/// @param order 0..1, what the order rule named in [OrderRule] makes of them; it orders a list and
///   says nothing else
public record Rating(double sound, double shape, double meaning, double order) {}
