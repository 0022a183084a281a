package org.zhiheng.jobs.prove.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.intake.mail.Mail;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Takes the mails among files apart, so that each attachment is stated with its own digests.
///
/// The mail stays the file it was. Behind it stand its attachments, `NAME.eml/attachment-1-…`, and
/// its headers become facts: `mail.from`, `mail.to`, `mail.date`, `mail.subject`,
/// `mail.message-id`; those of a second mail `mail.2.from` and so on. They are claims of whoever
/// wrote the mail. One that cannot be taken apart stays a plain file, and the fact `mail.unread`
/// says so.
public final class Mails {

  /// Mails behind these stay plain files: a statement has room for so many facts.
  private static final int MAILS_MAX = 100;

  private static final int TEXT_LENGTH_MAX = 2_000;

  private static final String BEYOND =
      "The mail is not taken apart: of a deposit "
          + MAILS_MAX
          + " mails of "
          + Mail.LENGTH_BYTES_MAX
          + " bytes together are.";

  private Mails() {}

  /// What became of the files.
  ///
  /// @param files in their order, attachments behind their mail
  /// @param facts of the mails
  /// @param unread names of mails that stay plain files, with the reason
  public record Unpacked(
      List<Deposits.Source> files, SortedMap<String, String> facts, List<String> unread) {

    /// Copies the lists.
    public Unpacked {
      files = List.copyOf(files);
      unread = List.copyOf(unread);
    }
  }

  /// Takes apart each file whose name ends with `.eml`.
  ///
  /// @throws IOException when a mail cannot be read from where it lies
  public static Unpacked unpack(List<Deposits.Source> files) throws IOException {
    List<Deposits.Source> all = new ArrayList<>();
    SortedMap<String, String> facts = new TreeMap<>();
    List<String> unread = new ArrayList<>();
    int number = 0;
    int roomBytes = Mail.LENGTH_BYTES_MAX;
    int room = Manifest.FILES_MAX - files.size();
    for (Deposits.Source file : files) {
      if (!file.name().toLowerCase(Locale.ROOT).endsWith(".eml")) {
        all.add(file);
        continue;
      }
      number++;
      String prefix = number == 1 ? "mail." : "mail." + number + ".";
      byte[] bytes = number > MAILS_MAX ? new byte[0] : bytes(file, roomBytes);
      Parsed<Mail> read =
          number > MAILS_MAX || bytes.length > roomBytes
              ? Parsed.refused("mail-unread", "", BEYOND)
              : Mail.parse(bytes);
      int left = room;
      switch (read) {
        case Parsed.Ok<Mail>(Mail mail) when mail.attachments().size() <= left -> {
          roomBytes -= bytes.length;
          // the very bytes that were taken apart are those that are kept
          all.add(
              new Deposits.Source(
                  file.name(),
                  file.type(),
                  file.capturedAt(),
                  file.tool(),
                  file.environment(),
                  file.declared(),
                  () -> new ByteArrayInputStream(bytes)));
          room -= mail.attachments().size();
          attachments(file, mail, all);
          facts.putAll(facts(prefix, mail));
        }
        case Parsed.Ok<Mail> _ -> {
          all.add(file);
          unread.add(file.name() + ": It has more attachments than a statement has room for.");
        }
        case Parsed.Refused<Mail>(Problem problem) -> {
          all.add(file);
          unread.add(file.name() + ": " + problem.reason());
        }
      }
    }
    if (!unread.isEmpty()) {
      facts.put("mail.unread", cut(String.join("\n", unread)));
    }
    return new Unpacked(all, facts, unread);
  }

  private static String cut(String text) {
    int count = text.codePointCount(0, text.length());
    return count <= TEXT_LENGTH_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, TEXT_LENGTH_MAX));
  }

  private static byte[] bytes(Deposits.Source file, int lengthMax) throws IOException {
    try (InputStream in = file.content().open()) {
      return in.readNBytes(lengthMax + 1);
    }
  }

  private static SortedMap<String, String> facts(String prefix, Mail mail) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(prefix + "from", mail.from());
    facts.put(prefix + "to", mail.to());
    facts.put(prefix + "date", mail.date());
    facts.put(prefix + "subject", mail.subject());
    facts.put(prefix + "message-id", mail.messageId());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static void attachments(Deposits.Source file, Mail mail, List<Deposits.Source> all) {
    int number = 0;
    for (Mail.Attachment one : mail.attachments()) {
      number++;
      String name = one.name().isEmpty() ? "" : "-" + one.name();
      all.add(
          held(
              file,
              file.name() + "/attachment-" + number + name,
              one.type(),
              one.content().array()));
    }
  }

  private static Deposits.Source held(Deposits.Source of, String name, String type, byte[] bytes) {
    return new Deposits.Source(
        name,
        type,
        of.capturedAt(),
        of.tool(),
        of.environment(),
        () -> new ByteArrayInputStream(bytes));
  }
}
