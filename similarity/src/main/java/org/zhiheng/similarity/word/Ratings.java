package org.zhiheng.similarity.word;

import org.jspecify.annotations.Nullable;
import org.zhiheng.similarity.bridge.Bridge;
import org.zhiheng.similarity.bridge.BridgeRating;
import org.zhiheng.similarity.han.HanLexicon;

/// How alike two names are, in numbers.
final class Ratings {

  /// So much likeness any two names have by chance.
  private static final float CHANCE = 0.2f;

  /// How much the stronger of sound and shape counts for the order, beside the weaker.
  private static final double STRONGER = 0.6;

  /// What is left of a likeness when the parts of a name had to change places.
  private static final float REORDERED = 0.95f;

  /// What is left of it when one of two names has another element that was not compared.
  private static final double ELEMENT = 0.97;

  /// What is left of it when nothing in one name distinguishes, but something in the other does.
  private static final double PLAIN = 0.8;

  /// What a likeness across scripts counts for the order: it rests on less.
  private static final double ACROSS = 0.9;

  final Alignment looks = new Alignment(LetterLooks.costs(), LetterLooks.bounds());
  final Alignment sounds = new Alignment(LatinSounds.costs(), LatinSounds.costs());
  final HanAlignment hanLooks;
  final HanAlignment hanSounds;
  private final Bridge bridge;

  Ratings(HanLexicon lexicon, Bridge bridge) {
    this.bridge = bridge;
    this.hanLooks = HanAlignment.byShape(lexicon);
    this.hanSounds = HanAlignment.bySound(lexicon);
  }

  /// Which parts of two names were laid side by side.
  enum Element {
    /// The Latin letters of both.
    LATIN,
    /// The Han characters of both.
    HAN,
    /// Letters of one, characters of the other.
    ACROSS
  }

  Rating rate(WordMark left, WordMark right) {
    if (!left.hasHan() && !right.hasHan()) {
      return latin(left, right);
    }
    Rating best = null;
    for (Element element : Element.values()) {
      if (has(left, right, element)) {
        Rating rating = rate(left, right, element);
        best = best == null || rating.order() > best.order() ? rating : best;
      }
    }
    return best == null ? NONE : best;
  }

  private static final Rating SAME = new Rating(1, 1, 0, 1);

  private static final Rating NONE = new Rating(0, 0, 0, 0);

  /// Whether two names can be compared by this element.
  static boolean has(WordMark left, WordMark right, Element element) {
    return switch (element) {
      case LATIN -> left.hasLatin() && right.hasLatin();
      case HAN -> left.hasHan() && right.hasHan();
      case ACROSS ->
          ((left.hasLatin() && right.hasHan()) || (left.hasHan() && right.hasLatin()))
              && (left.hasLatin() != right.hasLatin() || left.hasHan() != right.hasHan());
    };
  }

  Rating rate(WordMark left, WordMark right, Element element) {
    Rating rating =
        switch (element) {
          case LATIN -> latin(left, right);
          case HAN -> han(left, right);
          case ACROSS -> across(left, right);
        };
    boolean mixed = (left.hasLatin() && left.hasHan()) || (right.hasLatin() && right.hasHan());
    return mixed && !left.form().equals(right.form())
        ? new Rating(
            rating.sound() * ELEMENT,
            rating.shape() * ELEMENT,
            rating.meaning() * ELEMENT,
            rating.order() * ELEMENT)
        : rating;
  }

  private Rating latin(WordMark left, WordMark right) {
    Alignment.Rows rows =
        new Alignment.Rows(
            Math.max(
                right.letters.length(),
                Math.max(right.sounds.length(), right.sortedSounds.length())));
    return latin(left, right, rows, null, 0);
  }

  /// What the rows of one name cost at least beside others: letters and sounds, in both orders.
  record Bounds(
      Alignment.Near letters,
      Alignment.Near sounds,
      Alignment.Near sortedLetters,
      Alignment.Near sortedSounds) {}

