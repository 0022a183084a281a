package org.zhiheng.jobs.administer.customs;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.values.Money;
import org.zhiheng.values.RightId;

/// A notice of customs that suspected goods were found.
///
/// @param right that they seem to infringe
/// @param day the notice is in hand
/// @param port where the goods are
/// @param goods what they are
/// @param shipper the consignor or consignee, as the notice names them
/// @param quantity as the notice says it; may be empty
/// @param worth of the goods, where the notice says it
public record Notice(
    RightId right,
    LocalDate day,
    String port,
    String goods,
    String shipper,
    String quantity,
    Optional<Money> worth) {}
