package org.zhiheng.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Parsed;

/// One reading of a mail, event by event.
final class MailReading {

  private static final int LINE_LENGTH_MAX = 100_000;
  private static final int HEADERS_MAX = 1_000;
  private static final int HEADER_LENGTH_MAX = 200_000;
  private static final int NAME_LENGTH_MAX = 100;
  private static final String DISPOSITION = "content-disposition";
  private static final String TYPE = "content-type";

  private final Map<String, String> top = new HashMap<>();
  private final List<Mail.Attachment> attachments = new ArrayList<>();
  private String disposition = "";
  private String type = "";
  private int parts;
  private int depth;
  private boolean inPart;

  private MailReading() {}

  static Parsed<Mail> read(byte[] bytes) {
    if (bytes.length > Mail.LENGTH_BYTES_MAX) {
      return unread("it has more than " + Mail.LENGTH_BYTES_MAX + " bytes");
    }
    MailReading reading = new MailReading();
    try {
      reading.events(new ByteArrayInputStream(bytes));
    } catch (IOException | MimeException | IllegalArgumentException damaged) {
      return unread("it is damaged or beyond the limits: " + damaged.getMessage());
    }
    if (reading.top.isEmpty()) {
      return unread("it has none of the headers of a mail");
    }
    return Parsed.ok(
        new Mail(
            reading.text("from"),
            reading.text("to"),
            reading.text("date"),
            reading.text("subject"),
            reading.text("message-id"),
            reading.attachments));
  }

  private static Parsed<Mail> unread(String reason) {
    return Parsed.refused("mail-unread", "", "The mail is not taken apart: " + reason + ".");
  }

  private void events(InputStream in) throws IOException, MimeException {
    MimeTokenStream stream =
        new MimeTokenStream(
            new MimeConfig.Builder()
                .setMaxLineLen(LINE_LENGTH_MAX)
                .setMaxHeaderCount(HEADERS_MAX)
                .setMaxHeaderLen(HEADER_LENGTH_MAX)
                .setMaxContentLen(Mail.LENGTH_BYTES_MAX)
                .build());
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(in);
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_HEADER -> {
          disposition = "";
          type = "";
        }
        case T_FIELD -> field(stream.getField());
        case T_START_BODYPART -> {
          inPart = true;
          limited(++parts, Mail.PARTS_MAX, "parts");
        }
        case T_START_MULTIPART -> limited(++depth, Mail.DEPTH_MAX, "levels");
        case T_END_MULTIPART -> depth--;
        case T_BODY -> body(stream);
        case T_START_MESSAGE,
            T_END_MESSAGE,
            T_RAW_ENTITY,
            T_END_HEADER,
            T_PREAMBLE,
            T_EPILOGUE,
            T_END_BODYPART,
            T_END_OF_STREAM -> {}
      }
    }
  }

  private static void limited(int count, int countMax, String what) throws IOException {
    if (count > countMax) {
      throw new IOException("more than " + countMax + " " + what);
    }
  }

  private void field(Field field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    String value = raw(field);
    switch (name) {
      case DISPOSITION -> disposition = value;
      case TYPE -> type = value;
      case "from", "to", "date", "subject", "message-id" -> {
        if (!inPart) {
          top.putIfAbsent(name, value);
        }
      }
      default -> {}
    }
  }

  /// The value as its bytes say it: UTF-8 where they are that (RFC 6532), one byte a character
  /// where not.
  private static String raw(Field field) {
    ByteSequence bytes = field.getRaw();
    String body = field.getBody();
    if (bytes == null) {
      return body == null ? "" : body;
    }
    byte[] array = bytes.toByteArray();
    String text = new String(array, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0) {
      text = new String(array, StandardCharsets.ISO_8859_1);
    }
    int colon = text.indexOf(':');
    return text.substring(colon + 1).replaceAll("\r?\n(?=[ \t])", "").strip();
  }

  private void body(MimeTokenStream stream) throws IOException {
    BodyDescriptor descriptor = stream.getBodyDescriptor();
    String media = descriptor.getMimeType().toLowerCase(Locale.ROOT);
    String name = name();
    boolean attached = disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
    if (attached || !name.isEmpty() || !media.startsWith("text/")) {
      try (InputStream content = stream.getDecodedInputStream()) {
        attachments.add(new Mail.Attachment(name, media, Bytes.of(content.readAllBytes())));
      }
    }
  }

  /// The name in `Content-Disposition`, or in `Content-Type` as older programs write it.
  private String name() {
    String named = parameter(disposition, "filename");
    if (named.isEmpty()) {
      named = parameter(type, "name");
    }
    String decoded = decoded(named);
    String last =
        decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
    return cut(shown(last).strip(), NAME_LENGTH_MAX);
  }

  private static String parameter(String value, String name) {
    if (value.isEmpty()) {
      return "";
    }
    RawBody body = RawFieldParser.DEFAULT.parseRawBody(new RawField("x", value));
    MimeParameterMapping mapping = new MimeParameterMapping();
    for (NameValuePair pair : body.getParams()) {
      if (pair.getName() != null && pair.getValue() != null) {
        mapping.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
      }
    }
    String found = mapping.get(name);
    return found == null ? "" : found;
  }

  private String text(String header) {
    return cut(shown(decoded(top.getOrDefault(header, ""))).strip(), Mail.TEXT_LENGTH_MAX);
  }

  private static String decoded(String text) {
    return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
  }

  /// Without control characters and halves of surrogates, which no statement can hold.
  private static String shown(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(point ->
            out.appendCodePoint(
                Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE
                        || Character.getType(point) == Character.FORMAT
                    ? ' '
                    : point));
    return out.toString();
  }

  private static String cut(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
    return text.substring(0, end);
  }
}
