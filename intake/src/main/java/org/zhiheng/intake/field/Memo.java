package org.zhiheng.intake.field;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers what texts that come again and again read to, in a table that never grows: a text that
/// falls on a taken place drives out the one before.
///
/// One thread.
///
/// @param <T> what a text reads to
public final class Memo<T> {

  private static final int SIZE = 1 << 12;

  /// Longer texts hardly come again.
  private static final int KEY_LENGTH_MAX = 64;

  private final Function<String, T> reading;
  private final @Nullable Entry<T>[] entries;

  private record Entry<T>(String key, T value) {}

  /// Of this reading, which must give the same for the same text.
  public Memo(Function<String, T> reading) {
    this.reading = reading;
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Nullable Entry<T>[] empty = new Entry[SIZE];
    this.entries = empty;
  }

  /// What the text reads to.
  public T of(String text) {
    if (text.length() > KEY_LENGTH_MAX) {
      return reading.apply(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 12)) & (SIZE - 1);
    Entry<T> known = entries[place];
    if (known != null && Objects.equals(known.key, text)) {
      return known.value;
    }
    T value = reading.apply(text);
    entries[place] = new Entry<>(text, value);
    return value;
  }
}
