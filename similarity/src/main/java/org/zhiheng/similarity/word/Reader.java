package org.zhiheng.similarity.word;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhiheng.similarity.han.HanLexicon;

/// Takes from a name what does not distinguish, and cuts it into parts. Safe for many threads.
final class Reader {

  /// A run of letters at least so long may hide words that add little.
  private static final int COMPOUND_MIN = 6;

  /// So much of a run must be left when they are taken off.
  private static final int CORE_MIN = 3;

  /// What each sign of a word weighs that adds little, but stands unmarked inside a run.
  private static final float INSIDE_WEIGHT = 0.4f;

  /// The same for a short word, which may be chance.
  private static final float INSIDE_SHORT_WEIGHT = 0.5f;

  /// What the second of two equal halves weighs.
  private static final float TWICE_WEIGHT = 0.5f;

  /// What a digit weighs beside letters.
  private static final float DIGIT_WEIGHT = 0.6f;

  /// Letters of other scripts that are drawn as Latin ones.
  private static final String LOOKS_FROM =
      "аАеЕоОсСрРхХуУкКМНТВіІѕЅјЈԁԛԝһαΑβΒεΕηΗιΙκΚΜνΝοΟρΡτΤυΥχΧΖγ";

  private static final String LOOKS_TO =
      "aAeEoOcCpPxXyYkKMHTBiIsSjJdqwhaAbBeEnHiIkKMvNoOpPtTuYxXZy";

  /// A name below its keeper: `@org/name`, `owner/name`, `host.com/owner/name`. The last part is
  /// the name; shorter parts are a sign between words, as in 24/7.
  private static final Pattern PATH =
      Pattern.compile("(https?://)?@?[A-Za-z0-9][\\w.-]{2,}(/[\\w.-]{3,}){1,4}");

  private static final String SPECIAL_FROM = "ßøæœłđıþðħŋŧə";
  private static final String[] SPECIAL_TO = {
    "ss", "o", "ae", "oe", "l", "d", "i", "th", "d", "h", "ng", "t", "e"
  };

  private final Affixes affixes;
  private final HanLexicon lexicon;
  private final Transliterator latin = Transliterator.getInstance("Any-Latin");

  Reader(Affixes affixes, HanLexicon lexicon) {
    this.affixes = affixes;
    this.lexicon = lexicon;
  }

  /// What reading gave: the parts, and what was folded on the way.
  ///
  /// @param parts in order
  /// @param folds codes as [org.zhiheng.similarity.score.Evidence.SameForm] has them
  record Reading(List<Part> parts, Set<String> folds) {}

  Reading read(String text) {
    Set<String> folds = new TreeSet<>();
    List<Part> parts = new ArrayList<>();
    boolean kept = text.indexOf('/') > 0 && PATH.matcher(text).matches();
    int owner = kept ? text.lastIndexOf('/') : -1;
    if (owner > 0) {
      keeper(text.substring(0, owner), parts, folds);
    }
    for (String chunk : plain(text.substring(owner + 1), folds).split(" ", -1)) {
      if (!chunk.isEmpty()) {
        chunk(chunk, parts, folds);
      }
    }
    return new Reading(weighed(parts), folds);
  }

  /// Of a path what stands before the name: who keeps it, and where.
  private void keeper(String path, List<Part> parts, Set<String> folds) {
    List<Part> found = new ArrayList<>();
    for (String chunk : plain(path, folds).split(" ", -1)) {
      if (!chunk.isEmpty()) {
        chunk(chunk, found, folds);
      }
    }
    for (Part part : found) {
      AffixKind kind = part.kind() == AffixKind.OTHER ? AffixKind.GENERIC : part.kind();
      parts.add(new Part(part.text(), kind, part.han(), kind.weight(), part.attached()));
    }
  }

  /// Letters, digits, Han characters, and of the signs those that cut: spaces, dots, hyphens.
  private String plain(String text, Set<String> folds) {
    String compatible = text;
    if (!ascii(text)) {
      compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
      if (!compatible.equals(Normalizer.normalize(text, Normalizer.Form.NFC))) {
        folds.add("width");
      }
      String simplified = lexicon.simplified(compatible);
      if (!simplified.equals(compatible)) {
        folds.add("traditional");
        compatible = simplified;
      }
    }
    boolean hasLatin = false;
    for (int at = 0; at < compatible.length() && !hasLatin; at++) {
      hasLatin = compatible.charAt(at) < 0x250 && Character.isLetter(compatible.charAt(at));
    }
    StringBuilder out = new StringBuilder(compatible.length());
    int length = compatible.length();
    for (int at = 0; at < length; ) {
      int point = compatible.codePointAt(at);
      int next = at + Character.charCount(point);
      if (point < 0x80) {
        ascii((char) point, compatible, at, out);
      } else {
        foreign(point, hasLatin, out, folds);
      }
      at = next;
    }
    return out.toString();
  }

