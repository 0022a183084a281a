import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Writes a tar archive whose bytes follow from names, bytes and kinds of its members alone.
///
/// All members are root's and of one time; a file is `rwxr-xr-x` when its owner may run it, else
/// `rw-r--r--`. Not a general tar: files, folders and symbolic links, nothing else.
///
/// Source: POSIX.1-2017, pax, "ustar Interchange Format" and "pax Header Block".
final class TarStream implements AutoCloseable {

  private static final int BLOCK = 512;
  private static final int NAME_BYTES_MAX = 100;
  private static final byte[] NOTHING = {};

  private final OutputStream out;
  private final long seconds;

  /// @param out not closed by us
  /// @param time of all members
  TarStream(OutputStream out, Instant time) {
    this.out = out;
    this.seconds = time.getEpochSecond();
  }

  /// A folder with all below it, each folder before what is in it, names in the order of their
  /// UTF-8 bytes; the folder itself is left out.
  ///
  /// @throws IOException when something in it is neither file nor folder nor symbolic link
  void tree(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(one -> !one.equals(folder)).sorted(TarStream::inOrder).toList();
    }
    for (Path one : all) {
      String name = folder.relativize(one).toString();
      if (Files.isSymbolicLink(one)) {
        link(name, Files.readSymbolicLink(one).toString());
      } else if (Files.isDirectory(one)) {
        folder(name);
      } else if (Files.isRegularFile(one)) {
        try (InputStream in = Files.newInputStream(one)) {
          file(name, Files.size(one), Files.isExecutable(one), in);
        }
      } else {
        throw new IOException("neither file nor folder nor link: " + one);
      }
    }
  }

  // a slash comes before every other byte that a name has, so that a folder is followed by its own
  private static int inOrder(Path one, Path other) {
    return java.util.Arrays.compareUnsigned(key(one), key(other));
  }

  private static byte[] key(Path path) {
    byte[] bytes = path.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '/' ? 0 : bytes[i];
    }
    return bytes;
  }

  /// A folder.
  void folder(String name) throws IOException {
    member(name + "/", "", '5', 0755, 0);
  }

  /// A symbolic link.
  void link(String name, String target) throws IOException {
    member(name, target, '2', 0777, 0);
  }

  /// A file.
  void file(String name, byte[] bytes) throws IOException {
    member(name, "", '0', 0644, bytes.length);
    out.write(bytes);
    fill(bytes.length);
  }

  /// A file that is read to its end.
  ///
  /// @param size what it must have
  void file(String name, long size, boolean program, InputStream in) throws IOException {
    member(name, "", '0', program ? 0755 : 0644, size);
    long written = in.transferTo(out);
    if (written != size) {
      throw new IOException(name + " has " + written + " bytes, and had " + size);
    }
    fill(size);
  }

  private void member(String name, String target, char kind, int mode, long size)
      throws IOException {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] targetBytes = target.getBytes(StandardCharsets.UTF_8);
    if (nameBytes.length > NAME_BYTES_MAX || targetBytes.length > NAME_BYTES_MAX) {
      ByteArrayOutputStream records = new ByteArrayOutputStream();
      records.writeBytes(record("path", nameBytes));
      if (targetBytes.length > 0) {
        records.writeBytes(record("linkpath", targetBytes));
      }
      header("pax".getBytes(StandardCharsets.UTF_8), NOTHING, 'x', 0644, records.size());
      records.writeTo(out);
      fill(records.size());
    }
    header(nameBytes, targetBytes, kind, mode, size);
  }

  /// `LENGTH KEY=VALUE\n`, where the length counts its own digits.
  private static byte[] record(String key, byte[] value) {
    int rest = key.length() + value.length + 3;
    int length = rest + 1;
    while (length != rest + Integer.toString(length).length()) {
      length++;
    }
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes((length + " " + key + "=").getBytes(StandardCharsets.UTF_8));
    record.writeBytes(value);
    record.write('\n');
    return record.toByteArray();
  }

  private void header(byte[] name, byte[] target, char kind, int mode, long size)
      throws IOException {
    byte[] block = new byte[BLOCK];
    put(block, 0, NAME_BYTES_MAX, name);
    octal(block, 100, 8, mode);
    octal(block, 108, 8, 0);
    octal(block, 116, 8, 0);
    octal(block, 124, 12, size);
    octal(block, 136, 12, seconds);
    java.util.Arrays.fill(block, 148, 156, (byte) ' ');
    block[156] = (byte) kind;
    put(block, 157, NAME_BYTES_MAX, target);
    put(block, 257, 8, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
    octal(block, 329, 8, 0);
    octal(block, 337, 8, 0);
    long sum = 0;
    for (byte one : block) {
      sum += one & 0xff;
    }
    octal(block, 148, 7, sum);
    out.write(block);
  }

  private static void put(byte[] block, int at, int most, byte[] bytes) {
    System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, most));
  }

  private static void octal(byte[] block, int at, int length, long number) throws IOException {
    String digits = String.format(Locale.ROOT, "%0" + (length - 1) + "o", number);
    if (digits.length() >= length) {
      throw new IOException("too large for a tar: " + number);
    }
    put(block, at, length - 1, digits.getBytes(StandardCharsets.US_ASCII));
    block[at + length - 1] = 0;
  }

  private void fill(long size) throws IOException {
    out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
  }

  /// Writes the end.
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }
}
