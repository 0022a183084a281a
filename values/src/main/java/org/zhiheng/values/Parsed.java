package org.zhiheng.values;

import java.util.Optional;
import java.util.function.Function;

/// What reading a text gave: the value, or why it was refused.
///
/// @param <T> the value's type
public sealed interface Parsed<T> {

  /// It reads.
  record Ok<T>(T value) implements Parsed<T> {}

  /// It does not.
  record Refused<T>(Problem problem) implements Parsed<T> {}

  /// The text reads as this value.
  static <T> Parsed<T> ok(T value) {
    return new Ok<>(value);
  }

  /// The text is refused.
  static <T> Parsed<T> refused(String code, String given, String reason) {
    return new Refused<>(Problem.of(code, "", given, reason));
  }

  /// The value, or a [ProblemsException] with the one problem.
  default T orThrow() {
    return switch (this) {
      case Ok<T> ok -> ok.value();
      case Refused<T> refused -> throw new ProblemsException(refused.problem());
    };
  }

  /// The value, if it read.
  default Optional<T> found() {
    return switch (this) {
      case Ok<T> ok -> Optional.of(ok.value());
      case Refused<T> _ -> Optional.empty();
    };
  }

  /// The problem, if it was refused.
  default Optional<Problem> refusal() {
    return switch (this) {
      case Ok<T> _ -> Optional.empty();
      case Refused<T> refused -> Optional.of(refused.problem());
    };
  }

  /// The value changed; a refusal stays as it is.
  default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Ok<T> ok -> new Ok<>(change.apply(ok.value()));
      case Refused<T> refused -> new Refused<>(refused.problem());
    };
  }
}
