package org.zhiheng.server.rights;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.page.Words;

/// Says a filter in words: "412 invention patents of Jilin, noticed since 1 Jan 2023".
final class Said {

  /// Counted up to here; beyond, the exact number helps nobody and costs a scan.
  static final long COUNT_MAX = 10_000;

  private Said() {}

  /// @param count as counted, at most one above [#COUNT_MAX]
  /// @param partyName of the party that is filtered by; empty for none
  static String say(Words words, RightQuery query, long count, String partyName) {
    String noun =
        query.kind().map(kind -> words.say("kinds." + kind.code())).orElse(words.say("kinds.any"));
    if (count == 1) {
      noun =
          query
              .kind()
              .map(kind -> words.code("kind.one", kind.code()))
              .orElse(words.say("kind.one.any"));
    }
    String number = count > COUNT_MAX ? words.say("said.over", COUNT_MAX) : words.number(count);
    List<String> conditions = new ArrayList<>();
    if (!query.region().isEmpty()) {
      conditions.add(words.say("said.region", query.region()));
    }
    query
        .office()
        .ifPresent(office ->
            conditions.add(words.say("said.office", words.codeOrItself("office", office.code()))));
    if (!query.classPrefix().isEmpty()) {
      conditions.add(words.say("said.class", query.classPrefix()));
    }
    if (!query.stage().isEmpty()) {
      conditions.add(words.say("said.stage", words.codeOrItself("stage", query.stage())));
    }
    query.noticedFrom().ifPresent(day -> conditions.add(words.say("said.from", day)));
    query.noticedTo().ifPresent(day -> conditions.add(words.say("said.to", day.minusDays(1))));
    if (!partyName.isEmpty()) {
      conditions.add(words.say("said.party", partyName));
    }
    if (!query.term().isEmpty()) {
      conditions.add(words.say("said.term", query.term()));
    }
    String scope =
        switch (query.scope()) {
          case OWN -> "said";
          case SHARED -> "said.shared";
        };
    return conditions.isEmpty()
        ? words.say(scope + ".all", number, noun)
        : words.say(scope + ".some", number, noun, String.join(words.say("said.and"), conditions));
  }
}
