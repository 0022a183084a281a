package org.zhiheng.jobs.value;

import java.time.LocalDate;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;

/// The annual fee of a patent year, as the tariff that is known asks it when paid in time.
///
/// @param patentYear from 1
/// @param begins the first day of that year; before it the fee is paid
/// @param amount after relief
/// @param source the tariff
/// @param confidence of the least sure source
public record YearFee(
    int patentYear, LocalDate begins, Money amount, String source, Confidence confidence) {}
