package org.zhiheng.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.Parsed;

/// Mails as programs write them.
final class MailTest {

  /// `=?UTF-8?B?…?=` and the rest as RFC 2047 and RFC 2231 write it.
  static final String MAIL =
      """
      From: =?UTF-8?B?%1$s?= <li@example.com>
      To: Han <han@example.com>,
       Mei <mei@example.com>
      Date: Sun, 22 Nov 2026 12:00:00 +0800
      Subject: =?GB2312?B?1qq64g==?= sample
      Message-ID: <1@example.com>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b"

      before
      --b
      Content-Type: text/plain; charset=utf-8

      text
      --b
      Content-Type: application/pdf; name="old.pdf"
      Content-Disposition: attachment; filename*=UTF-8''%%E5%%90%%88%%E5%%90%%8C.pdf
      Content-Transfer-Encoding: base64

      JVBERg==
      --b
      Content-Type: text/csv
      Content-Disposition: attachment; filename="../../etc/a.csv"
      Content-Transfer-Encoding: quoted-printable

      a=3Db
      --b
      Content-Type: message/rfc822

      Subject: inner

      inner text
      --b--
      """
          .replace(
              "%1$s", Base64.getEncoder().encodeToString("李雷".getBytes(StandardCharsets.UTF_8)))
          .replace("%%", "%")
          .replace("\n", "\r\n");

  private static Mail read(String text) {
    return Mail.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  @Test
  void decodesHeaders() {
    Mail mail = read(MAIL);

    assertThat(mail.from()).isEqualTo("李雷 <li@example.com>");
    assertThat(mail.to()).isEqualTo("Han <han@example.com>, Mei <mei@example.com>");
    assertThat(mail.date()).isEqualTo("Sun, 22 Nov 2026 12:00:00 +0800");
    assertThat(mail.subject()).isEqualTo("知衡 sample"); // 1qq64g== is 知衡 in GB 2312
    assertThat(mail.messageId()).isEqualTo("<1@example.com>");
  }

  @Test
  void takesAttachmentsOffTheirEncodingAndNamesOffTheirPath() {
    assertThat(read(MAIL).attachments())
        .extracting(
            Mail.Attachment::name,
            Mail.Attachment::type,
            one -> new String(one.content().array(), StandardCharsets.UTF_8))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("合同.pdf", "application/pdf", "%PDF"),
            org.assertj.core.groups.Tuple.tuple("a.csv", "text/csv", "a=b"),
            org.assertj.core.groups.Tuple.tuple(
                "", "message/rfc822", "Subject: inner\r\n\r\ninner text"));
  }

  @Test
  void readsHeadersThatAreUtf8ByThemselves() {
    assertThat(read("Subject: 知衡\r\n\r\ntext").subject()).isEqualTo("知衡");
  }

  @Test
  void refusesWhatHasNoHeaderOfAMail() {
    assertThat(Mail.parse("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)).refusal())
        .get()
        .extracting("code")
        .isEqualTo("mail-unread");
  }

  @Test
  void refusesNestingBeyondTheLimit() {
    StringBuilder text = new StringBuilder("Subject: x\r\n");
    for (int i = 0; i <= Mail.DEPTH_MAX; i++) {
      text.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }

    Parsed<Mail> read = Mail.parse(text.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(read.refusal().orElseThrow().reason()).contains("more than 20 levels");
  }

  @Test
  void refusesMorePartsThanTheLimit() {
    String text =
        "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\n\r\nx\r\n".repeat(Mail.PARTS_MAX + 1)
            + "--b--\r\n";

    assertThat(Mail.parse(text.getBytes(StandardCharsets.UTF_8)).refusal().orElseThrow().reason())
        .contains("more than 1000 parts");
  }
}
