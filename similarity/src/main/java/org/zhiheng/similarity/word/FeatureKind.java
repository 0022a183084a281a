package org.zhiheng.similarity.word;

/// The properties of a name that an index files it under.
public enum FeatureKind {
  /// The whole normal form.
  FORM,
  /// A run of characters of the normal form.
  GRAM
}
