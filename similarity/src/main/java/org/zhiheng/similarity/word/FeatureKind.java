package org.zhiheng.similarity.word;

/// The properties of a name that an index files it under.
public enum FeatureKind {
  /// The whole normal form.
  FORM,
  /// The form without words that add little.
  CORE,
  /// A word that distinguishes.
  TOKEN,
  /// A run of three characters of the normal form; its ends are marked `^` and `$`.
  GRAM,
  /// The consonants of the core as they sound.
  SOUND,
  /// A run of three sounds of the core.
  SOUND_GRAM,
  /// A Han character.
  HAN,
  /// Two Han characters that stand together.
  HAN_PAIR,
  /// A syllable in pinyin, without tone, sounds folded that many speakers do not keep apart.
  PINYIN,
  /// Two such syllables that stand together.
  PINYIN_PAIR,
  /// What a Latin and a Han name that sound or mean alike have in common.
  BRIDGE
}
