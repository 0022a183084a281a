package org.zhiheng.ledger.bundle;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.statement.Fingerprint;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.statement.Statements;

/// A program that writes a bundle of one large file, or checks one, so that a test can give it
/// little memory.
final class LargeBundle {

  private LargeBundle() {}

  /// `write FILE BYTES` or `check FILE`.
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      write(path, Long.parseLong(arguments[2]));
    } else {
      System.out.print(check(path).text());
    }
  }

  private static void write(Path path, long sizeBytes) throws IOException {
    Fingerprint taken;
    try (Fingerprint.Taking in = new Fingerprint.Taking(new Made(sizeBytes))) {
      in.transferTo(OutputStream.nullOutputStream());
      taken = in.taken();
    }
    StatedFile stated =
        new StatedFile(
            "录像.mp4",
            "video/mp4",
            sizeBytes,
            taken.sha256(),
            taken.sm3(),
            Optional.empty(),
            "",
            "");
    SignedStatement statement =
        SignedStatement.sign(Statements.SIGNER, Statements.deposit(List.of(stated)), Statements.AT);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      BundleWriter.Written written =
          BundleWriter.write(
              Bundles.parts(statement, 2, 9, List.of(Bundles.ONE)),
              List.of(() -> new Made(sizeBytes)),
              out);
      System.out.println("bytes " + written.sizeBytes());
    }
  }

  private static Verdicts check(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteSource source =
          new ByteSource() {
            @Override
            public long sizeBytes() throws IOException {
              return channel.size();
            }

            @Override
            public void read(long at, byte[] into, int offset, int count) throws IOException {
              ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
              while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position() - offset) < 0) {
                  throw new EOFException("no byte at " + at);
                }
              }
            }
          };
      return new BundleCheck(
              _ -> new Finding(Verdict.Result.FAILED, "not judged here"),
              _ -> new Finding(Verdict.Result.FAILED, "not judged here"))
          .check(source, Optional.empty(), Optional.empty());
    }
  }

  /// Bytes that lie nowhere: no two mebibytes are the same.
  private static final class Made extends InputStream {
    private final long sizeBytes;
    private long at;

    Made(long sizeBytes) {
      this.sizeBytes = sizeBytes;
    }

    @Override
    public int read() {
      if (at == sizeBytes) {
        return -1;
      }
      int one = (int) ((at * 31 + (at >> 20) * 7) & 0xff);
      at++;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(length, sizeBytes - at);
      for (int done = 0; done < count; done++) {
        into[offset + done] = (byte) read();
      }
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
