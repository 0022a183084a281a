package org.zhiheng.jobs.value;

/// What a person tells beside the register, as YAML; `docs/formats/value.md` describes it.
///
/// @param name the file's, as problems give it
/// @param text of it
public record GivenFile(String name, String text) {

  /// Characters that doors take of one: some hundred deals and judgements.
  public static final int LENGTH_MAX = 200_000;
}
