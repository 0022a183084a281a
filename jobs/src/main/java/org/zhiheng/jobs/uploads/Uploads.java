package org.zhiheng.jobs.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Takes large files part by part. Only who began an upload, for the organisation it was begun for,
/// sees it.
///
/// That two requests do not deposit the same upload at once is seen to within one process; two
/// processes may, and then there are two deposits of the same bytes, which is no harm.
///
/// Safe for many threads.
public final class Uploads {

  /// The most that one deposit takes from uploads: what an organisation may have open.
  private static final int TAKEN_MAX = 100;

  private final UploadStore store;
  private final UploadLimits limits;
  private final AuditTrail audit;
  private final RandomGenerator random;
  private final InstantSource clock;

  /// Held while one is begun, so that the limits are kept.
  private final Object beginning = new Object();

  /// What is being deposited just now.
  private final Set<UploadId> taken = ConcurrentHashMap.newKeySet();

  /// Over this store, within these limits.
  ///
  /// @param random what ids are drawn from
  public Uploads(
      UploadStore store,
      UploadLimits limits,
      AuditTrail audit,
      RandomGenerator random,
      InstantSource clock) {
    this.store = store;
    this.limits = limits;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /// Begins an upload; or goes on with the one that the same user began of the same file, by name,
  /// type, size and SHA-256.
  ///
  /// @throws IOException when it cannot be kept
  /// @throws ProblemsException with `forbidden`, `uploads-open`, `uploads-bytes`
  public Upload begin(Acting acting, DeclaredFile file) throws IOException {
    acting.must(Permission.RECORD);
    synchronized (beginning) {
      List<Upload> open = store.of(acting.organisation());
      for (Upload one : open) {
        if (one.isOf(acting) && one.file().equals(file)) {
          return one;
        }
      }
      check(open, file);
      Upload.Begun begun =
          new Upload.Begun(
              UploadId.drawn(random),
              acting.organisation(),
              acting.name(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              file);
      store.begin(begun);
      return new Upload(begun, java.util.Collections.emptySortedSet(), begun.at());
    }
  }

  private void check(List<Upload> open, DeclaredFile file) {
    if (open.size() >= limits.openMax()) {
      throw new ProblemsException(
          Problem.of(
              "uploads-open",
              "",
              Integer.toString(open.size()),
              "An organisation has at most "
                  + limits.openMax()
                  + " uploads open; deposit or discard one."));
    }
    long bytes = open.stream().mapToLong(one -> one.file().sizeBytes()).sum();
    if (file.sizeBytes() > limits.bytesMax() - bytes) {
      throw new ProblemsException(
          Problem.of(
              "uploads-bytes",
              "size",
              Long.toString(file.sizeBytes()),
              "The uploads of an organisation have at most "
                  + limits.bytesMax()
                  + " bytes together, and "
                  + bytes
                  + " are declared already; deposit or discard one."));
    }
  }

  /// Those that somebody began.
  ///
  /// @throws IOException when they cannot be read
  /// @throws ProblemsException with `forbidden`
  public List<Upload> list(Acting acting) throws IOException {
    acting.must(Permission.RECORD);
    return store.of(acting.organisation()).stream().filter(one -> one.isOf(acting)).toList();
  }

  /// One that somebody began.
  ///
  /// @throws IOException when it cannot be read
  /// @throws ProblemsException with `forbidden`, `not-found`
  public Upload show(Acting acting, UploadId id) throws IOException {
    acting.must(Permission.RECORD);
    return store
        .find(acting.organisation(), id)
        .filter(one -> one.isOf(acting))
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of(
                    "not-found",
                    "",
                    id.toString(),
                    "There is no such upload of yours; it was deposited, discarded or left too"
                        + " long.")));
  }

  /// When an upload is swept away unless a part comes.
  public Instant sweptAt(Upload upload) {
    return upload.touched().plus(limits.idle());
  }

  /// Takes a part. Sending one again is no mistake.
  ///
  /// @param number from 1
  /// @param digest of its bytes, as whoever sends it computed it
  /// @param in read to its end; not closed
  /// @throws IOException when it breaks off or cannot be kept; then nothing of it is
  /// @throws ProblemsException as [#show]; `upload-part`, `upload-part-size`, `upload-part-digest`
  public void part(Acting acting, UploadId id, int number, Digest digest, InputStream in)
      throws IOException {
    Upload upload = show(acting, id);
    int lengthBytes = upload.file().lengthBytes(number);
    String path = "part " + number;
    switch (store.keep(upload, number, digest, in, clock.instant())) {
      case UploadStore.Kept.Whole _ -> {}
      case UploadStore.Kept.Longer _ ->
          throw new ProblemsException(
              Problem.of(
                  "upload-part-size",
                  path,
                  "more",
                  "This part has exactly " + lengthBytes + " bytes; more were sent."));
      case UploadStore.Kept.Shorter(long bytes) ->
          throw new ProblemsException(
              Problem.of(
                  "upload-part-size",
                  path,
                  Long.toString(bytes),
                  "This part has exactly " + lengthBytes + " bytes."));
      case UploadStore.Kept.Other(Digest came) ->
          throw new ProblemsException(
              Problem.of(
                  "upload-part-digest",
                  path,
                  came.hex(),
                  "The bytes that came have this SHA-256, not the one that was said: "
                      + digest.hex()
                      + ". Send the part again."));
    }
  }

