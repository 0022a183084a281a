package org.zhiheng.jobs.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.ledger.log.LogCopy;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.values.Digest;

/// Writes a workspace into one file while people work in it.
///
/// The order makes it fit together. The record is read as of one moment, first. Documents are kept
/// before the record names them and leaves are durable in the log before the record knows their
/// index, so whatever that moment knows is there when documents and log are read afterwards. What
/// the log took in since then is copied along: an entry too many is an entry that nobody can open,
/// an entry too few would be a second history.
public final class Backup {

  private final WorkspaceParts parts;
  private final String release;
  private final InstantSource clock;

  /// @param parts of the workspace
  /// @param release which program makes it
  public Backup(WorkspaceParts parts, String release, InstantSource clock) {
    this.parts = parts;
    this.release = release;
    this.clock = clock;
  }

  /// What was written.
  ///
  /// @param rows of the record
  /// @param documents that were taken
  /// @param logEntries up to the checkpoint that was signed last, and those behind it
  /// @param keys whether the private keys are in it
  /// @param sums SHA-256 of `SHA256SUMS`: it stands for everything in the backup
  /// @param faults documents whose bytes were not what their name says; they were left out
  public record Made(
      long rows, long documents, long logEntries, boolean keys, Digest sums, List<String> faults) {
    /// Copies the list.
    public Made {
      faults = List.copyOf(faults);
    }
  }

  /// Writes it.
  ///
  /// @param out closed by the caller, who sees to it that it is durable
  /// @param withKeys whether the private keys go along
  /// @throws IOException when something cannot be read or written: then `out` holds no backup
  public Made write(OutputStream out, boolean withKeys) throws IOException {
    try (MemberZip zip = new MemberZip(out);
        RecordSnapshot record = parts.record().take()) {
      Map<String, Long> rows = new LinkedHashMap<>();
      for (String part : record.parts()) {
        rows.put(part, zip.add(Members.RECORD + part, member -> record.write(part, member)));
      }
      boolean keys = false;
      for (String name : parts.settings().names()) {
        if (!SettingFiles.secret(name) || withKeys) {
          zip.add(Members.SETTINGS + name, parts.settings().read(name).array());
          keys |= name.equals(SettingFiles.KEYS);
        }
      }
      Log log = log(zip);
      List<String> faults = new ArrayList<>();
      long documents = documents(zip, faults);
      BackupManifest manifest =
          new BackupManifest(
              clock.instant(),
              release,
              record.version(),
              rows,
              documents,
              parts.origin(),
              log.size(),
              log.note(),
              log.unpublished(),
              keys);
      zip.add(Members.MANIFEST, manifest.bytes());
      return new Made(
          rows.values().stream().mapToLong(Long::longValue).sum(),
          documents,
          log.size() + log.unpublished(),
          keys,
          zip.sums(),
          faults);
    }
  }

  private record Log(long size, String note, long unpublished) {}

  private Log log(MemberZip zip) throws IOException {
    String note = parts.head().latest().orElse("");
    long size = note.isEmpty() ? 0 : size(note);
    Optional<byte[]> checkpoint = parts.tiles().read("checkpoint");
    Optional<byte[]> sibling = parts.tiles().read("gm/checkpoint");
    long published = 0;
    if (checkpoint.isPresent()) {
      String shown = new String(checkpoint.get(), java.nio.charset.StandardCharsets.UTF_8);
      published = size(shown);
      if (published > size) {
        size = published;
        note = shown;
      }
    }
    // before the tiles, which take long: what is in tiles is let go of here
    long unpublished = unpublished(zip, size);
    Tiles into = new ZippedTiles(zip);
    LogCopy.files(parts.tiles(), into, size);
    if (published < size && published > 0) {
      LogCopy.files(parts.tiles(), into, published);
    }
    if (sibling.isPresent()) {
      into.publish("gm/checkpoint", sibling.get());
    }
    if (checkpoint.isPresent()) {
      into.publish("checkpoint", checkpoint.get());
    }
    return new Log(size, note, unpublished);
  }

  private static long size(String note) {
    return Checkpoint.parse(
            SignedNote.parse(note.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orThrow()
                .text())
        .orThrow()
        .head()
        .size();
  }

  private long unpublished(MemberZip zip, long from) throws IOException {
    return zip.add(
        Members.UNPUBLISHED,
        member -> {
          DataOutputStream out = new DataOutputStream(member);
          long[] count = {0};
          parts
              .unpublished()
              .each(
                  from,
                  (_, entry) -> {
                    out.writeInt(entry.length);
                    out.write(entry);
                    count[0]++;
                  });
          out.flush();
          return count[0];
        });
  }

  private long documents(MemberZip zip, List<String> faults) throws IOException {
    long taken = 0;
    for (Digest digest : parts.listed().digests()) {
      Optional<Digest> found = found(digest);
      if (found.isEmpty()) {
        continue; // erased since it was listed
      }
      if (!found.get().equals(digest)) {
        faults.add(Members.DOCUMENTS + digest.hex() + " is damaged");
        continue;
      }
      Optional<InputStream> open = parts.documents().open(digest);
      if (open.isPresent()) {
        try (InputStream in = open.get()) {
          zip.add(Members.DOCUMENTS + digest.hex(), in::transferTo);
        }
        taken++;
      }
    }
    return taken;
  }

  /// The digest of a document's bytes, looked at before they are taken.
  private Optional<Digest> found(Digest digest) throws IOException {
    Optional<InputStream> open = parts.documents().open(digest);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = open.get()) {
      return Optional.of(Digest.of(in));
    }
  }

  /// Puts a log's files into the backup.
  private record ZippedTiles(MemberZip zip) implements Tiles {
    @Override
    public void write(List<TileFile> files) throws IOException {
      for (TileFile file : files) {
        publish(file.path(), file.bytes());
      }
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.empty();
    }

    @Override
    public void publish(String path, byte[] bytes) throws IOException {
      if (!zip.has(Members.PUBLISHED + path)) {
        zip.add(Members.PUBLISHED + path, bytes);
      }
    }
  }
}
