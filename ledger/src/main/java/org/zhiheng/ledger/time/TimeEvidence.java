package org.zhiheng.ledger.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// What time stamps and a record, as they lie in a bundle, show of the time of some bytes.
///
/// All are strangers' bytes. Each is judged by itself; the best of them decides, and the others are
/// told beside it.
///
/// @param tokens time stamps of RFC 3161, in DER or BER; at most [#TOKENS_MAX]
/// @param record an evidence record of RFC 4998 over the same bytes as its one data object, or none
public record TimeEvidence(List<Octets> tokens, Optional<Octets> record) {

  /// More in one bundle are refused unread.
  public static final int TOKENS_MAX = 16;

  /// @throws IllegalArgumentException when there are too many tokens
  public TimeEvidence {
    tokens = List.copyOf(tokens);
    if (tokens.size() > TOKENS_MAX) {
      throw new IllegalArgumentException("tokens must be at most 16: " + tokens.size());
    }
  }

  /// What all of them come to.
  public sealed interface Finding {

    /// What each came to, the tokens in their order and then the record.
    List<Item> items();

    /// One or two sentences for a person.
    String reason();

    /// The bytes existed then.
    ///
    /// @param best the verdict with the earliest time that it may at the latest have been
    record Proven(TimeVerdict.Stamped best, List<Item> items) implements Finding {
      @Override
      public String reason() {
        return best.reason();
      }
    }

    /// It was once proven, and nothing kept it so.
    record Lapsed(TimeVerdict.Lapsed best, List<Item> items) implements Finding {
      @Override
      public String reason() {
        return best.reason();
      }
    }

    /// There is something, and it does not prove a time.
    record Unproven(List<Item> items) implements Finding {
      @Override
      public String reason() {
        return items.stream()
            .map(item -> item.name() + ": " + item.verdict().reason())
            .reduce("No time is proven.", (before, next) -> before + " " + next);
      }
    }

    /// There is nothing that could.
    record Absent() implements Finding {
      @Override
      public List<Item> items() {
        return List.of();
      }

      @Override
      public String reason() {
        return "Nothing was given that could prove a time.";
      }
    }
  }

  /// What one of them came to.
  ///
  /// @param name `time stamp 1`, counted as they were given, or `evidence record`
  /// @param algorithm of a time stamp, what it says that the bytes were hashed with; nothing where
  ///   it does not read, and for a record
  public record Item(String name, TimeVerdict verdict, Optional<HashAlgorithm> algorithm) {}

  /// Judges them.
  ///
  /// @param subject the bytes that they are said to be about
  /// @param anchors whom the one who checks believes
  /// @param asOf the date of checking
  public Finding judge(byte[] subject, TrustAnchors anchors, Instant asOf) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Parsed<TimeStamp> read = TimeStamp.parse(tokens.get(i).bytes());
      items.add(
          new Item(
              "time stamp " + (i + 1),
              read.found()
                  .map(stamp -> stamp.check(subject, anchors, asOf))
                  .orElseGet(() -> unreadable(read)),
              read.found().map(TimeStamp::algorithm)));
    }
    record.ifPresent(bytes -> {
      Parsed<EvidenceRecord> read = EvidenceRecord.parse(bytes.bytes());
      items.add(
          new Item(
              "evidence record",
              read.found()
                  .map(found -> found.check(List.of(DataObject.of(subject)), anchors, asOf))
                  .orElseGet(() -> unreadable(read)),
              Optional.empty()));
    });
    return finding(List.copyOf(items));
  }

  private static TimeVerdict unreadable(Parsed<?> read) {
    return new TimeVerdict.Refused(read.refusal().orElseThrow().line());
  }

  private static Finding finding(List<Item> items) {
    if (items.isEmpty()) {
      return new Finding.Absent();
    }
    List<TimeVerdict.Stamped> stamped = new ArrayList<>();
    List<TimeVerdict.Lapsed> lapsed = new ArrayList<>();
    for (Item item : items) {
      switch (item.verdict()) {
        case TimeVerdict.Stamped one -> stamped.add(one);
        case TimeVerdict.Lapsed one -> lapsed.add(one);
        case TimeVerdict.Refused _ -> {
          // told beside the others
        }
      }
    }
    return stamped.stream()
        .min(Comparator.comparing(TimeVerdict.Stamped::latest))
        .<Finding>map(best -> new Finding.Proven(best, items))
        .or(() ->
            lapsed.stream()
                .min(Comparator.comparing(TimeVerdict.Lapsed::at))
                .map(best -> new Finding.Lapsed(best, items)))
        .orElseGet(() -> new Finding.Unproven(items));
  }
}
