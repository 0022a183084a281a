package org.zhiheng.server.administer;

import java.util.List;

/// What the page of reminders shows.
///
/// @param people who is reminded
/// @param typed what the form holds
/// @param letters the last ones, the newest first; none for who may not see them
/// @param refused what was refused, in words
/// @param unheard whether nobody takes what was given to nobody
public record RemindersView(
    List<Person> people, Typed typed, List<Sent> letters, List<String> refused, boolean unheard) {

  /// Somebody on the list.
  public record Person(
      String name, String mail, String language, String days, String more, String escalation) {}

  /// What was typed.
  public record Typed(
      String person,
      String mail,
      String language,
      String days,
      boolean others,
      String awayFrom,
      String awayUntil,
      String delegate,
      String escalateDays,
      String escalateTo) {}

  /// A letter.
  ///
  /// @param state as a code
  /// @param stateWords in words, with the reason
  public record Sent(String made, String to, String subject, String state, String stateWords) {}
}
