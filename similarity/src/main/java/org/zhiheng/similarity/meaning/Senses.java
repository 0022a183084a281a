package org.zhiheng.similarity.meaning;

/// Whom to ask how close two Chinese texts lie in sense, where the glossary says nothing of them.
///
/// Safe for many threads.
@FunctionalInterface
public interface Senses {

  /// Nobody is asked.
  Senses NONE = (_, _) -> new Sensed.NotAsked();

  /// How close they lie.
  ///
  /// @param left Han characters, simplified
  /// @param right the same of the other name
  Sensed between(String left, String right);

  /// What asking gave.
  sealed interface Sensed {

    /// Nobody was there to be asked, by intent.
    record NotAsked() implements Sensed {}

    /// A model should be there and is not.
    ///
    /// @param why in a sentence
    record Missing(String why) implements Sensed {}

    /// A model placed both.
    ///
    /// @param model its name
    /// @param modelHash 64 hexadecimal digits
    /// @param cosine -1..1
    record Placed(String model, String modelHash, double cosine) implements Sensed {}
  }
}
