package org.zhiheng.valuation.method;

import org.zhiheng.valuation.input.Unit;

/// A line of a reckoning.
///
/// @param name what is reckoned
/// @param value what it comes to
/// @param unit what it counts
public record Step(String name, double value, Unit unit) {}
