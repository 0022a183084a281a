package org.zhiheng.similarity.figure;

/// The movement under which two figures agree best, and how well.
///
/// @param movement from the frame of the left figure to that of the right
/// @param value 0..1
record Fit(Movement movement, double value) {}
