import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Makes `zhiheng-VERSION.oci.tar` out of the distribution's zip; run by `./zhiheng package --image`.
///
/// Four layers, those that change least at the bottom: what of Debian a JVM and PostgreSQL need, a
/// Java runtime, the jars of others, our own. No image of others lies below: Debian's packages come
/// through its own signed archive.
public final class Image {

  /// As in the zip.
  private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");

  private static final String SUITE = "trixie";

  /// Beside what every Debian has: C++ for the text model's runtime, fonts for figures with words.
  private static final List<String> PACKAGES =
      List.of("libstdc++6", "zlib1g", "tzdata", "ca-certificates", "libfontconfig1", "fonts-dejavu-core");

  /// PostgreSQL asks who it runs as.
  private static final String USER = "zhiheng:x:10001:10001:Zhiheng:/var/lib/zhiheng:/usr/sbin/nologin";

  private static final String GROUP = "zhiheng:x:10001:";

  /// All that is Java SE, and of the JDK: Chinese encodings (jdk.charsets), who we are
  /// (jdk.security.auth), archives as file systems, and what looks into a running JVM.
  private static final List<String> MODULES =
      List.of(
          "java.se",
          "jdk.charsets",
          "jdk.crypto.ec",
          "jdk.httpserver",
          "jdk.jcmd",
          "jdk.jfr",
          "jdk.localedata",
          "jdk.management",
          "jdk.naming.dns",
          "jdk.net",
          "jdk.nio.mapmode",
          "jdk.security.auth",
          "jdk.unsupported",
          "jdk.zipfs");

  private static final long STEP_MINUTES_MAX = 30;

  private Image() {}

  /// @param words root of the tree, version, the distribution's zip, the image to write
  public static void main(String[] words) throws Exception {
    Path distribution = Path.of(words[0], "distribution");
    String version = words[1];
    Path zip = Path.of(words[2]);
    Path target = Path.of(words[3]).toAbsolutePath();
    Path work = Files.createTempDirectory(target.getParent(), "image-");
    try {
      List<Path> layers =
          List.of(
              debian(work),
              runtime(work),
              unpacked(zip, version, work, "libraries"),
              unpacked(zip, version, work, "zhiheng"));
      String conf =
          Files.readString(distribution.resolve("image.conf"))
              + "label org.opencontainers.image.version="
              + version
              + "\n";
      String digest =
          OciImage.write(
              target, "localhost/zhiheng:" + version, architecture(), MADE, conf, layers);
      say("image " + digest);
    } finally {
      remove(work);
    }
    System.out.println(sha256(target) + "  " + target.getFileName());
  }

  /// Debian's packages, without what only people at a terminal read.
  private static Path debian(Path work) throws IOException, InterruptedException {
    Path tar = work.resolve("debian.tar");
    // none: the one that mmdebstrap knows
    String mirror = System.getenv().getOrDefault("DEBIAN_MIRROR", "");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("mmdebstrap", "--variant=essential", "--format=tar"));
    command.add("--include=" + String.join(",", PACKAGES));
    for (String left : List.of("doc", "info", "locale", "man", "lintian", "bash-completion")) {
      command.add("--dpkgopt=path-exclude=/usr/share/" + left + "/*");
    }
    command.add("--dpkgopt=path-include=/usr/share/doc/*/copyright");
    // runtimes bring /dev, and whoever unpacks without being root cannot make devices
    command.add("--skip=output/dev,output/mknod,cleanup/apt");
    command.add(
        hook(
            "echo '" + USER + "' >>\"$1/etc/passwd\"",
            "echo '" + GROUP + "' >>\"$1/etc/group\"",
            "mkdir -m 0700 \"$1/var/lib/zhiheng\"",
            "chown 10001:10001 \"$1/var/lib/zhiheng\""));
    // what differs between two builds, and what names the machine that built
    command.add(
        hook(
            "rm -rf \"$1\"/etc/apt/sources.list* \"$1\"/var/lib/apt \"$1\"/var/cache/* \"$1\"/var/log/*",
            "rm -f \"$1\"/etc/hostname \"$1\"/etc/resolv.conf \"$1\"/etc/machine-id"
                + " \"$1\"/etc/passwd- \"$1\"/etc/group- \"$1\"/etc/shadow- \"$1\"/etc/gshadow-"));
    command.addAll(List.of(SUITE, tar.toString()));
    if (!mirror.isBlank()) {
      command.add(mirror);
    }
    ran(command, Map.of("SOURCE_DATE_EPOCH", Long.toString(MADE.getEpochSecond())));
    return tar;
  }

  private static String hook(String... lines) {
    return "--customize-hook=set -e; " + String.join("; ", lines);
  }

  private static Path runtime(Path work) throws IOException, InterruptedException {
    Path layer = work.resolve("runtime");
    Files.createDirectories(layer.resolve("opt"));
    Path jdk = Path.of(System.getProperty("java.home"));
    ran(
        List.of(
            jdk.resolve("bin/jlink").toString(),
            "--add-modules=" + String.join(",", MODULES),
            "--include-locales=en,zh",
            "--no-header-files",
            "--no-man-pages",
            "--generate-cds-archive",
            "--output=" + layer.resolve("opt/java")),
        Map.of());
    // the JDK's classes laid out once, for the command line and for the server, whose objects have
    // short headers; the third kind is for heaps over 32 GB
    ran(
        List.of(
            layer.resolve("opt/java/bin/java").toString(),
            "-XX:+UseCompactObjectHeaders",
            "-Xshare:dump"),
        Map.of());
    Files.delete(layer.resolve("opt/java/lib/server/classes_nocoops.jsa"));
    return layer;
  }

  /// What of the zip belongs to this layer: jars of others are `libraries`, all else is `zhiheng`.
  private static Path unpacked(Path zip, String version, Path work, String which)
      throws IOException {
    Path layer = work.resolve(which);
    Path home = layer.resolve("opt/zhiheng");
    try (FileSystem from =
            FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> all = Files.walk(from.getPath("/zhiheng-" + version))) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        String name = one.subpath(1, one.getNameCount()).toString();
        boolean others = name.matches("lib/(?!zhiheng-).*\\.jar");
        if (others == which.equals("libraries")) {
          Path target = home.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(one, target);
          Set<PosixFilePermission> may = Files.getPosixFilePermissions(one);
          Files.setPosixFilePermissions(target, may);
        }
      }
    }
    return layer;
  }

  private static String architecture() {
    String here = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (here) {
      case "x86_64", "amd64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      default -> here;
    };
  }

  private static void ran(List<String> command, Map<String, String> more)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(more);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(STEP_MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroy();
      throw new IOException("failed: " + command + "\n" + said);
    }
    Path program = Path.of(command.getFirst()).getFileName();
    say(program + ": " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from) + " s");
  }

  private static void say(String text) {
    System.err.println(text);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  private static String sha256(Path file) throws Exception {
    java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = new byte[1 << 16];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        digest.update(part, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
