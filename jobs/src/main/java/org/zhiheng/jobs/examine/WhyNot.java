package org.zhiheng.jobs.examine;

/// A mark that somebody named, beside the list of an examination.
///
/// @param examined the list
/// @param hit the mark, compared as those of the list are
/// @param place why it stands there, or does not
public record WhyNot(Examined examined, Hit hit, Place place) {

  /// Where the mark stands.
  public sealed interface Place {
    /// The name of the case in data and messages.
    default String code() {
      return switch (this) {
        case Listed _ -> "listed";
        case OtherGoods _ -> "other-goods";
        case FurtherDown _ -> "further-down";
        case NothingInCommon _ -> "nothing-in-common";
        case NotProposed _ -> "not-proposed";
      };
    }
  }

  /// It is in the list.
  ///
  /// @param rank from 1
  public record Listed(int rank) implements Place {}

  /// It was left out: by the table its goods are unrelated to those asked for.
  public record OtherGoods() implements Place {}

  /// It is less alike than the last of the list; a longer list would show it.
  ///
  /// @param last what the order rule makes of the last of the list, 0..1
  public record FurtherDown(double last) implements Place {}

  /// Nothing that is compared is alike.
  public record NothingInCommon() implements Place {}

  /// The engine finds it alike and the index did not propose it: it was recorded a moment ago,
  /// stands in a class that was not asked for, is weaker than what is listed at all, or the index
  /// has a gap.
  public record NotProposed() implements Place {}
}
