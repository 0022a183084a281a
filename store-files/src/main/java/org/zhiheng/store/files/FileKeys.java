package org.zhiheng.store.files;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.MlDsa44Key;
import org.zhiheng.ledger.note.Sm2Key;

/// The private keys of a workspace, in one file that only its owner may read.
///
/// A line each, `name base64`; the file is written whole, once, when there is none. Who loses it
/// can sign no more under this name, and everything that was signed still holds.
///
/// Known weakness: the keys lie on the disk as they are. A production in the PRC keeps its SM2 key
/// in a certified module (GB/T 39786); that is another implementation of the same signers.
public final class FileKeys implements SigningKeys {

  private static final String FILE = "signing-keys";

  private static final Set<String> NAMES =
      Set.of(
          "origin",
          "log-ed25519",
          "log-ml-dsa-44",
          "log-ml-dsa-44-public",
          "log-sm2",
          "issuer-ed25519",
          "witness-ed25519");

  private final Map<String, String> lines;
  private final SecureRandom random;
  private final Optional<SecondKey> second;

  private FileKeys(Map<String, String> lines, SecureRandom random, Optional<SecondKey> second) {
    this.lines = lines;
    this.second = second;
    this.random = random;
  }

  /// The keys in this folder, made where there are none.
  ///
  /// @param random what keys are drawn from
  /// @throws IOException when a file cannot be read or written, or lacks a key
  public static FileKeys open(Path folder, SecureRandom random) throws IOException {
    return open(folder, random, Disk.real());
  }

  static FileKeys open(Path folder, SecureRandom random, Disk disk) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      makeOnce(file, random, disk);
    }
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int space = line.indexOf(' ');
      if (space > 0) {
        lines.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    if (!lines.keySet().equals(NAMES)) {
      throw new IOException(file + " has not the keys it should have: " + NAMES);
    }
    return new FileKeys(lines, random, new FileSecondKey(folder).read(random));
  }

  /// Two processes that find none make one set of keys.
  private static void makeOnce(Path file, SecureRandom random, Disk disk) throws IOException {
    Files.createDirectories(
        file.toAbsolutePath().resolveSibling(".").normalize(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    alone(
        file.resolveSibling("."),
        () -> {
          if (!Files.exists(file)) {
            write(file, fresh(random), disk);
          }
        });
  }

  /// Makes keys.
  @FunctionalInterface
  interface Making {
    void make() throws IOException;
  }

  /// Makes keys in a folder while no other process does.
  static void alone(Path folder, Making making) throws IOException {
    try (FileChannel turn =
            FileChannel.open(
                folder.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock mine = turn.lock()) {
      if (!mine.isValid()) {
        throw new IOException(folder + " is held by another process");
      }
      making.make();
    }
  }

  private static Map<String, String> fresh(SecureRandom random) throws IOException {
    byte[] name = new byte[8];
    random.nextBytes(name);
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("origin", "zhiheng.local/" + HexFormat.of().formatHex(name));
    lines.put("log-ed25519", base64(drawn(random)));
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("ML-DSA-44");
      KeyPair pair = pairs.generateKeyPair();
      lines.put("log-ml-dsa-44", base64(pair.getPrivate().getEncoded()));
      lines.put("log-ml-dsa-44-public", base64(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException absent) {
      throw new IOException("this JDK has no ML-DSA-44", absent);
    }
    lines.put("log-sm2", base64(drawnForSm2(random)));
    lines.put("issuer-ed25519", base64(drawn(random)));
    lines.put("witness-ed25519", base64(drawn(random)));
    return lines;
  }

  private static byte[] drawn(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  static byte[] drawnForSm2(SecureRandom random) {
    byte[] d = drawn(random);
    d[0] = (byte) ((d[0] & 0x7f) | 1); // below the order of the curve, and not 0
    return d;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void write(Path file, Map<String, String> lines, Disk disk) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append(name).append(' ').append(value).append('\n'));
    writeOwn(file, text.toString(), disk);
  }

  /// Writes a file that only its owner may read, whole or not at all.
  static void writeOwn(Path file, String text, Disk disk) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    Path aside = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(aside);
    try (FileChannel out =
        FileChannel.open(
            aside,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      disk.write(out, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      disk.sync(out);
    }
    disk.name(aside, file);
    disk.syncFolder(folder);
  }

  /// The name of the workspace's log.
  public String origin() {
    return value("origin");
  }

  private String value(String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalStateException("no key " + name);
    }
    return value;
  }

  private byte[] bytes(String name) {
    return Base64.getDecoder().decode(value(name));
  }

  @Override
  public LogIdentity log() {
    String origin = origin();
    return new LogIdentity(
        origin,
        List.of(
            Ed25519Key.ofLog(origin, bytes("log-ed25519")),
            new MlDsa44Key(origin, bytes("log-ml-dsa-44"), bytes("log-ml-dsa-44-public"))),
        new Sm2Key(origin + "/gm", new BigInteger(1, bytes("log-sm2")), random));
  }

  @Override
  public Ed25519Key issuer() {
    return Ed25519Key.ofLog(origin() + "/issuer", bytes("issuer-ed25519"));
  }

  @Override
  public Optional<SecondKey> second() {
    return second;
  }

  @Override
  public Ed25519Key witness() {
    return Ed25519Key.ofWitness(origin() + "/witness", bytes("witness-ed25519"));
  }
}