  /// Throws an upload away. One that is being deposited stays.
  ///
  /// @throws IOException when it is not known to be gone
  /// @throws ProblemsException as [#show]; `upload-busy`
  public void discard(Acting acting, UploadId id) throws IOException {
    Upload upload = show(acting, id);
    if (!taken.add(id)) {
      throw busy(id);
    }
    try {
      store.remove(acting.organisation(), upload.id());
    } finally {
      taken.remove(id);
    }
  }

  private static ProblemsException busy(UploadId id) {
    return new ProblemsException(
        Problem.of(
            "upload-busy",
            "",
            id.toString(),
            "It is being deposited by another request; look into the list of evidence."));
  }

  /// Takes uploads for a deposit: nobody else takes them until [Taken#close].
  ///
  /// @throws IOException when they cannot be read
  /// @throws ProblemsException as [#show]; `upload-missing` while parts are missing, `upload-busy`,
  ///   `too-many`
  public Taken take(Acting acting, List<UploadId> ids) throws IOException {
    Set<UploadId> each = new LinkedHashSet<>(ids);
    if (each.size() > TAKEN_MAX) {
      throw new ProblemsException(
          Problem.of(
              "too-many",
              "uploads",
              Integer.toString(each.size()),
              "A deposit takes at most " + TAKEN_MAX + " uploads."));
    }
    List<Upload> uploads = new ArrayList<>();
    Set<UploadId> held = new HashSet<>();
    boolean done = false;
    try {
      for (UploadId id : each) {
        if (!taken.add(id)) {
          throw busy(id);
        }
        held.add(id);
        Upload upload = show(acting, id);
        whole(upload);
        uploads.add(upload);
      }
      done = true;
      return new Taken(acting, uploads);
    } finally {
      if (!done) {
        taken.removeAll(held);
      }
    }
  }

  private static void whole(Upload upload) {
    List<Integer> missing = upload.missing();
    if (!missing.isEmpty()) {
      throw new ProblemsException(
          Problem.of(
              "upload-missing",
              upload.id().toString(),
              missing.stream().limit(10).map(String::valueOf).reduce((a, b) -> a + ", " + b).get(),
              missing.size()
                  + " of "
                  + upload.file().parts()
                  + " parts are missing; send them first."));
    }
  }

  /// Uploads that are being deposited.
  public final class Taken implements AutoCloseable {

    private final Acting acting;
    private final List<Upload> uploads;

    private Taken(Acting acting, List<Upload> uploads) {
      this.acting = acting;
      this.uploads = List.copyOf(uploads);
    }

    /// The files, in the order they were named in. Each is refused with `file-digest` when its
    /// bytes do not have the SHA-256 that was declared.
    public List<Deposits.Source> sources() {
      return uploads.stream()
          .map(upload ->
              new Deposits.Source(
                  upload.file().name(),
                  upload.file().type(),
                  Optional.empty(),
                  "",
                  "",
                  Optional.of(upload.file().sha256()),
                  () -> store.open(upload)))
          .toList();
    }

    /// Removes them: they are deposited, and that holds whatever happens here. What cannot be
    /// removed now is swept later.
    public void deposited() {
      for (Upload upload : uploads) {
        try {
          store.remove(acting.organisation(), upload.id());
        } catch (IOException _) {
          // it lies where it lay, in nobody's way, until it is swept
        }
      }
    }

    @Override
    public void close() {
      uploads.forEach(upload -> taken.remove(upload.id()));
    }
  }

  /// Removes what was abandoned, of all organisations; the trail of each says so.
  ///
  /// @param by who sweeps, for the trail
  /// @return how many
  /// @throws IOException when one cannot be read or removed; those before it are gone
  public int sweep(String by) throws IOException {
    Instant now = clock.instant();
    int count = 0;
    for (Upload upload : store.untouchedSince(now.minus(limits.idle()))) {
      if (!taken.add(upload.id())) {
        continue;
      }
      try {
        store.remove(upload.begun().organisation(), upload.id());
      } finally {
        taken.remove(upload.id());
      }
      audit.keep(
          new AuditTrail.Entry(
              now.truncatedTo(ChronoUnit.MICROS),
              upload.begun().organisation(),
              by,
              "upload-sweep",
              upload.id().toString(),
              upload.begun().by() + ": " + upload.file().name()));
      count++;
    }
    return count;
  }
}
