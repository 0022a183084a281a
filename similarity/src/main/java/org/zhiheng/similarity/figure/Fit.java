package org.zhiheng.similarity.figure;

/// A movement under which two figures agree, and how well.
///
/// @param movement from the frame of the left figure to that of the right
/// @param value 0..1, the cost taken off
/// @param cost of the guess it began from
/// @param cut whether a part of the left figure is not seen
record Fit(Movement movement, double value, double cost, boolean cut) {}
