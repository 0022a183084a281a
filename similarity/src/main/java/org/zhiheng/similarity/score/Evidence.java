package org.zhiheng.similarity.score;

import java.util.List;

/// One thing that shows how alike two marks are. Data, not sentences: pages say it in words.
public sealed interface Evidence {

  /// Both become the same text when something that does not distinguish is taken away.
  ///
  /// @param form the text both become
  /// @param by what was folded, as codes: `case`, `width`, `traditional`, `confusable`, `digits`,
  ///   `spacing`, `diacritics`, `order`, `affix`, `reduplication`, `plural`
  record SameForm(String form, List<String> by) implements Evidence {
    /// Copies the list.
    public SameForm {
      by = List.copyOf(by);
    }
  }

  /// Characters laid side by side; what only one has stands beside an empty text.
  ///
  /// @param pairs in the order of the first mark
  record Alignment(List<Pair> pairs) implements Evidence {
    /// Copies the list.
    public Alignment {
      pairs = List.copyOf(pairs);
    }
  }

  /// How both are read.
  ///
  /// @param system how the reading is written: `pinyin`, `jyutping`, `latin`
  /// @param pairs syllables side by side
  record Readings(String system, List<Pair> pairs) implements Evidence {
    /// Copies the list.
    public Readings {
      pairs = List.copyOf(pairs);
    }
  }

  /// One holds the other whole, or its part that distinguishes.
  ///
  /// @param part what is held
  /// @param whole the mark that holds it
  /// @param rest what stands beside it; may be empty
  /// @param restKind what the rest is: `generic`, `place`, `quality`, `company-form`, `domain`,
  ///   `other`
  record Contained(String part, String whole, String rest, String restKind) implements Evidence {}

  /// Parts of both that mean the same.
  ///
  /// @param by how that is known: `glossary`, `same-word`
  /// @param likeness 0..1
  record SameMeaning(String left, String right, String by, double likeness) implements Evidence {}

  /// How close a text model places both. A hint: such a model does not tell a word from its
  /// opposite.
  ///
  /// @param left what was asked of the first name, in simplified characters
  /// @param right of the second
  /// @param model its name
  /// @param modelHash SHA-256 of the model and of what it reads with, as 64 hexadecimal digits
  /// @param cosine -1..1, as the model gave it
  /// @param mapping how the likeness was made of it: a name and version
  /// @param likeness 0..1
  record PlacedByModel(
      String left,
      String right,
      String model,
      String modelHash,
      double cosine,
      String mapping,
      double likeness)
      implements Evidence {}

  /// Places of two figures that match under one movement of the plane.
  ///
  /// @param matched places that fit the movement
  /// @param compared places that were tried
  /// @param movement such as `rotate 12°, scale 0.8, mirrored`
  /// @param points where: x and y in the left and right figure, each 0..1 of width and height
  record MatchedPoints(int matched, int compared, String movement, List<PointPair> points)
      implements Evidence {
    /// Copies the list.
    public MatchedPoints {
      points = List.copyOf(points);
    }
  }

  /// A measure of its own name: `perceptual-hash`, `shape-moments`.
  ///
  /// @param likeness 0..1
  record Measure(String name, double likeness) implements Evidence {}

  /// What was not looked at, and why: as a code, such as `text-in-figure-unread`.
  record NotCompared(String code) implements Evidence {}

  /// Two parts laid side by side.
  ///
  /// @param left of the first mark; empty when only the second has something here
  /// @param right of the second; empty when only the first has something here
  /// @param likeness 0..1
  /// @param why a code such as `same`, `same-sound`, `near-sound`, `similar-shape`, `confusable`,
  ///   `missing`, `added`, `other`
  record Pair(String left, String right, double likeness, String why) {}

  /// A place in the left and in the right figure.
  record PointPair(double leftX, double leftY, double rightX, double rightY) {}
}
