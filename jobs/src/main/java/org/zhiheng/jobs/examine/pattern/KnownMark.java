package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.values.RightId;

/// A mark or name of somebody else that filings are compared with.
///
/// @param name its words
/// @param holder whose; may be empty in a list that was typed in
/// @param right its id, where the register has it
/// @param since from when it is known to exist, if that is recorded: a filing before that day
///   cannot have followed it
public record KnownMark(
    String name, String holder, Optional<RightId> right, Optional<LocalDate> since) {}
