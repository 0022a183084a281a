package org.zhiheng.register.record;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.RightId;

/// One line of a list of rights.
///
/// @param id its id
/// @param kind what it is
/// @param office whose register it stands in
/// @param title in the first language known; of a word mark, the word; may be empty
/// @param number the number it is best known by: publication or registration, else application
/// @param stage the code of its life's stage (`granted`)
/// @param holder holders, else applicants, joined with `; `; may be empty
/// @param region province or state of the first of them; may be empty
/// @param mainClass symbol; may be empty
/// @param filedOn filing date, if known
/// @param noticedOn date of its latest notice; lists are ordered by it
public record RightRow(
    RightId id,
    RightKind kind,
    Office office,
    String title,
    String number,
    String stage,
    String holder,
    String region,
    String mainClass,
    Optional<LocalDate> filedOn,
    LocalDate noticedOn) {}
