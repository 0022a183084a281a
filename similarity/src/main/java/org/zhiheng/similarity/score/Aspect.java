package org.zhiheng.similarity.score;

/// In which respect two marks are compared. The aspects are never added up.
public enum Aspect {
  /// 音: how they sound.
  SOUND,
  /// 形: how they look, as written words.
  SHAPE,
  /// 义: what they mean.
  MEANING,
  /// 图: how their figures look.
  FIGURE
}
