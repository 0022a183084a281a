import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Packs `zhiheng-VERSION.zip` out of built jars, and tries what it packed; run by
/// `./zhiheng package` with a JDK alone.
///
/// The same jars make the same bytes: names in order, one time for all, stored. Then it is unpacked
/// into a folder of its own and called as a stranger would.
public final class Distribution {

  /// The time of everything in it, as in the poms: a package has no clock.
  private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");

  private static final long CALL_SECONDS_MAX = 120;

  private final Map<String, byte[]> small = new TreeMap<>();
  private final Map<String, Path> files = new TreeMap<>();

  private Distribution() {}

  /// @param words root of the tree, version, folder of class paths, the zip to write
  public static void main(String[] words) throws Exception {
    Path root = Path.of(words[0]);
    String top = "zhiheng-" + words[1];
    Distribution packed = new Distribution();
    packed.fill(root, words[1], Path.of(words[2]));
    Path zip = Path.of(words[3]);
    packed.write(zip, top);
    tried(zip, top);
    System.out.println(digest(zip) + "  " + zip.getFileName());
  }

  private void fill(Path root, String version, Path classPaths) throws IOException {
    for (String module : List.of("cli", "server")) {
      StringBuilder names = new StringBuilder();
      String paths = Files.readString(classPaths.resolve(module + ".classpath"));
      for (String one : paths.strip().split(":")) {
        Path jar = Path.of(one);
        Path before = files.put("lib/" + jar.getFileName(), jar);
        if (before != null && Files.mismatch(before, jar) >= 0) {
          throw new IOException("two jars of one name: " + before + ", " + jar);
        }
        names.append(jar.getFileName()).append('\n');
      }
      small.put("lib/" + module + ".classpath", names.toString().getBytes(StandardCharsets.UTF_8));
    }
    small.put("lib/sbom.json", sbom(version));
    files.put("bin/zhiheng", root.resolve("distribution/zhiheng"));
    files.put("systemd/zhiheng.service", root.resolve("distribution/zhiheng.service"));
    files.put("README.txt", root.resolve("distribution/README.txt"));
    files.put("LICENSE", root.resolve("LICENSE"));
    StringBuilder sums = new StringBuilder();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      sums.append(digest(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    for (Map.Entry<String, byte[]> file : small.entrySet()) {
      sums.append(hex(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    small.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// The jars that are packed, as CycloneDX 1.6 lists components. Group, name and version are read
  /// from where Maven keeps a jar of others: `…/group/of/it/name/version/name-version.jar`.
  private byte[] sbom(String version) throws IOException {
    StringBuilder json = new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",");
    json.append("\"version\":1,\"metadata\":{\"timestamp\":\"").append(MADE);
    json.append("\",\"component\":{\"type\":\"application\",\"name\":\"zhiheng\",\"version\":\"");
    json.append(version).append("\"}},\"components\":[");
    String before = "\n";
    for (Map.Entry<String, Path> one : files.entrySet()) {
      if (one.getKey().endsWith(".jar")) {
        json.append(before).append(component(one.getValue(), version));
        before = ",\n";
      }
    }
    return json.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String component(Path jar, String own) throws IOException {
    Path folder = jar.toAbsolutePath().getParent();
    String version = folder.getFileName().toString();
    String name = folder.getParent().getFileName().toString();
    String path = folder.getParent().getParent().toString();
    String group = path.substring(path.indexOf("/repository/") + 12).replace('/', '.');
    if (!jar.getFileName().toString().startsWith(name + "-" + version)) {
      version = own;
      name = jar.getFileName().toString().replace("-" + own + ".jar", "");
      group = "org.zhiheng";
    }
    return String.format(
        Locale.ROOT,
        "{\"type\":\"library\",\"group\":\"%s\",\"name\":\"%s\",\"version\":\"%s\","
            + "\"purl\":\"pkg:maven/%s/%s@%s\",\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"%s\"}]}",
        group, name, version, group, name, version, digest(jar));
  }

  private void write(Path zip, String top) throws IOException {
    Files.deleteIfExists(zip);
    Files.createDirectories(zip.toAbsolutePath().getParent());
    Map<String, Object> how =
        Map.of("create", "true", "enablePosixFileAttributes", "true", "compressionMethod", "STORED");
    try (FileSystem in =
        FileSystems.newFileSystem(URI.create("jar:" + zip.toAbsolutePath().toUri()), how)) {
      TreeMap<String, byte[]> folders = new TreeMap<>();
      TreeMap<String, Object> all = new TreeMap<>(files);
      all.putAll(small);
      for (Map.Entry<String, Object> one : all.entrySet()) {
        Path target = in.getPath("/" + top + "/" + one.getKey());
        folder(target.getParent(), folders);
        switch (one.getValue()) {
          case Path file -> Files.copy(file, target);
          case byte[] bytes -> Files.write(target, bytes);
          default -> throw new IllegalStateException();
        }
        settle(target, one.getKey().startsWith("bin/") ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }

  private static void folder(Path folder, Map<String, byte[]> made) throws IOException {
    if (folder != null && folder.getNameCount() > 0 && !Files.exists(folder)) {
      folder(folder.getParent(), made);
      Files.createDirectory(folder);
      settle(folder, "rwxr-xr-x");
    }
  }

  private static void settle(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    Files.getFileAttributeView(path, java.nio.file.attribute.BasicFileAttributeView.class)
        .setTimes(FileTime.from(MADE), FileTime.from(MADE), FileTime.from(MADE));
  }

  /// Unpacks it elsewhere and calls it: what the programs say must be what they say here.
  private static void tried(Path zip, String top) throws Exception {
    Path folder = Files.createTempDirectory("zhiheng-distribution");
    try {
      unpack(zip, folder);
      Path home = folder.resolve(top);
      Path program = home.resolve("bin/zhiheng");
      called(home, List.of(program.toString(), "--version"), top.replace("zhiheng-", "zhiheng "));
      called(
          home,
          List.of(program.toString(), "number", "check", "CN201830514079.9"),
          "201830514079.9");
      called(home, List.of(program.toString(), "serve", "--help"), "usage: zhiheng demo|serve");
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (FileSystem from =
            FileSystems.newFileSystem(
                URI.create("jar:" + zip.toAbsolutePath().toUri()),
                Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> all = Files.walk(from.getPath("/"))) {
      for (Path one : all.toList()) {
        Path target = folder.resolve(one.toString().substring(1));
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(one));
        }
      }
    }
  }

  private static void called(Path folder, List<String> command, String expected)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("CLASSPATH");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(CALL_SECONDS_MAX, TimeUnit.SECONDS)
        || process.exitValue() != 0
        || !said.contains(expected)) {
      process.destroy();
      throw new IOException("the distribution fails at " + command + ": " + said);
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
