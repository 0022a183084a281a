package org.zhiheng.contracts.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.UploadStore;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Uploads in memory.
public final class MemoryUploads implements UploadStore {

  private final Map<UploadId, Open> uploads = new ConcurrentHashMap<>();

  private static final class Open {
    final Upload.Begun begun;
    // Guarded by this.
    final SortedMap<Integer, byte[]> parts = new TreeMap<>();
    // Guarded by this.
    Instant touched;

    Open(Upload.Begun begun) {
      this.begun = begun;
      this.touched = begun.at();
    }

    synchronized Upload seen() {
      return new Upload(begun, new java.util.TreeSet<>(parts.keySet()), touched);
    }

    synchronized void put(int number, byte[] bytes, Instant at) {
      parts.put(number, bytes);
      touched = at.isAfter(touched) ? at : touched;
    }

    synchronized List<byte[]> all() {
      return List.copyOf(parts.values());
    }
  }

  @Override
  public void begin(Upload.Begun begun) throws IOException {
    if (uploads.putIfAbsent(begun.id(), new Open(begun)) != null) {
      throw new IOException("there is an upload " + begun.id());
    }
  }

  @Override
  public Optional<Upload> find(OrganisationId organisation, UploadId id) {
    return Optional.ofNullable(uploads.get(id))
        .filter(open -> open.begun.organisation().equals(organisation))
        .map(Open::seen);
  }

  @Override
  public List<Upload> of(OrganisationId organisation) {
    return uploads.values().stream()
        .filter(open -> open.begun.organisation().equals(organisation))
        .map(Open::seen)
        .sorted(
            Comparator.<Upload, Instant>comparing(upload -> upload.begun().at())
                .thenComparing(Upload::id))
        .toList();
  }

  @Override
  public Kept keep(Upload upload, int number, Digest digest, InputStream in, Instant at)
      throws IOException {
    int lengthBytes = upload.file().lengthBytes(number);
    byte[] bytes = in.readNBytes(lengthBytes + 1);
    if (bytes.length > lengthBytes) {
      return new Kept.Longer();
    }
    if (bytes.length < lengthBytes) {
      return new Kept.Shorter(bytes.length);
    }
    Digest came = Digest.of(bytes);
    if (!came.equals(digest)) {
      return new Kept.Other(came);
    }
    open(upload.id()).put(number, bytes, at);
    return new Kept.Whole();
  }

  private Open open(UploadId id) throws IOException {
    Open open = uploads.get(id);
    if (open == null) {
      throw new IOException("there is no upload " + id);
    }
    return open;
  }

  @Override
  public InputStream open(Upload upload) throws IOException {
    return new SequenceInputStream(
        Collections.enumeration(
            open(upload.id()).all().stream().map(ByteArrayInputStream::new).toList()));
  }

  @Override
  public void remove(OrganisationId organisation, UploadId id) {
    find(organisation, id).ifPresent(upload -> uploads.remove(upload.id()));
  }

  @Override
  public List<Upload> untouchedSince(Instant time) {
    return uploads.values().stream()
        .map(Open::seen)
        .filter(upload -> upload.touched().isBefore(time))
        .toList();
  }
}
