package org.zhiheng.contracts.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.administer.remind.Letter;
import org.zhiheng.jobs.administer.remind.Mark;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.jobs.administer.remind.Retry;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What every keeper of reminders must do.
public abstract class RemindersContract {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final int CLIENTS = 16;

  /// The back end.
  protected abstract Reminders reminders();

  /// An organisation that has nobody on the list yet.
  protected abstract OrganisationId newOrganisation();

  private static Recipient recipient(String person) {
    return new Recipient(
        person,
        "somebody@example.org",
        "zh",
        List.of(30, 1),
        true,
        Optional.of(new Recipient.Away(DAY, DAY.plusDays(3), "王芳")),
        Optional.of(new Recipient.Escalation(2, "王芳")));
  }

  private static Mark mark(int right, int step) {
    return new Mark(new RightId(right), "cn.patent.annuity/5", "李娜", DAY, step);
  }

  private static Letter letter(String subject) {
    return new Letter("somebody@example.org", subject, "一\n二\n");
  }

  @Test
  void givesBackWhoIsOnTheList() {
    OrganisationId organisation = newOrganisation();
    Recipient plain =
        new Recipient(
            "a", "a@example.org", "en", List.of(7), false, Optional.empty(), Optional.empty());
    reminders().keep(organisation, recipient("李娜"));
    reminders().keep(organisation, recipient("a"));
    reminders().keep(organisation, plain);
    assertThat(reminders().recipients(organisation)).containsExactly(plain, recipient("李娜"));
    assertThat(reminders().recipients(newOrganisation())).isEmpty();
    assertThat(reminders().organisations()).contains(organisation);
    assertThat(reminders().drop(organisation, "a")).isTrue();
    assertThat(reminders().drop(organisation, "a")).isFalse();
    assertThat(reminders().recipients(organisation)).containsExactly(recipient("李娜"));
    assertThat(reminders().drop(organisation, "李娜")).isTrue();
    assertThat(reminders().organisations()).doesNotContain(organisation);
  }

  @Test
  void tellsNobodyTwice() {
    OrganisationId organisation = newOrganisation();
    reminders().keep(organisation, recipient("李娜"));
    List<Mark> first = List.of(mark(1, 30), mark(2, 30));
    assertThat(
            reminders()
                .post(
                    organisation,
                    first,
                    NOW,
                    fresh -> {
                      assertThat(fresh).containsExactlyInAnyOrderElementsOf(first);
                      return List.of(letter("one"));
                    }))
        .isOne();
    List<Mark> then = List.of(mark(1, 30), mark(1, 7), mark(2, 30));
    assertThat(
            reminders()
                .post(
                    organisation,
                    then,
                    NOW,
                    fresh -> {
                      assertThat(fresh).containsExactly(mark(1, 7));
                      return List.of(letter("two"));
                    }))
        .isOne();
    assertThat(
            reminders()
                .post(
                    organisation,
                    then,
                    NOW,
                    _ -> {
                      throw new AssertionError("nothing is new");
                    }))
        .isZero();
    assertThat(reminders().outbox(organisation, 10))
        .extracting(Reminders.Outgoing::subject)
        .containsExactly("two", "one");
  }

  @Test
  void keepsNeitherWhenTheLetterFails() {
    OrganisationId organisation = newOrganisation();
    reminders().keep(organisation, recipient("李娜"));
    List<Mark> marks = List.of(mark(3, 30));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() ->
                reminders()
                    .post(
                        organisation,
                        marks,
                        NOW,
                        _ -> {
                          throw new IllegalStateException("no words");
                        })))
        .isInstanceOf(IllegalStateException.class);
    assertThat(reminders().outbox(organisation, 10)).isEmpty();
    assertThat(reminders().post(organisation, marks, NOW, _ -> List.of(letter("again")))).isOne();
  }

  @Test
  void writesOneLetterForManyWhoAskAtOnce() throws InterruptedException, ExecutionException {
    OrganisationId organisation = newOrganisation();
    reminders().keep(organisation, recipient("李娜"));
    List<Mark> marks = List.of(mark(4, 30), mark(5, 1));
    List<Future<Integer>> posted = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int client = 0; client < CLIENTS; client++) {
        posted.add(
            clients.submit(
                () -> reminders().post(organisation, marks, NOW, _ -> List.of(letter("once")))));
      }
    }
    int letters = 0;
    for (Future<Integer> one : posted) {
      letters += one.get();
    }
    assertThat(letters).isOne();
    assertThat(reminders().outbox(organisation, 10)).hasSize(1);
  }

  @Test
  void triesAgainUntilItIsTakenOrGivenUp() {
    OrganisationId organisation = newOrganisation();
    reminders().keep(organisation, recipient("李娜"));
    reminders()
        .post(
            organisation, List.of(mark(6, 30)), NOW, _ -> List.of(letter("kept"), letter("taken")));
    long kept = idOf(organisation, "kept");
    long taken = idOf(organisation, "taken");
    assertThat(take(NOW, kept, taken)).isEqualTo(2);
    // put off: nobody else takes them meanwhile
    assertThat(take(NOW, kept, taken)).isZero();
    reminders().sent(taken, NOW);
    reminders().failed(kept, "421 try later");
    assertThat(outgoing(organisation, "taken").state()).isEqualTo("sent");
    assertThat(outgoing(organisation, "kept").failure()).isEqualTo("421 try later");
    Instant at = NOW;
    int tries = 1;
    while (outgoing(organisation, "kept").nextTry().isPresent()) {
      at = outgoing(organisation, "kept").nextTry().orElseThrow();
      assertThat(take(at.minusSeconds(1), kept, taken)).isZero();
      assertThat(take(at, kept, taken)).isOne();
      tries++;
    }
    assertThat(tries).isEqualTo(Retry.TRIES_MAX);
    assertThat(outgoing(organisation, "kept").state()).isEqualTo("given-up");
    assertThat(at).isBetween(NOW.plusSeconds(3 * 86_400), NOW.plusSeconds(5 * 86_400));
  }

  private long take(Instant at, long... ids) {
    // other tests of the same store may have letters that wait
    List<Long> ours = java.util.Arrays.stream(ids).boxed().toList();
    return reminders().take(at, 1_000).stream().filter(one -> ours.contains(one.id())).count();
  }

  private Reminders.Outgoing outgoing(OrganisationId organisation, String subject) {
    return reminders().outbox(organisation, 10).stream()
        .filter(one -> one.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private long idOf(OrganisationId organisation, String subject) {
    return outgoing(organisation, subject).id();
  }
}
