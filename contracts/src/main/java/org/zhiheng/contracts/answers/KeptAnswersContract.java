package org.zhiheng.contracts.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.answers.KeptAnswers;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// What every implementation of [KeptAnswers] keeps to.
public abstract class KeptAnswersContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");
  private static final KeptAnswers.Answer ANSWER =
      new KeptAnswers.Answer(201, "/api/v1/rights/R1", "\"1\"", "application/json", "{\"权利\":1}");

  /// The answers under test; the same store for the whole of one test.
  protected abstract KeptAnswers answers();

  /// An organisation that is there.
  protected abstract OrganisationId organisation();

  /// Another one.
  protected abstract OrganisationId otherOrganisation();

  /// Text that no other test of this run has.
  protected abstract String unique();

  private KeptAnswers.Key key() {
    return new KeptAnswers.Key(organisation(), "alice", unique());
  }

  private static Digest request(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  protected void answersTheSameRequestTheSame() {
    KeptAnswers.Key key = key();
    assertThat(answers().claim(key, request("a"), AT)).isEqualTo(new KeptAnswers.Claim.Fresh());
    answers().keep(key, ANSWER, AT.plusSeconds(1));

    assertThat(answers().claim(key, request("a"), AT.plusSeconds(2)))
        .isEqualTo(new KeptAnswers.Claim.Answered(ANSWER));
  }

  @Test
  protected void tellsAnotherRequestUnderTheSameKey() {
    KeptAnswers.Key key = key();
    answers().claim(key, request("a"), AT);

    assertThat(answers().claim(key, request("b"), AT)).isEqualTo(new KeptAnswers.Claim.Different());
  }

  @Test
  protected void tellsThatTheSameRequestIsUnderWay() {
    KeptAnswers.Key key = key();
    answers().claim(key, request("a"), AT);

    assertThat(answers().claim(key, request("a"), AT.plusSeconds(1)))
        .isEqualTo(new KeptAnswers.Claim.UnderWay());
  }

  @Test
  protected void isFreshAgainAfterAReleaseOrALostClaim() {
    KeptAnswers.Key released = key();
    answers().claim(released, request("a"), AT);
    answers().release(released);
    KeptAnswers.Key lost = key();
    answers().claim(lost, request("a"), AT);

    assertThat(answers().claim(released, request("b"), AT))
        .isEqualTo(new KeptAnswers.Claim.Fresh());
    assertThat(answers().claim(lost, request("a"), AT.plus(KeptAnswers.CLAIM_LOST_AFTER)))
        .isEqualTo(new KeptAnswers.Claim.Fresh());
  }

  @Test
  protected void isFreshAgainWhenTheAnswerIsTooOld() {
    KeptAnswers.Key key = key();
    answers().claim(key, request("a"), AT);
    answers().keep(key, ANSWER, AT);

    assertThat(answers().claim(key, request("b"), AT.plus(KeptAnswers.KEPT_FOR)))
        .isEqualTo(new KeptAnswers.Claim.Fresh());
  }

  @Test
  protected void doesNotReleaseWhatWasAnswered() {
    KeptAnswers.Key key = key();
    answers().claim(key, request("a"), AT);
    answers().keep(key, ANSWER, AT);
    answers().release(key);

    assertThat(answers().claim(key, request("a"), AT))
        .isEqualTo(new KeptAnswers.Claim.Answered(ANSWER));
  }

  @Test
  protected void keepsOrganisationsAndUsersApart() {
    KeptAnswers.Key mine = key();
    answers().claim(mine, request("a"), AT);

    assertThat(
            answers()
                .claim(
                    new KeptAnswers.Key(otherOrganisation(), "alice", mine.text()),
                    request("b"),
                    AT))
        .isEqualTo(new KeptAnswers.Claim.Fresh());
    assertThat(
            answers()
                .claim(new KeptAnswers.Key(organisation(), "bob", mine.text()), request("b"), AT))
        .isEqualTo(new KeptAnswers.Claim.Fresh());
  }

  @Test
  protected void forgetsWhatIsOld() {
    KeptAnswers.Key old = key();
    Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
    answers().claim(old, request("a"), longAgo);
    answers().keep(old, ANSWER, longAgo);

    assertThat(answers().forget(Instant.parse("2001-01-02T00:00:00Z"))).isEqualTo(1);
    assertThat(answers().claim(old, request("b"), longAgo))
        .isEqualTo(new KeptAnswers.Claim.Fresh());
  }
}
