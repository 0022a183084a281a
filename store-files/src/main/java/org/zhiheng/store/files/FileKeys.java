package org.zhiheng.store.files;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.KeyChange;
import org.zhiheng.jobs.prove.KeyRing;
import org.zhiheng.jobs.prove.RetiredKey;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.MlDsa44Key;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.values.OrganisationId;

/// The private keys of a workspace, in one file that only its owner may read ([KeyLines]).
///
/// The file is written whole: once when there is none, and at each step of a change of keys. A
/// change by another process is seen at the next signature. Private keys that were retired lie
/// apart, in the folder `retired`: nothing here reads them. Who loses the keys can sign no more
/// under this name, and everything that was signed still holds.
///
/// Known weakness: the keys lie on the disk as they are. A production in the PRC keeps its SM2 key
/// in a certified module (GB/T 39786); that is another implementation of the same signers.
public final class FileKeys implements KeyRing {

  private static final String FILE = "signing-keys";
  private static final String ASIDE = "retired";
  private static final String OWNER_ONLY = "rwx------";

  private final Path file;
  private final SecureRandom random;
  private final Optional<SecondKey> second;
  private final Disk disk;

  /// What was read last. Two threads may read the same anew; either will do.
  private volatile Read read;

  private FileKeys(
      Path file, SecureRandom random, Optional<SecondKey> second, Disk disk, Read read) {
    this.file = file;
    this.random = random;
    this.second = second;
    this.disk = disk;
    this.read = read;
  }

  /// What the file held.
  private record Read(KeyLines.Stamp stamp, KeyLines lines, LogIdentity log) {

    /// The stamp is taken first: what is written between the two is read once more.
    private static Read of(Path file, SecureRandom random) throws IOException {
      KeyLines.Stamp stamp = KeyLines.Stamp.of(file);
      KeyLines lines = KeyLines.read(file);
      return new Read(stamp, lines, identity(lines, random));
    }
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
    return new FileKeys(
        file, random, new FileSecondKey(folder).read(random), disk, Read.of(file, random));
  }

  private Read current() {
    try {
      Read last = read;
      if (!KeyLines.Stamp.of(file).equals(last.stamp)) {
        last = Read.of(file, random);
        read = last;
      }
      return last;
    } catch (IOException unreadable) {
      // signing on with what was read before could be signing with a key that leaked
      throw new UncheckedIOException("the private keys cannot be read", unreadable);
    }
  }

