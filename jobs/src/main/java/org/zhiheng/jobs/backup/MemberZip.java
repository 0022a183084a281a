package org.zhiheng.jobs.backup;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhiheng.values.Digest;

/// A zip file that is written member by member and ends with the digests of all of them.
///
/// Holds a name and a digest for each member. For one thread.
final class MemberZip implements Closeable {

  private final ZipOutputStream zip;
  private final Map<String, String> sums = new LinkedHashMap<>();

  MemberZip(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /// Writes what a member holds.
  @FunctionalInterface
  interface Content {
    /// Writes all of it.
    ///
    /// @return what the caller wants to know of it
    long write(OutputStream out) throws IOException;
  }

  boolean has(String name) {
    return sums.containsKey(name);
  }

  /// Writes a member; its writer need not close what it is given.
  long add(String name, Content content) throws IOException {
    MessageDigest digest = Digest.sha256();
    // of no time: the same workspace gives the same members
    zip.putNextEntry(new ZipEntry(name));
    long told;
    try (OutputStream member = new DigestOutputStream(new Open(zip), digest)) {
      told = content.write(member);
    }
    zip.closeEntry();
    sums.put(name, HexFormat.of().formatHex(digest.digest()));
    return told;
  }

  void add(String name, byte[] content) throws IOException {
    add(
        name,
        out -> {
          out.write(content);
          return content.length;
        });
  }

  /// Writes the digests; nothing comes behind them.
  ///
  /// @return their own digest, which stands for the whole backup
  Digest sums() throws IOException {
    StringBuilder text = new StringBuilder();
    sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry(Members.SUMS));
    zip.write(bytes);
    zip.closeEntry();
    zip.finish();
    return Digest.of(bytes);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// Stays open when the member ends.
  private static final class Open extends FilterOutputStream {
    private Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
