package org.zhiheng.cashflow.price;

/// A present value and how it answers to the yield.
///
/// The change by a basis point differs from QuantLib 1.29's: that adds a hundredth of the
/// convexity's part only.
///
/// @param presentValue the dirty price, in the flows' units
/// @param macaulay mean time of what is paid, weighted by its present value, in years
/// @param modified `-dP/dy / P`, in years
/// @param convexity `d²P/dy² / P`, in years squared
/// @param basisPoint what the price changes by when the yield rises by 0.0001, to second order
public record Measures(
    double presentValue, double macaulay, double modified, double convexity, double basisPoint) {}
