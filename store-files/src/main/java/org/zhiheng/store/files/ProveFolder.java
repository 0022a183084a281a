package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.zhiheng.ledger.log.Wal;

/// Where proving keeps its files in a workspace's folder. All that open a workspace go by this: two
/// that looked in different places would keep two logs.
///
/// | path | what |
/// |---|---|
/// | `keys` | the private keys; the second one of statements ([FileSecondKey]) where somebody made it; in `keys/retired` those that sign no more |
/// | `log/public` | what the log publishes |
/// | `log/wal` | its write-ahead log |
/// | `log/policy` | who is asked to sign its checkpoints; nobody where it is missing |
/// | `log/answered` | what those answered last |
/// | `log/authorities` | who is asked to stamp them, with certificates in `log/authorities.d` |
/// | `log/chains` | in which chains they are anchored |
///
/// @param home the workspace's folder
public record ProveFolder(Path home) {

  private static final String WAL = "log/wal";

  /// The private keys, made where there are none.
  ///
  /// @param random what they are drawn from
  /// @throws IOException when they cannot be read or written
  public FileKeys keys(SecureRandom random) throws IOException {
    return FileKeys.open(home.resolve("keys"), random);
  }

  /// The second key of statements.
  public FileSecondKey secondKey() {
    return new FileSecondKey(home.resolve("keys"));
  }

  /// What the log publishes.
  public FileTiles tiles() {
    return FileTiles.in(home.resolve("log/public"));
  }

  /// Opens the write-ahead log; only whoever may write the log does.
  ///
  /// @throws IOException when it cannot be read
  public FileWal wal() throws IOException {
    return FileWal.open(home.resolve(WAL), 0);
  }

  /// Hands over what is durable from this index on, beside whoever writes.
  ///
  /// @throws IOException as [FileWal#read]
  public void unpublished(long from, Wal.Taker taker) throws IOException {
    FileWal.read(home.resolve(WAL), from, taker);
  }

  /// Makes a write-ahead log that begins at this index, where there is none.
  ///
  /// @throws IOException when it cannot be made
  public FileWal walFrom(long beginning) throws IOException {
    return FileWal.open(home.resolve(WAL), beginning);
  }

  /// The file of those who are asked to sign.
  public Path policy() {
    return home.resolve("log/policy");
  }

  /// What those answered last.
  public FileWitnessRounds rounds() {
    return new FileWitnessRounds(home.resolve("log/answered"));
  }

  /// The file of those who are asked for the time.
  public Path authorities() {
    return home.resolve("log/authorities");
  }

  /// The file of chains.
  public Path chains() {
    return home.resolve("log/chains");
  }
}
