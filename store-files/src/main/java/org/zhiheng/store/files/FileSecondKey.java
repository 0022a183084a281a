package org.zhiheng.store.files;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Sm2Certificate;

/// The key that signs statements a second time, by SM2, and its certificate, in two files of the
/// folder of keys: `statement-sm2` (base64 of its number) and `statement-sm2.crt` (PEM).
///
/// The certificate may be replaced by one that an authority gave the same key. Who takes both files
/// away signs once again only; what was signed holds on, for each signature brings its certificate.
///
/// @param folder of keys
public record FileSecondKey(Path folder) {

  private static final String KEY = "statement-sm2";
  private static final String CERTIFICATE = "statement-sm2.crt";
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";
  private static final String END = "\n-----END CERTIFICATE-----\n";

  /// Of a certificate that the key gives itself: as long as such keys are commonly used.
  private static final Duration VALID = Duration.ofDays(3_653);

  /// The key; nothing where there is none.
  ///
  /// @param random draws a fresh number for each signature
  /// @throws IOException when a file cannot be read, or they do not belong together
  public Optional<SigningKeys.SecondKey> read(SecureRandom random) throws IOException {
    Path file = folder.resolve(KEY);
    String number;
    try {
      number = Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    Path beside = folder.resolve(CERTIFICATE);
    try {
      Sm2Key key = new Sm2Key(KEY, new BigInteger(1, Base64.getDecoder().decode(number)), random);
      byte[] certificate = der(Files.readString(beside, StandardCharsets.US_ASCII));
      Sm2Certificate.subject(certificate, key);
      return Optional.of(new SigningKeys.SecondKey(key, Octets.of(certificate)));
    } catch (IllegalArgumentException unfit) {
      throw new IOException(
          file
              + " and "
              + beside
              + " are not a key of SM2 and its certificate in PEM: "
              + unfit.getMessage(),
          unfit);
    }
  }

  /// Makes a key and a certificate that it gives itself.
  ///
  /// @param name of whom the certificate says it is
  /// @param at from when on it is valid
  /// @throws FileAlreadyExistsException when there is one
  /// @throws IOException when it cannot be written
  public SigningKeys.SecondKey make(String name, Instant at, SecureRandom random)
      throws IOException {
    Path file = folder.resolve(KEY);
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    byte[] d = FileKeys.drawnForSm2(random);
    Sm2Key key = new Sm2Key(KEY, new BigInteger(1, d), random);
    Instant from = at.truncatedTo(ChronoUnit.SECONDS);
    byte[] certificate =
        Sm2Certificate.selfSigned(
            key, name, new BigInteger(127, random).setBit(126), from, from.plus(VALID));
    Disk disk = Disk.real();
    FileKeys.alone(
        folder,
        () -> {
          if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
          }
          // the certificate first: a key without one would be refused
          FileKeys.writeOwn(folder.resolve(CERTIFICATE), pem(certificate), disk);
          FileKeys.writeOwn(file, Base64.getEncoder().encodeToString(d) + "\n", disk);
        });
    return new SigningKeys.SecondKey(key, Octets.of(certificate));
  }

  private static String pem(byte[] certificate) {
    return BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate) + END;
  }

  private static byte[] der(String pem) {
    int from = pem.indexOf(BEGIN.strip());
    int to = pem.indexOf(END.strip());
    if (from < 0 || to < from + BEGIN.length()) {
      throw new IllegalArgumentException("there is no BEGIN CERTIFICATE");
    }
    return Base64.getMimeDecoder().decode(pem.substring(from + BEGIN.length(), to));
  }
}
