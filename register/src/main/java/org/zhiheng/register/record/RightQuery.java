package org.zhiheng.register.record;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// What a list of rights is asked for. All given conditions hold at once.
///
/// @param viewer who asks
/// @param scope the viewer's own rights or those shared with it
/// @param term as typed: parts of a number, a title or a party's name, in any case and width; words
///   apart by spaces must all occur; empty for no condition
/// @param kind one kind
/// @param office one office
/// @param stage code of a stage (`granted`); empty for any
/// @param classPrefix a class symbol or the beginning of one (`G06F`, `28`); empty for any
/// @param region province or state as recorded (`广东`); empty for any
/// @param party a party in any role
/// @param noticedFrom first day of the latest notice, inclusive
/// @param noticedTo day after the last, exclusive
/// @param after where the page before ended
/// @param limit rows of a page, 1..[#LIMIT_MAX]
public record RightQuery(
    OrganisationId viewer,
    Scope scope,
    String term,
    Optional<RightKind> kind,
    Optional<Office> office,
    String stage,
    String classPrefix,
    String region,
    Optional<PartyId> party,
    Optional<LocalDate> noticedFrom,
    Optional<LocalDate> noticedTo,
    Optional<Cursor> after,
    int limit) {

  /// A page that is longer is an export.
  public static final int LIMIT_MAX = 500;

  /// What is typed beyond this is not looked for.
  public static final int TERM_LENGTH_MAX = 200;

  /// @throws IllegalArgumentException when the limit or the term's length is out of range
  public RightQuery {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit must be in 1.." + LIMIT_MAX + ": " + limit);
    }
    if (term.length() > TERM_LENGTH_MAX) {
      throw new IllegalArgumentException("term has at most " + TERM_LENGTH_MAX + " characters");
    }
  }

  /// Everything of one's own.
  public static RightQuery all(OrganisationId viewer, int limit) {
    return new RightQuery(
        viewer,
        Scope.OWN,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  /// The same question with this typed.
  public RightQuery withTerm(String newTerm) {
    return new RightQuery(
        viewer,
        scope,
        newTerm,
        kind,
        office,
        stage,
        classPrefix,
        region,
        party,
        noticedFrom,
        noticedTo,
        after,
        limit);
  }

  /// The same question from here on.
  public RightQuery from(Optional<Cursor> cursor) {
    return new RightQuery(
        viewer,
        scope,
        term,
        kind,
        office,
        stage,
        classPrefix,
        region,
        party,
        noticedFrom,
        noticedTo,
        cursor,
        limit);
  }

  /// Whose rights.
  public enum Scope {
    /// The viewer's own.
    OWN,
    /// Those that others shared with the viewer.
    SHARED
  }

  /// The last row of a page: rows are ordered by latest notice, newest first, then by id, newest
  /// first.
  ///
  /// @param noticedOn of that row
  /// @param id of that row
  public record Cursor(LocalDate noticedOn, RightId id) {}
}
