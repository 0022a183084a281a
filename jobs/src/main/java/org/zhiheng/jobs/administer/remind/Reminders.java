package org.zhiheng.jobs.administer.remind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhiheng.values.OrganisationId;

/// Who is reminded, what they were told, and the letters on their way. Safe for many threads and
/// processes.
public interface Reminders {

  /// Who is reminded, by name.
  List<Recipient> recipients(OrganisationId organisation);

  /// Puts a person on the list, or changes what stands there.
  void keep(OrganisationId organisation, Recipient recipient);

  /// Takes a person off the list.
  ///
  /// @return whether there was one
  boolean drop(OrganisationId organisation, String person);

  /// Organisations that have somebody on the list.
  List<OrganisationId> organisations();

  /// Keeps marks and letters, both or neither; two that do so at once write one letter.
  ///
  /// @param candidates what anybody is to be told
  /// @param now when
  /// @param letters made of those that nobody was told yet
  /// @return how many letters were kept
  int post(
      OrganisationId organisation,
      List<Mark> candidates,
      Instant now,
      Function<Set<Mark>, List<Letter>> letters);

  /// Takes letters whose time has come, and puts off when they are tried again.
  ///
  /// @param most 1 or more
  List<Waiting> take(Instant now, int most);

  /// A letter was taken by the mail server.
  void sent(long id, Instant at);

  /// A letter was not.
  void failed(long id, String reason);

  /// The last letters, the newest first.
  List<Outgoing> outbox(OrganisationId organisation, int limit);

  /// A letter to be handed over.
  record Waiting(long id, Letter letter) {}

  /// A letter in the outbox.
  ///
  /// @param made when it was written
  /// @param tries so far
  /// @param nextTry when it is tried next, of those that wait
  /// @param sent when it was taken
  /// @param failure why it was not taken the last time; may be empty
  record Outgoing(
      long id,
      String to,
      String subject,
      Instant made,
      int tries,
      Optional<Instant> nextTry,
      Optional<Instant> sent,
      String failure) {

    /// `sent`, `waiting`, `given-up`.
    public String state() {
      return sent.isPresent() ? "sent" : nextTry.isPresent() ? "waiting" : "given-up";
    }
  }
}
