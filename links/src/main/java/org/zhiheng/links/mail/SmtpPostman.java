package org.zhiheng.links.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.zhiheng.jobs.administer.remind.Letter;
import org.zhiheng.jobs.administer.remind.Postman;
import org.zhiheng.values.Digest;

/// Hands letters to a mail server: SMTP (RFC 5321) by Jakarta Mail, one connection a letter.
///
/// Known weakness: that a server took a letter does not say that anybody got it; what comes back
/// goes to the address that letters come from, and is read by nobody here.
public final class SmtpPostman implements Postman {

  private static final String TIMEOUT_MILLIS = "20000";

  /// Enough that two letters never share an id.
  private static final int ID_DIGITS = 24;

  private final SmtpServer server;
  private final InstantSource clock;
  private final Session session;

  /// To this server.
  public SmtpPostman(SmtpServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    String protocol = protocol();
    Properties settings = new Properties();
    String prefix = "mail." + protocol + ".";
    settings.setProperty("mail.transport.protocol", protocol);
    settings.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    settings.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
    settings.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    settings.setProperty(prefix + "localhost", "zhiheng");
    settings.setProperty(prefix + "auth", Boolean.toString(server.login().isPresent()));
    switch (server.tls()) {
      case AT_ONCE -> settings.setProperty(prefix + "ssl.enable", "true");
      case REQUIRED -> {
        settings.setProperty(prefix + "starttls.enable", "true");
        settings.setProperty(prefix + "starttls.required", "true");
      }
      case IF_OFFERED -> settings.setProperty(prefix + "starttls.enable", "true");
    }
    this.session = Session.getInstance(settings);
  }

  private String protocol() {
    return switch (server.tls()) {
      case AT_ONCE -> "smtps";
      case REQUIRED, IF_OFFERED -> "smtp";
    };
  }

  @Override
  public Optional<String> send(String id, Letter letter) {
    try {
      MimeMessage message = new Identified(session, messageId(id, letter));
      message.setFrom(new InternetAddress(server.from(), true));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
      message.setSubject(letter.subject(), "UTF-8");
      message.setSentDate(Date.from(clock.instant()));
      // RFC 3834, 5: nobody's holiday answer shall come back
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setText(letter.text(), "UTF-8");
      message.saveChanges();
      try (Transport transport = session.getTransport(protocol())) {
        if (server.login().isPresent()) {
          SmtpServer.Login login = server.login().get();
          transport.connect(server.host(), server.port(), login.user(), login.password());
        } else {
          transport.connect(server.host(), server.port(), null, null);
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
      return Optional.empty();
    } catch (MessagingException refused) {
      return Optional.of(reason(refused));
    }
  }

  /// What the server said, without what lies behind it.
  private static String reason(MessagingException refused) {
    String said = Optional.ofNullable(refused.getMessage()).orElse("").strip();
    return said.isEmpty() ? refused.getClass().getSimpleName() : said;
  }

  private String messageId(String id, Letter letter) {
    String text = id + "\n" + letter.to() + "\n" + letter.subject() + "\n" + letter.text();
    return "<"
        + id
        + "."
        + Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_DIGITS)
        + server.from().substring(server.from().indexOf('@'))
        + ">";
  }

  /// A message with an id of ours, which stays the same when it is sent again.
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
