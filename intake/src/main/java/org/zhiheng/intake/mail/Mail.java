package org.zhiheng.intake.mail;

import java.util.List;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Parsed;

/// A mail: what its headers say, decoded, and what is attached to it.
///
/// Headers are texts as they stand there, encoded words (RFC 2047) decoded, control characters
/// replaced by blanks, cut at [#TEXT_LENGTH_MAX] characters; empty where the header is missing. They
/// are claims of whoever wrote the mail.
///
/// @param from `From`
/// @param to `To`
/// @param date `Date`, as it is written
/// @param subject `Subject`
/// @param messageId `Message-ID`
/// @param attachments in their order
public record Mail(
    String from,
    String to,
    String date,
    String subject,
    String messageId,
    List<Attachment> attachments) {

  /// Larger mails are not taken apart.
  public static final int LENGTH_BYTES_MAX = 100_000_000;

  /// More parts, text and containers included, are not taken apart.
  public static final int PARTS_MAX = 1_000;

  /// Deeper nesting is not taken apart.
  public static final int DEPTH_MAX = 20;

  /// Longer texts are cut.
  public static final int TEXT_LENGTH_MAX = 2_000;

  /// Copies the list.
  public Mail {
    attachments = List.copyOf(attachments);
  }

  /// What is attached.
  ///
  /// @param name as the mail calls it, without path and control characters, at most 100 characters;
  ///   may be empty
  /// @param type its media type in lower case
  /// @param content its bytes, transfer encoding taken off
  public record Attachment(String name, String type, Bytes content) {}

  /// Takes a mail apart. Each part that is named, or said to be attached, or no text and no container
  /// of parts is an attachment; a mail within the mail is one, and is not taken apart itself.
  ///
  /// What cannot be taken apart wholly ends in the problem `mail-unread`.
  public static Parsed<Mail> parse(byte[] bytes) {
    return MailReading.read(bytes);
  }
}