  private static boolean ascii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static void ascii(char sign, String text, int at, StringBuilder out) {
    boolean afterLetter = at > 0 && Character.isLetter(text.charAt(at - 1));
    boolean beforeLetter = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    if ((sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9')
        || sign == '.') {
      out.append(sign);
    } else if (sign == '\'' || sign == '`' || sign == '*' || sign == '?') {
      return;
    } else if (sign == '&' && !afterLetter && !beforeLetter) {
      out.append(" and ");
    } else if (sign == '@' && (afterLetter || beforeLetter)) {
      out.append('a');
    } else if (sign == '$' && (afterLetter || beforeLetter)) {
      out.append('s');
    } else if (sign == '!' && afterLetter && beforeLetter) {
      out.append('i');
    } else if (sign == '&' || sign == '-' || sign == '_') {
      out.append('-');
    } else {
      out.append(' ');
    }
  }

  private void foreign(int point, boolean hasLatin, StringBuilder out, Set<String> folds) {
    int type = Character.getType(point);
    if (type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || point == '’'
        || point == '‘'
        || (point == '·' && hasLatin)
        || point == '®'
        || point == '™') {
      return;
    }
    if (!Character.isLetterOrDigit(point)) {
      out.append(type == Character.DASH_PUNCTUATION ? '-' : ' ');
      return;
    }
    if (Character.isDigit(point)) {
      out.append((char) ('0' + Character.digit(point, 10)));
      return;
    }
    if (lexicon.isHan(point)) {
      out.appendCodePoint(point);
      return;
    }
    int special = SPECIAL_FROM.indexOf(Character.toLowerCase(point));
    if (special >= 0) {
      folds.add("diacritics");
      out.append(SPECIAL_TO[special]);
      return;
    }
    UnicodeScript script = UnicodeScript.of(point);
    if (script == UnicodeScript.LATIN) {
      folds.add("diacritics");
      letters(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD), out);
      return;
    }
    int look = LOOKS_FROM.indexOf(point);
    if (hasLatin && look >= 0) {
      folds.add("confusable");
      out.append(LOOKS_TO.charAt(look));
      return;
    }
    String spoken = latin.transliterate(Character.toString(point));
    letters(Normalizer.normalize(spoken, Normalizer.Form.NFD), out);
  }

