package org.zhiheng.links.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.jobs.administer.remind.Letter;

final class SmtpPostmanTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T04:00:00Z"));
  private static final Letter LETTER =
      new Letter("li.na@example.org", "知衡：1 项期限", "第一行\n.\nsecond line\n");

  /// Any free port of this machine.
  private static GreenMail server() {
    return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  private static SmtpPostman postman(int port, String login) {
    return new SmtpPostman(
        SmtpServer.parse("smtp://" + login + "127.0.0.1:" + port + "?from=docket@example.org")
            .orThrow(),
        CLOCK);
  }

  @Test
  void whatIsSentIsWhatWasWritten() throws MessagingException, IOException {
    GreenMail server = server();
    server.start();
    try {
      SmtpPostman postman = postman(server.getSmtp().getPort(), "");
      assertThat(postman.send("reminder-7", LETTER)).isEmpty();
      assertThat(postman.send("reminder-7", LETTER)).isEmpty();
      MimeMessage[] got = server.getReceivedMessages();
      assertThat(got).hasSize(2);
      assertThat(got[0].getSubject()).isEqualTo(LETTER.subject());
      assertThat(got[0].getContent().toString().replace("\r\n", "\n").strip())
          .isEqualTo(LETTER.text().strip());
      assertThat(got[0].getAllRecipients()[0]).hasToString("li.na@example.org");
      assertThat(got[0].getFrom()[0]).hasToString("docket@example.org");
      assertThat(got[0].getSentDate()).isEqualTo("2026-11-22T04:00:00Z");
      assertThat(got[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(got[0].getMessageID()).startsWith("<reminder-7.").isEqualTo(got[1].getMessageID());
    } finally {
      server.stop();
    }
  }

  @Test
  void logsInWhereItMust() {
    GreenMail server = server();
    server.setUser("docket@example.org", "docket", "p:ss w@rd");
    server.getUserManager().setAuthRequired(true);
    server.start();
    try {
      int port = server.getSmtp().getPort();
      assertThat(postman(port, "docket:p%3Ass%20w%40rd@").send("reminder-1", LETTER)).isEmpty();
      Optional<String> refused = postman(port, "docket:wrong@").send("reminder-1", LETTER);
      assertThat(refused).isPresent();
      assertThat(refused.get()).doesNotContain("wrong");
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void saysWhyNobodyTookIt() {
    GreenMail server = server();
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    assertThat(postman(port, "").send("reminder-1", LETTER)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.org?from=a@b.org, 587, REQUIRED",
    "smtps://u:p@mail.example.org?from=a@b.org, 465, AT_ONCE",
    "smtp://127.0.0.1:2525?from=a@b.org, 2525, IF_OFFERED",
    "smtp://localhost:25?from=a@b.org, 25, IF_OFFERED",
  })
  void readsAddresses(String text, int port, SmtpServer.Tls tls) {
    SmtpServer server = SmtpServer.parse(text).orThrow();
    assertThat(server.port()).isEqualTo(port);
    assertThat(server.tls()).isEqualTo(tls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example.org",
        "http://u:secret@mail.example.org?from=a@b.org",
        "smtp://u:secret@mail.example.org",
        "smtp://u:secret@mail.example.org?from=nobody",
        "smtp://u:secret@mail.example.org?from=a@b.org%0D%0ABcc:x@y.org",
        "smtp://u:se cret@mail.example.org?from=a@b.org",
        "smtp://u:secret@mail.example.org:70000?from=a@b.org"
      })
  void refusesOthersWithoutTheirPassword(String text) {
    assertThat(SmtpServer.parse(text).refusal())
        .hasValueSatisfying(problem -> {
          assertThat(problem.code()).isEqualTo("smtp-url");
          assertThat(problem.toString()).doesNotContain("secret").doesNotContain("cret");
        });
  }
}
