package org.zhiheng.similarity.guideline;

/// How alike two characters sound and look: what the rules ask about a first character.
public interface CharacterLikeness {

  /// 0..1, by sound; 0 when a reading is missing.
  double sound(int left, int right);

  /// 0..1, by shape.
  double shape(int left, int right);
}
