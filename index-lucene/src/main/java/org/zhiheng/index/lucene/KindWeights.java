package org.zhiheng.index.lucene;

import org.zhiheng.similarity.word.FeatureKind;

/// How much a shared feature of each kind promises, beside how rare it is: the one table to tune.
final class KindWeights {

  private KindWeights() {}

  /// 1..16. A kind that is not weighed does not compile.
  static int of(FeatureKind kind) {
    return switch (kind) {
      case FORM, CORE, BRIDGE -> 8;
      case TOKEN, SOUND, HAN, HAN_PAIR, PINYIN_PAIR -> 6;
      case PINYIN -> 5;
      case GRAM -> 4;
      case SOUND_GRAM -> 3;
    };
  }

  /// The same for a key of a name's spelling.
  static int of(Spelling.KeyKind kind) {
    return switch (kind) {
      case WHOLE, CUT -> 8;
      case RUN -> 5;
    };
  }
}
