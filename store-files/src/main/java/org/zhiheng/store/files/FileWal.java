package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.zhiheng.ledger.log.Wal;

/// A write-ahead log in files of one length that is written beforehand, so that making a batch
/// durable costs one sync of bytes and none of a length.
///
/// A file is named after the index of its first entry and holds frames, one a batch:
///
/// | bytes | what |
/// |---|---|
/// | 4 | `ZWAL` |
/// | 4 | CRC-32C over all that follows in the frame |
/// | 4 | how many bytes the entries take, their lengths included |
/// | 4 | how many entries |
/// | 8 | index of the first |
/// | … | each entry: its length in 4 bytes, its bytes |
///
/// Numbers are big-endian. Behind the last frame stand zeros. A frame at the end that was torn is
/// not there, for nobody was told of it; it is overwritten with zeros when the log is opened. A
/// damaged frame with whole ones behind it was not torn: then opening is refused.
///
/// A last frame that was whole, acknowledged and damaged afterwards cannot be told from a torn one
/// here. Whoever opens the log compares: the head and the witnesses know what was published, the
/// record knows which indices it was told, and the log stops where one of them knows more.
public final class FileWal implements Wal {

  private static final int MAGIC = 0x5a57414c;

  private static final int HEADER_LENGTH_BYTES = 24;

  /// Bytes of a file: some seconds of batches at the highest rate we aim for.
  static final int SEGMENT_LENGTH_BYTES = 16 << 20;

  private final Path folder;
  private final Disk disk;
  private final int segmentLengthBytes;

  /// By the index of the first entry. Appending adds to it while releasing takes away.
  private final NavigableMap<Long, Path> segments = new ConcurrentSkipListMap<>();

  /// The file that comes next, whole and without its name yet, where it was made beforehand: by who
  /// releases, so that who appends need not wait for it.
  private final AtomicReference<@Nullable Path> spare = new AtomicReference<>();

  private FileChannel current;

  /// Where the next frame begins. Written by who appends.
  private volatile int end;

  private long next;

  private FileWal(Path folder, Disk disk, int segmentLengthBytes, FileChannel current) {
    this.folder = folder;
    this.disk = disk;
    this.segmentLengthBytes = segmentLengthBytes;
    this.current = current;
  }

  /// Opens the write-ahead log in a folder, which is its own; an empty one begins at this index.
  ///
  /// @throws IOException when it cannot be read, or is damaged elsewhere than at its end
  public static FileWal open(Path folder, long beginning) throws IOException {
    return open(folder, beginning, Disk.real(), SEGMENT_LENGTH_BYTES);
  }