  private static void letters(String text, StringBuilder out) {
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')) {
        out.append(sign);
      }
    }
  }

  /// What stands between spaces: a domain name, or words joined by dots and hyphens.
  private void chunk(String chunk, List<Part> parts, Set<String> folds) {
    if (chunk.indexOf('.') < 0) {
      runs(chunk, parts, folds);
      return;
    }
    List<String> labels = List.of(chunk.split("\\.", -1));
    int last = labels.size() - 1;
    boolean domain =
        last >= 1
            && !labels.contains("")
            && affixes.ending(labels.get(last).toLowerCase(Locale.ROOT));
    if (!domain) {
      boolean initials = labels.stream().allMatch(label -> label.length() <= 1);
      runs(initials ? String.join("", labels) : String.join("-", labels), parts, folds);
      return;
    }
    int from = labels.getFirst().equalsIgnoreCase("www") && last >= 2 ? 1 : 0;
    int to = last;
    boolean country = labels.get(last).length() == 2;
    if (country
        && to - 1 > from
        && affixes.ending(labels.get(to - 1).toLowerCase(Locale.ROOT))
        && labels.get(to - 1).length() <= 3) {
      to--;
    }
    for (int at = from; at < to; at++) {
      runs(unpacked(labels.get(at), folds), parts, folds);
    }
    for (int at = to; at <= last; at++) {
      String ending = labels.get(at).toLowerCase(Locale.ROOT);
      parts.add(
          new Part(
              ending,
              AffixKind.DOMAIN,
              lexicon.isHan(ending.codePointAt(0)),
              AffixKind.DOMAIN.weight()));
    }
  }

  /// What a label in punycode stands for.
  private String unpacked(String label, Set<String> folds) {
    return label.regionMatches(true, 0, "xn--", 0, 4)
        ? plain(IDN.toUnicode(label), folds).replace(" ", "")
        : label;
  }

  /// Cuts where script, digits or case change, and at hyphens.
  private void runs(String chunk, List<Part> parts, Set<String> folds) {
    StringBuilder run = new StringBuilder();
    int length = chunk.length();
    boolean han = false;
    for (int at = 0; at < length; ) {
      int point = chunk.codePointAt(at);
      int next = at + Character.charCount(point);
      boolean isHan = point >= 0x80;
      if (point == '-' || point == '.') {
        close(run, han, parts, folds);
      } else {
        if (!run.isEmpty() && (isHan != han || (!isHan && cut(chunk, at)))) {
          close(run, han, parts, folds);
        }
        han = isHan;
        run.appendCodePoint(point);
      }
      at = next;
    }
    close(run, han, parts, folds);
  }

  private static boolean cut(String text, int at) {
    char before = text.charAt(at - 1);
    char sign = text.charAt(at);
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (Character.isLowerCase(before) && Character.isUpperCase(sign)) {
      return true;
    }
    boolean digit = Character.isDigit(sign);
    if (digit == Character.isDigit(before)) {
      return false;
    }
    boolean single =
        digit ? Character.isLetter(after) : at >= 2 && Character.isLetter(text.charAt(at - 2));
    return !single;
  }

  private void close(StringBuilder run, boolean han, List<Part> parts, Set<String> folds) {
    if (run.isEmpty()) {
      return;
    }
    String text = run.toString();
    run.setLength(0);
    if (han) {
      han(text, parts);
      return;
    }
    String small = text.toLowerCase(Locale.ROOT);
    if (!small.equals(text)) {
      folds.add("case");
    }
    AffixKind kind = affixes.word(small);
    if (kind != AffixKind.OTHER
        || small.length() < COMPOUND_MIN
        || Character.isDigit(small.charAt(0))) {
      parts.add(new Part(small, kind, false, kind.weight()));
      return;
    }
    compound(small, parts);
  }

  /// Takes words that add little off both ends of a run: buy-epson-ink.
  private void compound(String run, List<Part> parts) {
    int from = 0;
    int to = run.length();
    List<Part> heads = new ArrayList<>();
    List<Part> tails = new ArrayList<>();
    while (true) {
      int tail = affixes.tail(run, from, to);
      if (tail > 0 && to - tail - from >= CORE_MIN) {
        tails.addFirst(inside(run.substring(to - tail, to)));
        to -= tail;
        continue;
      }
      int head = affixes.head(run, from, to);
      if (head > 0 && to - head - from >= CORE_MIN) {
        heads.add(inside(run.substring(from, from + head)));
        from += head;
        continue;
      }
      break;
    }
    List<Part> cut = new ArrayList<>(heads);
    core(run.substring(from, to), cut);
    cut.addAll(tails);
    for (int at = 0; at < cut.size(); at++) {
      Part part = cut.get(at);
      parts.add(new Part(part.text(), part.kind(), part.han(), part.weight(), at > 0));
    }
  }

  /// What distinguishes; when it only says the same twice, the second time adds little.
  private void core(String run, List<Part> parts) {
    AffixKind kind = affixes.word(run);
    if (kind != AffixKind.OTHER) {
      parts.add(inside(run));
      return;
    }
    int half = run.length() / 2;
    boolean twice =
        run.length() >= 4 && half * 2 == run.length() && run.startsWith(run.substring(half));
    if (twice) {
      parts.add(new Part(run.substring(0, half), AffixKind.OTHER, false, 1));
      parts.add(new Part(run.substring(half), AffixKind.OTHER, false, TWICE_WEIGHT));
    } else {
      parts.add(new Part(run, AffixKind.OTHER, false, 1));
    }
  }

  private Part inside(String word) {
    float weight = word.length() <= 4 ? INSIDE_SHORT_WEIGHT : INSIDE_WEIGHT;
    return new Part(word, affixes.word(word), false, weight);
  }

  /// Cuts off Chinese words that add little, longest first, from the front and the back.
  private void han(String run, List<Part> parts) {
    int[] points = run.codePoints().toArray();
    int from = 0;
    int to = points.length;
    List<Part> tails = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (int length = Math.min(6, to - from - 1); length >= 1; length--) {
        String word = new String(points, to - length, length);
        AffixKind kind = affixes.han(word);
        if (kind != AffixKind.OTHER && (length > 1 || to - from > 2)) {
          tails.addFirst(new Part(word, kind, true, kind.weight()));
          to -= length;
          more = true;
          break;
        }
      }
    }
    for (int length = Math.min(6, to - from - 2); length >= 2; length--) {
      String word = new String(points, from, length);
      AffixKind kind = affixes.han(word);
      if (kind != AffixKind.OTHER) {
        parts.add(new Part(word, kind, true, kind.weight()));
        from += length;
        break;
      }
    }
    parts.add(new Part(new String(points, from, to - from), AffixKind.OTHER, true, 1));
    parts.addAll(tails);
  }

  /// A name that is nothing but such words is told from others by them; digits beside letters weigh
  /// less.
  private static List<Part> weighed(List<Part> parts) {
    int distinct = 0;
    for (Part part : parts) {
      if (part.kind() == AffixKind.OTHER && !digits(part)) {
        distinct += part.han() ? 3 : part.text().length();
      }
    }
    List<Part> weighed = new ArrayList<>(parts.size());
    for (Part part : parts) {
      float weight = part.weight();
      if (distinct == 0 && part.kind() != AffixKind.DOMAIN) {
        weight = Math.max(weight, INSIDE_SHORT_WEIGHT);
      } else if (digits(part) && distinct >= 3) {
        weight = Math.min(weight, DIGIT_WEIGHT);
      }
      weighed.add(new Part(part.text(), part.kind(), part.han(), weight, part.attached()));
    }
    return List.copyOf(weighed);
  }

  private static boolean digits(Part part) {
    return Character.isDigit(part.text().charAt(0));
  }
}