  Bounds bounds(WordMark mark) {
    return new Bounds(
        looks.near(mark.letters),
        sounds.near(mark.sounds),
        looks.near(mark.sortedLetters),
        sounds.near(mark.sortedSounds));
  }

  /// As [#rate(WordMark, WordMark)] when that has an order of `atLeast`; else something below it.
  ///
  /// @param bounds of the left
  Rating rate(WordMark left, WordMark right, Alignment.Rows rows, Bounds bounds, double atLeast) {
    return left.hasHan() || right.hasHan()
        ? rate(left, right)
        : latin(left, right, rows, bounds, atLeast);
  }

  private Rating latin(
      WordMark left, WordMark right, Alignment.Rows rows, @Nullable Bounds bounds, double atLeast) {
    if (left.form().equals(right.form())) {
      return SAME;
    }
    float held = Math.max(Containment.of(left, right), Containment.of(right, left));
    if (held == 0 && !LetterBag.mayBeAlike(left.bag, right.bag)) {
      return NONE;
    }
    boolean reordered = left.several && right.several;
    double common = left.plain == right.plain ? 1 : PLAIN;
    float soundMost = 1;
    if (bounds != null && atLeast > 0) {
      float shapeMost = looks.bound(bounds.letters(), right.letters);
      soundMost = sounds.bound(bounds.sounds(), right.sounds);
      if (reordered) {
        shapeMost =
            Math.max(
                shapeMost, REORDERED * looks.bound(bounds.sortedLetters(), right.sortedLetters));
        soundMost =
            Math.max(
                soundMost, REORDERED * sounds.bound(bounds.sortedSounds(), right.sortedSounds));
      }
      if (latin(common, held, soundMost, shapeMost).order() < atLeast) {
        return NONE;
      }
    }
    float shape = looks.likeness(left.letters, right.letters, rows);
    if (held == 0 && shape < CHANCE && !reordered) {
      return NONE;
    }
    if (!reordered && latin(common, held, soundMost, shape).order() < atLeast) {
      return NONE;
    }
    float sound = sounds.likeness(left.sounds, right.sounds, rows);
    if (reordered && shape < REORDERED) {
      float sorted = REORDERED * looks.likeness(left.sortedLetters, right.sortedLetters, rows);
      if (sorted > shape) {
        shape = sorted;
        sound =
            Math.max(
                sound, REORDERED * sounds.likeness(left.sortedSounds, right.sortedSounds, rows));
      }
    }
    return latin(common, held, sound, shape);
  }

  private static Rating latin(double common, float held, float sound, float shape) {
    double scaledSound = common * Math.max(held, scaled(sound));
    double scaledShape = common * Math.max(held, scaled(shape));
    return new Rating(scaledSound, scaledShape, 0, order(scaledSound, scaledShape));
  }

  private static double scaled(float raw) {
    return Math.max(0, (raw - CHANCE) / (1 - CHANCE));
  }

  private static double order(double sound, double shape) {
    return STRONGER * Math.max(sound, shape) + (1 - STRONGER) * Math.min(sound, shape);
  }

  private Rating han(WordMark left, WordMark right) {
    double sound = hanSounds.likeness(left.han, right.han);
    double shape = hanLooks.likeness(left.han, right.han);
    return new Rating(sound, shape, 0, order(sound, shape));
  }

  /// Whether the letters of the first stand against the characters of the second.
  static boolean latinFirst(WordMark left, WordMark right) {
    return !left.hasHan() || !right.hasLatin();
  }

  private Rating across(WordMark left, WordMark right) {
    boolean fromLatin = latinFirst(left, right);
    BridgeRating rating =
        fromLatin
            ? bridge.rate(left.bridgedLatin(bridge), right.bridgedHan(bridge))
            : bridge.rate(left.bridgedHan(bridge), right.bridgedLatin(bridge));
    return new Rating(
        Math.clamp(rating.sound(), 0.0, 1.0),
        0,
        Math.clamp(rating.meaning(), 0.0, 1.0),
        ACROSS * Math.clamp(rating.order(), 0.0, 1.0));
  }
}
