package org.zhiheng.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Damages a mail. Exceptions that may escape: none.
final class MailFuzz {

  @Seeds(400)
  void endsInAMailOrAProblem(Seed seed) {
    RandomGenerator random = seed.random();
    byte[] bytes = MailTest.MAIL.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 2 -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(random.nextInt(1, 80), bytes.length - Math.max(from, at));
          System.arraycopy(bytes, from, bytes, at, Math.max(0, count));
        }
        default -> bytes[at] = (byte) "=?\r\n;\"*%-\u0000".charAt(random.nextInt(10));
      }
    }

    Parsed<Mail> read = Mail.parse(bytes);

    switch (read) {
      case Parsed.Ok<Mail>(Mail mail) ->
          assertThat(mail.subject().length()).as(seed.toString()).isLessThanOrEqualTo(2_000);
      case Parsed.Refused<Mail>(Problem problem) ->
          assertThat(problem.code()).as(seed.toString()).isEqualTo("mail-unread");
    }
  }
}
