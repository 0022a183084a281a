package org.zhiheng.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// A folder of keys and certificates that the one who checks trusts.
///
/// | file | what is in it |
/// |---|---|
/// | `logs.txt` | keys of logs and of their SM3 trees, one a line as C2SP writes verifier keys |
/// | `witnesses.txt` | keys of witnesses, likewise |
/// | `issuers.txt` | keys that sign statements, likewise |
/// | `chain.txt` | what is known of outside chains: see [ChainFact] |
/// | `*.pem`, `*.crt`, `*.cer`, `*.der` | certificates of time-stamping authorities |
///
/// Empty lines and those that begin with `#` are passed over, and so are files whose name begins
/// with a point. Any other file is refused: it may be a key under a name that nobody looks for.
final class TrustFolder {

  private static final int FILES_MAX = 1_000;
  private static final int FILE_LENGTH_BYTES_MAX = 1_000_000;

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

  private final List<VerifierKey> logs = new ArrayList<>();
  private final List<VerifierKey> witnesses = new ArrayList<>();
  private final List<VerifierKey> issuers = new ArrayList<>();
  private final List<Octets> authorities = new ArrayList<>();
  private final List<ChainFact> chains = new ArrayList<>();

  private TrustFolder() {}

  /// Reads a folder.
  ///
  /// @throws IOException when it cannot be read
  /// @throws ProblemsException with `trust-file`, `note-key` or `chain-fact`, and the place
  static Trust read(Path folder) throws IOException {
    TrustFolder found = new TrustFolder();
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.limit(FILES_MAX + 1L).sorted().toList();
    }
    if (files.size() > FILES_MAX) {
      throw refused(folder, "A folder of keys has at most 1,000 files.");
    }
    for (Path file : files) {
      found.take(file);
    }
    return new Trust(found.logs, found.witnesses, found.issuers, found.authorities, found.chains);
  }

  private void take(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return;
    }
    if (Files.size(file) > FILE_LENGTH_BYTES_MAX) {
      throw refused(file, "A file of keys has at most 1 MB.");
    }
    switch (name) {
      case "logs.txt" -> lines(file, VerifierKey::parse, logs);
      case "witnesses.txt" -> lines(file, VerifierKey::parse, witnesses);
      case "issuers.txt" -> lines(file, VerifierKey::parse, issuers);
      case "chain.txt" -> lines(file, ChainFact::parse, chains);
      default -> {
        if (!name.matches(".*\\.(pem|crt|cer|der)")) {
          throw refused(
              file,
              "In a folder of keys are logs.txt, witnesses.txt, issuers.txt, chain.txt and"
                  + " certificates (.pem, .crt, .cer, .der).");
        }
        certificates(file);
      }
    }
  }

  private static <T> void lines(Path file, Function<String, Parsed<T>> parse, List<T> into)
      throws IOException {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
    } catch (CharacterCodingException notText) {
      throw refused(file, "A file of keys is text in UTF-8.");
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      switch (parse.apply(line.strip())) {
        case Parsed.Ok<T> ok -> into.add(ok.value());
        case Parsed.Refused<T> refused ->
            throw new ProblemsException(refused.problem().at(file + " line " + number));
      }
    }
  }

  /// One in DER, or as many in PEM as there are.
  private void certificates(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 0 && bytes[0] == 0x30) {
      authorities.add(Octets.of(bytes));
      return;
    }
    Matcher found = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    int count = 0;
    while (found.find()) {
      count++;
      try {
        authorities.add(Octets.of(Base64.getMimeDecoder().decode(found.group(1))));
      } catch (IllegalArgumentException notBase64) {
        throw refused(file, "A certificate is base64 between its two lines.");
      }
    }
    if (count == 0) {
      throw refused(file, "There is no certificate in it.");
    }
  }

  private static ProblemsException refused(Path file, String reason) {
    return new ProblemsException(
        Problem.of("trust-file", "trust", String.valueOf(file.getFileName()), reason));
  }
}