  static FileWal open(Path folder, long beginning, Disk disk, int segmentLengthBytes)
      throws IOException {
    Files.createDirectories(folder);
    TreeMap<Long, Path> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".wal")) {
          found.put(Long.parseLong(name.substring(0, name.length() - 4)), file);
        } else {
          Files.deleteIfExists(file); // a file that was being prepared when the process ended
        }
      }
    }
    if (found.isEmpty()) {
      Path file = prepare(folder, disk, beginning, segmentLengthBytes);
      found.put(beginning, file);
    }
    Path last = found.lastEntry().getValue();
    FileChannel channel = FileChannel.open(last, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileWal wal = new FileWal(folder, disk, segmentLengthBytes, channel);
    wal.segments.putAll(found);
    try {
      wal.find();
    } catch (IOException | RuntimeException damaged) {
      channel.close();
      throw damaged;
    }
    return wal;
  }

  /// A new file of zeros, durable before it has its name.
  private static Path prepare(Path folder, Disk disk, long first, int lengthBytes)
      throws IOException {
    Path aside = folder.resolve("next");
    zeros(aside, disk, lengthBytes);
    return name(folder, disk, first, aside);
  }

  private static void zeros(Path aside, Disk disk, int lengthBytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      for (int left = lengthBytes; left > 0; left -= zeros.capacity()) {
        zeros.clear().limit(Math.min(left, zeros.capacity()));
        disk.write(out, zeros);
      }
      disk.sync(out);
    }
  }

  private static Path name(Path folder, Disk disk, long first, Path aside) throws IOException {
    Path file = folder.resolve(String.format(Locale.ROOT, "%020d.wal", first));
    disk.name(aside, file);
    disk.syncFolder(folder);
    return file;
  }

  /// Finds the end: reads every frame, and makes what is left of a torn one zeros again.
  private void find() throws IOException {
    next = segments.firstKey();
    for (Map.Entry<Long, Path> segment : segments.entrySet()) {
      if (segment.getKey() != next) {
        throw new IOException(
            "the write-ahead log has a gap: "
                + segment.getValue().getFileName()
                + " follows entry "
                + (next - 1));
      }
      boolean isLast = segment.getKey().equals(segments.lastKey());
      byte[] bytes = Files.readAllBytes(segment.getValue());
      int at = 0;
      for (Frame frame = frame(bytes, at); frame != null; frame = frame(bytes, at)) {
        if (frame.first() != next) {
          throw new IOException(
              "a batch begins at " + frame.first() + " where " + next + " follows");
        }
        next += frame.count();
        at = frame.end();
      }
      if (written(bytes, at) && (!isLast || wholeFrameBehind(bytes, at))) {
        throw new IOException(
            segment.getValue().getFileName() + " is damaged at byte " + at + ", behind it not");
      }
      if (isLast) {
        end = at;
        if (written(bytes, at)) {
          current.position(at);
          disk.write(current, ByteBuffer.allocate(bytes.length - at));
          disk.sync(current);
        }
      }
    }
  }

  private static boolean written(byte[] bytes, int from) {
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean wholeFrameBehind(byte[] bytes, int from) {
    for (int at = from + 1; at + HEADER_LENGTH_BYTES <= bytes.length; at++) {
      Frame frame = frame(bytes, at);
      if (frame != null && frame.first() >= next) {
        return true;
      }
    }
    return false;
  }

  private record Frame(long first, int count, int entries, int end) {}

  /// The whole frame at a place, or null.
  private static @Nullable Frame frame(byte[] bytes, int at) {
    if (at + HEADER_LENGTH_BYTES > bytes.length) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(at);
    if (buffer.getInt() != MAGIC) {
      return null;
    }
    int crc = buffer.getInt();
    int length = buffer.getInt();
    int count = buffer.getInt();
    long first = buffer.getLong();
    int entries = at + HEADER_LENGTH_BYTES;
    if (length < 0 || count < 1 || length > bytes.length - entries) {
      return null;
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes, at + 8, HEADER_LENGTH_BYTES - 8 + length);
    return (int) sum.getValue() == crc ? new Frame(first, count, entries, entries + length) : null;
  }

  @Override
  public void append(long first, List<byte[]> entries) throws IOException {
    if (first != next) {
      throw new IOException("a batch begins at " + first + " where " + next + " follows");
    }
    int length = 0;
    for (byte[] entry : entries) {
      length = Math.addExact(length, Math.addExact(Integer.BYTES, entry.length));
    }
    int whole = Math.addExact(HEADER_LENGTH_BYTES, length);
    if (whole > current.size() - end) {
      roll(Math.max(whole, segmentLengthBytes));
    }
    ByteBuffer frame = ByteBuffer.allocate(whole);
    frame.putInt(MAGIC).putInt(0).putInt(length).putInt(entries.size()).putLong(first);
    for (byte[] entry : entries) {
      frame.putInt(entry.length).put(entry);
    }
    CRC32C sum = new CRC32C();
    sum.update(frame.array(), 8, whole - 8);
    frame.putInt(4, (int) sum.getValue());
    int begin = end;
    current.position(begin);
    disk.write(current, frame.flip());
    disk.syncBytes(current);
    end = begin + whole;
    next += entries.size();
  }

  private void roll(int lengthBytes) throws IOException {
    Path made = lengthBytes == segmentLengthBytes ? spare.getAndSet(null) : null;
    Path file =
        made == null ? prepare(folder, disk, next, lengthBytes) : name(folder, disk, next, made);
    FileChannel opened = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    current.close();
    current = opened;
    segments.put(next, file);
    end = 0;
  }

  @Override
  public void replay(long from, Taker taker) throws IOException {
    if (from < segments.firstKey()) {
      throw new IOException(
          "the write-ahead log begins at " + segments.firstKey() + ", not at " + from);
    }
    for (Path file : List.copyOf(segments.tailMap(segments.floorKey(from), true).values())) {
      byte[] bytes = Files.readAllBytes(file);
      int at = 0;
      for (Frame frame = frame(bytes, at); frame != null; frame = frame(bytes, at)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(frame.entries());
        for (int entry = 0; entry < frame.count(); entry++) {
          byte[] one = new byte[buffer.getInt()];
          buffer.get(one);
          if (frame.first() + entry >= from) {
            taker.take(frame.first() + entry, one);
          }
        }
        at = frame.end();
      }
    }
  }

  /// Reads a write-ahead log beside the process that writes it, and changes nothing. What was
  /// appended before the call is read; of what is being appended meanwhile, a beginning.
  ///
  /// @throws IOException when it cannot be read, or begins behind this index
  public static void read(Path folder, long from, Taker taker) throws IOException {
    TreeMap<Long, Path> found = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".wal")) {
            found.put(Long.parseLong(name.substring(0, name.length() - 4)), file);
          }
        }
      }
    }
    if (found.isEmpty()) {
      return;
    }
    Map.Entry<Long, Path> first = found.floorEntry(from);
    if (first == null) {
      throw new IOException(
          "the write-ahead log begins at " + found.firstKey() + ", not at " + from);
    }
    long next = first.getKey();
    for (Map.Entry<Long, Path> segment : found.tailMap(first.getKey(), true).entrySet()) {
      if (segment.getKey() != next) {
        return; // it is being appended to: what follows was not whole when it was read
      }
      next = handOver(Files.readAllBytes(segment.getValue()), next, from, taker);
    }
  }

  /// The index behind the frames that follow each other from a file's beginning on.
  private static long handOver(byte[] bytes, long first, long from, Taker taker)
      throws IOException {
    long next = first;
    int at = 0;
    for (Frame frame = frame(bytes, at);
        frame != null && frame.first() == next;
        frame = frame(bytes, at)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).position(frame.entries());
      for (int entry = 0; entry < frame.count(); entry++) {
        byte[] one = new byte[buffer.getInt()];
        buffer.get(one);
        if (next + entry >= from) {
          taker.take(next + entry, one);
        }
      }
      next += frame.count();
      at = frame.end();
    }
    return next;
  }

  @Override
  public void release(long below) throws IOException {
    List<Long> firsts = new ArrayList<>(segments.keySet());
    for (int at = 0; at + 1 < firsts.size() && firsts.get(at + 1) <= below; at++) {
      Files.deleteIfExists(segments.get(firsts.get(at)));
      segments.remove(firsts.get(at));
    }
    if (spare.get() == null && end > segmentLengthBytes / 2) {
      Path aside = folder.resolve("spare");
      zeros(aside, disk, segmentLengthBytes);
      spare.set(aside);
    }
  }

  /// The index that follows.
  public long next() {
    return next;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
