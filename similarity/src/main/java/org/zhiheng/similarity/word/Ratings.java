package org.zhiheng.similarity.word;

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

  final Alignment looks = new Alignment(LetterLooks.costs());
  final Alignment sounds = new Alignment(LatinSounds.costs());
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
    if (left.form().equals(right.form())) {
      return SAME;
    }
    float held = Math.max(Containment.of(left, right), Containment.of(right, left));
    if (held == 0 && !LetterBag.mayBeAlike(left.bag, right.bag)) {
      return NONE;
    }
    float shape = looks.likeness(left.letters, right.letters);
    if (held == 0 && shape < CHANCE && !(left.several && right.several)) {
      return NONE;
    }
    float sound = sounds.likeness(left.sounds, right.sounds);
    if (left.several && right.several && shape < REORDERED) {
      float sorted = REORDERED * looks.likeness(left.sortedLetters, right.sortedLetters);
      if (sorted > shape) {
        shape = sorted;
        sound = Math.max(sound, REORDERED * sounds.likeness(left.sortedSounds, right.sortedSounds));
      }
    }
    double common = left.plain == right.plain ? 1 : PLAIN;
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
