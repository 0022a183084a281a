package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zhiheng.jobs.backup.SettingFiles;
import org.zhiheng.values.Bytes;

/// The settings in a workspace's folder ([ProveFolder]): keys, whom the log asks.
///
/// @param home the workspace's folder
public record FolderSettings(Path home) implements SettingFiles {

  /// A certificate chain or a policy of many witnesses has some kilobytes.
  private static final long BYTES_MAX = 4L << 20;

  private static final String CERTIFICATES = "log/authorities.d";

  private static final List<String> SINGLE =
      List.of(
          KEYS,
          SECOND_KEY.get(0),
          SECOND_KEY.get(1),
          "log/authorities",
          "log/chains",
          "log/policy");

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (String one : SINGLE) {
      if (Files.isRegularFile(home.resolve(one))) {
        names.add(one);
      }
    }
    names.addAll(in(RETIRED_KEYS));
    names.addAll(in(CERTIFICATES));
    return names;
  }

  private List<String> in(String folder) throws IOException {
    if (!Files.isDirectory(home.resolve(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder + "/" + file.getFileName())
          .filter(this::known)
          .sorted()
          .toList();
    }
  }

  @Override
  public boolean known(String name) {
    return SINGLE.contains(name)
        || name.matches(RETIRED_KEYS + "/(statement|log)-[0-9a-f]{8}")
        || name.matches(CERTIFICATES + "/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,120}");
  }

  @Override
  public Bytes read(String name) throws IOException {
    Path file = home.resolve(name);
    if (Files.size(file) > BYTES_MAX) {
      throw new IOException(file + " is longer than " + BYTES_MAX + " bytes");
    }
    return Bytes.of(Files.readAllBytes(file));
  }

  @Override
  public void put(String name, Bytes content) throws IOException {
    if (!known(name)) {
      throw new IllegalArgumentException("no setting has this name: " + name);
    }
    Path file = home.resolve(name);
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path folder = file.resolveSibling(".").normalize();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Disk disk = Disk.real();
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      disk.write(out, ByteBuffer.wrap(content.array()));
      disk.sync(out);
    }
    disk.syncFolder(folder);
  }
}
