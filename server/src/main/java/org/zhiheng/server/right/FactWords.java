package org.zhiheng.server.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.server.page.Words;

/// Says in words what a fact is and what it tells.
final class FactWords {

  private final Words words;

  FactWords(Words words) {
    this.words = words;
  }

  /// `授权公告`
  String name(Fact fact) {
    return words.code("event", FactKind.of(fact).code());
  }

  /// What the fact tells beside its kind; empty for nothing.
  String says(Fact fact) {
    return switch (fact) {
      case Fact.Filed filed -> numbers(filed.numbers());
      case Fact.Published published -> published.number().text();
      case Fact.PreliminarilyApproved approved -> numbers(approved.numbers());
      case Fact.Granted granted -> granted.number().text();
      case Fact.Registered registered ->
          joined(numbers(registered.numbers()), until(registered.until()));
      case Fact.Refused refused -> refused.reason();
      case Fact.DeemedWithdrawn withdrawn -> withdrawn.reason();
      case Fact.Ceased ceased -> ceased.reason();
      case Fact.Renewed renewed -> until(Optional.of(renewed.until()));
      case Fact.Invalidated invalidated -> parts(invalidated.claims());
      case Fact.Cancelled cancelled -> joined(parts(cancelled.goods()), cancelled.reason());
      case Fact.Suspended suspended -> suspended.reason();
      case Fact.OwnersRecorded recorded -> shares(recorded.owners());
      case Fact.Assigned assigned ->
          joined(
              words.say("says.assigned", words.orDash(assigned.from()), shares(assigned.to())),
              number(assigned.recordNumber()));
      case Fact.Pledged pledged ->
          joined(
              words.say("says.pledged", pledged.pledgor(), pledged.pledgee()),
              number(pledged.recordNumber()),
              words.money(pledged.amount()),
              until(pledged.until()));
      case Fact.PledgeReleased released -> number(released.recordNumber());
      case Fact.Licensed licensed ->
          joined(
              words.code("licence", FactJson.code(licensed.kind())),
              words.say("says.licensed", licensed.licensor(), words.orDash(licensed.licensee())),
              number(licensed.recordNumber()),
              until(licensed.until()));
      case Fact.LicenceEnded ended -> number(ended.recordNumber());
      case Fact.Preserved preserved ->
          joined(preserved.court(), number(preserved.recordNumber()), until(preserved.until()));
      case Fact.PreservationLifted lifted -> number(lifted.recordNumber());
      case Fact.Described described -> numbers(described.numbers());
      case Fact.Acted acted ->
          joined(
              words.code("act", acted.act().code()),
              acted.service().map(way -> words.code("service", way.code())).orElse(""),
              acted.entered().map(day -> words.say("says.entered", day)).orElse(""),
              acted.concerns(),
              acted.text());
      case Fact.Noted noted -> joined(words.codeOrItself("noted", noted.code()), noted.text());
      case Fact.Attached attached -> attached.name();
      case Fact.Corrected corrected ->
          joined(words.say("says.corrected", corrected.target()), corrected.reason());
      case Fact.ExaminationBegun _,
          Fact.Withdrawn _,
          Fact.Abandoned _,
          Fact.Expired _,
          Fact.Restored _,
          Fact.Resumed _ ->
          "";
    };
  }

  /// `甲 60%、乙 40%`, or names alone when the parts are equal ones of nobody's counting.
  String shares(List<Fact.Share> shares) {
    int sum = shares.stream().mapToInt(Fact.Share::parts).sum();
    boolean even = shares.stream().allMatch(share -> share.parts() == 1);
    return shares.stream()
        .map(share -> even ? share.name() : share.name() + " " + share.parts() + "/" + sum)
        .collect(Collectors.joining(words.say("list.and")));
  }

  private static String numbers(List<RightNumber> numbers) {
    return numbers.stream().map(RightNumber::text).collect(Collectors.joining(" · "));
  }

  private String parts(List<String> parts) {
    return parts.isEmpty() ? words.say("says.wholly") : String.join(words.say("list.and"), parts);
  }

  private String until(Optional<LocalDate> until) {
    return until.map(day -> words.say("says.until", day)).orElse("");
  }

  private String number(String recordNumber) {
    return recordNumber.isBlank() ? "" : words.say("says.number", recordNumber);
  }

  private static String joined(String... parts) {
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      if (!part.isBlank()) {
        said.add(part);
      }
    }
    return String.join(" · ", said);
  }
}
