package org.zhiheng.jobs.backup;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// A backup that was opened and looked through: every member is there once, under a name that a
/// member may have, with the bytes that were written.
final class BackupFile implements Closeable {

  /// Of the member that lists all others: a line is about 120 bytes, so ten million members.
  private static final long SUMS_BYTES_MAX = 1_300_000_000;

  private static final long MANIFEST_BYTES_MAX = 1 << 20;

  /// More refusals are not listed.
  private static final int PROBLEMS_MAX = 100;

  private final ZipFile zip;
  private final Map<String, Digest> sums;
  private final Digest digest;
  private final BackupManifest manifest;

  private BackupFile(
      ZipFile zip, Map<String, Digest> sums, Digest digest, BackupManifest manifest) {
    this.zip = zip;
    this.sums = sums;
    this.digest = digest;
    this.manifest = manifest;
  }

  /// Opens a backup and reads all of it.
  ///
  /// @throws IOException when the file cannot be read
  /// @throws ProblemsException with `backup-member` for each member that is missing, too many or
  ///   changed, by its name
  static BackupFile open(Path file, SettingFiles settings) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | EOFException cut) {
      throw new ProblemsException(
          Problem.of(
              "backup-member",
              "",
              String.valueOf(file.getFileName()),
              "This is not a backup, or its end is missing: " + why(cut)));
    }
    boolean whole = false;
    try {
      BackupFile opened = looked(zip, settings);
      whole = true;
      return opened;
    } finally {
      if (!whole) {
        zip.close();
      }
    }
  }

  private static BackupFile looked(ZipFile zip, SettingFiles settings) throws IOException {
    List<Problem> problems = new ArrayList<>();
    byte[] listed = small(zip, Members.SUMS, SUMS_BYTES_MAX);
    Map<String, Digest> sums = new LinkedHashMap<>();
    for (String line : new String(listed, StandardCharsets.UTF_8).lines().toList()) {
      String name = line.length() > 66 ? line.substring(66) : "";
      if (!line.matches("[0-9a-f]{64}  .+")
          || !Members.wellNamed(name, settings)
          || sums.put(name, new Digest(line.substring(0, 64))) != null) {
        problems.add(
            changed(Members.SUMS, "It holds a line that no backup has: " + Problem.shown(name)));
      }
    }
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.getName().equals(Members.SUMS) && !sums.containsKey(entry.getName())) {
        problems.add(
            changed(
                Problem.shown(entry.getName()), "It is not among the members that were written."));
      }
    }
    sums.forEach((name, sum) -> {
      if (problems.size() < PROBLEMS_MAX) {
        look(zip, name, sum, problems);
      }
    });
    if (!sums.containsKey(Members.MANIFEST)) {
      problems.add(changed(Members.MANIFEST, "It is missing."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems.subList(0, Math.min(PROBLEMS_MAX, problems.size())));
    }
    BackupManifest manifest =
        BackupManifest.parse(small(zip, Members.MANIFEST, MANIFEST_BYTES_MAX)).orThrow();
    BackupFile file = new BackupFile(zip, sums, Digest.of(listed), manifest);
    file.complete();
    return file;
  }

  private static void look(ZipFile zip, String name, Digest sum, List<Problem> problems) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      problems.add(changed(name, "It is missing."));
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      if (!Digest.of(in).equals(sum)) {
        problems.add(changed(name, "Its bytes are not those that were written."));
      }
    } catch (IOException unreadable) {
      problems.add(changed(name, "It cannot be read: " + why(unreadable)));
    }
  }

  private static byte[] small(ZipFile zip, String name, long bytesMax) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ProblemsException(changed(name, "It is missing."));
    }
    if (entry.getSize() > bytesMax) {
      throw new ProblemsException(changed(name, "It is longer than " + bytesMax + " bytes."));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(Math.toIntExact(bytesMax));
    } catch (ZipException | EOFException broken) {
      throw new ProblemsException(changed(name, "It cannot be read: " + why(broken)));
    }
  }

  /// What the library said; of an end that comes too early it says nothing.
  private static String why(IOException broken) {
    String message = broken.getMessage();
    return message == null ? "it ends too early" : Problem.shown(message);
  }

  /// The manifest and the list of members say the same.
  private void complete() {
    List<Problem> problems = new ArrayList<>();
    for (String part : manifest.rows().keySet()) {
      if (!sums.containsKey(Members.RECORD + part)) {
        problems.add(changed(Members.RECORD + part, "It is missing."));
      }
    }
    long documents = names(Members.DOCUMENTS).size();
    if (documents != manifest.documents()) {
      problems.add(
          changed(
              Members.DOCUMENTS,
              "There are " + documents + ", and " + manifest.documents() + " were written."));
    }
    if (!sums.containsKey(Members.UNPUBLISHED)) {
      problems.add(changed(Members.UNPUBLISHED, "It is missing."));
    }
    if (names(Members.RECORD).size() != manifest.rows().size()) {
      problems.add(changed(Members.RECORD, "It holds a part that was not counted."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  private static Problem changed(String member, String reason) {
    return Problem.of("backup-member", member, "", reason);
  }

  BackupManifest manifest() {
    return manifest;
  }

  /// The digest that was told when the backup was made.
  Digest digest() {
    return digest;
  }

  /// The names below this folder, without it.
  List<String> names(String folder) {
    return sums.keySet().stream()
        .filter(name -> name.startsWith(folder))
        .map(name -> name.substring(folder.length()))
        .toList();
  }

  /// Opens a member.
  InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the backup has no member " + name);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