  /// Two processes that find none make one set of keys.
  private static void makeOnce(Path file, SecureRandom random, Disk disk) throws IOException {
    Files.createDirectories(
        file.toAbsolutePath().resolveSibling(".").normalize(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
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
    lines.put(KeyLines.ORIGIN, "zhiheng.local/" + HexFormat.of().formatHex(name));
    lines.putAll(freshLog(random));
    lines.put(KeyLines.ISSUER, base64(drawn(random)));
    lines.put("witness-ed25519", base64(drawn(random)));
    return lines;
  }

  private static Map<String, String> freshLog(SecureRandom random) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
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
    writeOwn(file, new KeyLines(lines).text(), disk);
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
    return current().log().origin();
  }

  /// While keys are changed, first the old ones.
  private static LogIdentity identity(KeyLines lines, SecureRandom random) {
    List<String> endings =
        lines.found(line(KeyEvent.Use.LOG)).isPresent() ? List.of(KeyLines.OLD, "") : List.of("");
    List<NoteSigner> signers = new ArrayList<>();
    List<NoteSigner> siblings = new ArrayList<>();
    for (String ending : endings) {
      signers.addAll(signers(lines, ending));
      siblings.add(sibling(lines, ending, random));
    }
    return new LogIdentity(lines.value(KeyLines.ORIGIN), signers, siblings);
  }

  private static List<NoteSigner> signers(KeyLines lines, String ending) {
    String origin = lines.value(KeyLines.ORIGIN);
    return List.of(
        Ed25519Key.ofLog(origin, lines.bytes("log-ed25519" + ending)),
        new MlDsa44Key(
            origin,
            lines.bytes("log-ml-dsa-44" + ending),
            lines.bytes("log-ml-dsa-44-public" + ending)));
  }

  private static NoteSigner sibling(KeyLines lines, String ending, SecureRandom random) {
    return new Sm2Key(
        lines.value(KeyLines.ORIGIN) + "/gm",
        new BigInteger(1, lines.bytes("log-sm2" + ending)),
        random);
  }

  @Override
  public LogIdentity log() {
    return current().log();
  }

  private static Ed25519Key issuer(KeyLines lines, String name) {
    return Ed25519Key.ofLog(lines.value(KeyLines.ORIGIN) + "/issuer", lines.bytes(name));
  }

  @Override
  public Ed25519Key issuer() {
    return issuer(current().lines(), KeyLines.ISSUER);
  }

  @Override
  public Optional<SecondKey> second() {
    return second;
  }

  @Override
  public Ed25519Key witness() {
    return Ed25519Key.ofWitness(origin() + "/witness", current().lines().bytes("witness-ed25519"));
  }

  @Override
  public Ed25519Key stating(KeyEvent.Use use) {
    KeyLines lines = current().lines();
    return switch (use) {
      case STATEMENT -> issuer(lines, KeyLines.ISSUER + KeyLines.OLD);
      case LOG -> issuer(lines, KeyLines.ISSUER);
    };
  }

  @Override
  public Optional<KeyChange> change(KeyEvent.Use use) {
    return change(current().lines(), use);
  }

  /// The keys of a use; of the log those of both trees.
  private List<VerifierKey> keys(KeyLines lines, KeyEvent.Use use, String ending) {
    return switch (use) {
      case STATEMENT -> List.of(issuer(lines, KeyLines.ISSUER + ending).key());
      case LOG ->
          Stream.concat(signers(lines, ending).stream(), Stream.of(sibling(lines, ending, random)))
              .map(NoteSigner::key)
              .toList();
    };
  }

  private static List<String> names(KeyEvent.Use use) {
    return switch (use) {
      case STATEMENT -> List.of(KeyLines.ISSUER);
      case LOG -> KeyLines.LOG;
    };
  }

  private static String line(KeyEvent.Use use) {
    return "change-" + use.word();
  }

  private Optional<KeyChange> change(KeyLines lines, KeyEvent.Use use) {
    return lines
        .found(line(use))
        .map(text -> {
          String[] words = text.split(" ", -1);
          return new KeyChange(
              use,
              KeyChange.Stage.valueOf(words[0]),
              keys(lines, use, KeyLines.OLD),
              keys(lines, use, ""),
              new KeyChange.Why(
                  new OrganisationId(Long.parseLong(words[1])),
                  text(words[3]),
                  text(words[4]),
                  words[2].equals("destroy")));
        });
  }

  private static String change(KeyChange.Stage stage, KeyChange.Why why) {
    return String.join(
        " ",
        stage.name(),
        Long.toString(why.organisation().number()),
        why.destroy() ? "destroy" : "keep",
        base64(why.by().getBytes(StandardCharsets.UTF_8)),
        base64(why.reason().getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  @Override
  public List<RetiredKey> retired() {
    KeyLines lines = current().lines();
    List<RetiredKey> retired = new ArrayList<>();
    for (int at = 1; lines.found(KeyLines.RETIRED + at).isPresent(); at++) {
      String[] words = lines.value(KeyLines.RETIRED + at).split(" ", -1);
      retired.add(
          new RetiredKey(
              KeyEvent.Use.valueOf(words[0]),
              VerifierKey.parse(words[4]).orThrow(),
              Long.parseLong(words[1]),
              new OrganisationId(Long.parseLong(words[2])),
              EvidenceId.parse(words[3]).orThrow()));
    }
    return retired;
  }

  @Override
  public void begin(KeyEvent.Use use, KeyChange.Why why) throws IOException {
    rewrite(lines -> {
      if (lines.containsKey(line(use))) {
        throw new IllegalStateException("a change of these keys is under way: " + use);
      }
      for (String name : names(use)) {
        lines.put(name + KeyLines.OLD, lines.getOrDefault(name, ""));
      }
      switch (use) {
        case STATEMENT -> {
          lines.put(KeyLines.ISSUER, base64(drawn(random)));
          lines.put(line(use), change(KeyChange.Stage.CHANGED, why));
        }
        case LOG -> {
          lines.putAll(freshLog(random));
          lines.put(line(use), change(KeyChange.Stage.BEGUN, why));
        }
      }
    });
  }

  @Override
  public void finish(KeyChange.Why why) throws IOException {
    rewrite(lines -> {
      if (change(new KeyLines(lines), KeyEvent.Use.LOG)
          .filter(one -> one.stage() == KeyChange.Stage.BOTH)
          .isEmpty()) {
        throw new IllegalStateException("not all keys of the log sign");
      }
      lines.put(line(KeyEvent.Use.LOG), change(KeyChange.Stage.FINISHED, why));
    });
  }

  @Override
  public void settle(KeyChange change, EvidenceStore.Kept event, long last) throws IOException {
    rewrite(lines -> {
      Optional<KeyChange> there = change(new KeyLines(lines), change.use());
      if (!there.equals(Optional.of(change))) {
        return; // another process was here before
      }
      switch (change.stage()) {
        case CHANGED, FINISHED -> retire(lines, change, names(change.use()), event, last);
        case BEGUN -> lines.put(line(change.use()), change(KeyChange.Stage.BOTH, change.why()));
        case BOTH -> {}
      }
    });
  }

  /// Private halves first put aside, or not at all; then they are out of the file.
  private void retire(
      Map<String, String> lines,
      KeyChange change,
      List<String> names,
      EvidenceStore.Kept event,
      long last)
      throws IOException {
    StringBuilder aside = new StringBuilder();
    for (String name : names) {
      aside.append(name).append(' ').append(lines.remove(name + KeyLines.OLD)).append('\n');
    }
    if (!change.why().destroy()) {
      Path folder = file.resolveSibling(ASIDE);
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      disk.syncFolder(file.toAbsolutePath().resolveSibling(".").normalize());
      writeOwn(
          folder.resolve(
              change.use().word() + "-" + HexFormat.of().toHexDigits(change.old().getFirst().id())),
          aside.toString(),
          disk);
    }
    lines.remove(line(change.use()));
    int number = 1;
    while (lines.containsKey(KeyLines.RETIRED + number)) {
      number++;
    }
    for (VerifierKey key : change.old()) {
      lines.put(
          KeyLines.RETIRED + number,
          String.join(
              " ",
              change.use().name(),
              Long.toString(last),
              Long.toString(event.organisation().number()),
              event.id().toString(),
              key.toString()));
      number++;
    }
  }

  /// Changes lines.
  @FunctionalInterface
  private interface Rewriting {
    void rewrite(Map<String, String> lines) throws IOException;
  }

  /// Writes the file anew, from what it holds at that moment, while no other process does.
  private void rewrite(Rewriting rewriting) throws IOException {
    alone(
        file.resolveSibling("."),
        () -> {
          Map<String, String> before = KeyLines.read(file).values();
          Map<String, String> lines = new LinkedHashMap<>(before);
          rewriting.rewrite(lines);
          if (!lines.equals(before)) {
            write(file, lines, disk);
          }
        });
  }
}
