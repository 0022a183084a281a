import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// Writes a container image as one file, with a JDK alone: no daemon, no registry, no other image
/// below it.
///
/// The file is an OCI image layout in a tar; `manifest.json` beside it lets programs load it that
/// know only what `docker save` writes. The same layers make the same bytes.
///
/// Source: OCI Image Format Specification 1.1 (image-layout, manifest, config, layer).
///
/// ```
/// java OciImage.java TARGET.tar NAME:TAG ARCHITECTURE TIME CONF LAYER…
/// ```
///
/// CONF is read line by line, a key, a blank and its value: see `image.conf`. A LAYER is a folder,
/// or a tar that is taken as it is, lowest first.
public final class OciImage {

  private static final String OCI = "application/vnd.oci.image.";
  private static final String SHA256 = "sha256:";
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Instant time;

  /// Bytes that lie in the layout, by their digests in hexadecimal digits.
  private final Map<String, Path> blobs = new TreeMap<>();

  private final List<Layer> layers = new ArrayList<>();

  private OciImage(Path target, Instant time) {
    this.target = target;
    this.time = time;
  }

  /// @param digest of what is stored
  /// @param size of what is stored, in bytes
  /// @param unpacked digest of the tar in it
  /// @param from what it was made of
  private record Layer(String digest, long size, String unpacked, String from) {}

  /// @param words as above
  public static void main(String[] words) throws IOException {
    if (words.length < 6) {
      System.err.println("usage: OciImage TARGET NAME:TAG ARCHITECTURE TIME CONF LAYER…");
      System.exit(2);
    }
    List<Path> layers = new ArrayList<>();
    for (String word : List.of(words).subList(5, words.length)) {
      layers.add(Path.of(word));
    }
    String written =
        write(
            Path.of(words[0]),
            words[1],
            words[2],
            Instant.parse(words[3]),
            Files.readString(Path.of(words[4])),
            layers);
    System.out.println(written);
  }

  /// Writes it.
  ///
  /// @param target replaced where it is there
  /// @param name what it is called when it is loaded, with its tag
  /// @param architecture as Go names it: `amd64`, `arm64`
  /// @param time of everything in it
  /// @param conf the lines of the configuration
  /// @param layers folders or tars, lowest first
  /// @return the digest of the manifest, by which runtimes name the image
  static String write(
      Path target, String name, String architecture, Instant time, String conf, List<Path> layers)
      throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    OciImage image = new OciImage(target, time);
    try {
      for (Path layer : layers) {
        image.layer(layer);
      }
      return image.finish(name, architecture, conf);
    } finally {
      for (Path blob : image.blobs.values()) {
        Files.deleteIfExists(blob);
      }
    }
  }

  private void layer(Path from) throws IOException {
    Path packed = aside("layer-" + layers.size());
    MessageDigest stored = sha256();
    MessageDigest unpacked = sha256();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(packed), BUFFER);
        // its header has no time and no name: the same bytes in, the same bytes out
        OutputStream zipped = new GZIPOutputStream(new DigestOutputStream(file, stored), BUFFER);
        OutputStream tar = new DigestOutputStream(zipped, unpacked)) {
      if (Files.isDirectory(from)) {
        try (TarStream members = new TarStream(tar, time)) {
          members.tree(from);
        }
      } else {
        try (InputStream in = Files.newInputStream(from)) {
          in.transferTo(tar);
        }
      }
    }
    String digest = HexFormat.of().formatHex(stored.digest());
    keep(digest, packed);
    layers.add(
        new Layer(
            digest,
            Files.size(blobs.get(digest)),
            HexFormat.of().formatHex(unpacked.digest()),
            String.valueOf(from.getFileName())));
  }

  private Path aside(String what) {
    return target.resolveSibling(target.getFileName() + "." + what);
  }

  private void keep(String digest, Path file) throws IOException {
    Path before = blobs.put(digest, file);
    if (before != null) {
      Files.deleteIfExists(before);
    }
  }

  private String blob(String what, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(sha256().digest(bytes));
    Path file = aside(what);
    Files.write(file, bytes);
    keep(digest, file);
    return digest;
  }

  private String finish(String name, String architecture, String conf) throws IOException {
    String config = config(architecture, Conf.of(conf));
    String configDigest = blob("config", config);
    String described =
        layers.stream()
            .map(layer -> descriptor(OCI + "layer.v1.tar+gzip", layer.digest(), layer.size(), ""))
            .collect(Collectors.joining(","));
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\""
            + OCI
            + "manifest.v1+json\",\"config\":"
            + descriptor(OCI + "config.v1+json", configDigest, size(configDigest), "")
            + ",\"layers\":["
            + described
            + "]}";
    String manifestDigest = blob("manifest", manifest);
    String tag = name.substring(name.lastIndexOf(':') + 1);
    String names =
        ",\"annotations\":{\"io.containerd.image.name\":"
            + text(name)
            + ",\"org.opencontainers.image.ref.name\":"
            + text(tag)
            + "}";
    String index =
        "{\"schemaVersion\":2,\"mediaType\":\""
            + OCI
            + "index.v1+json\",\"manifests\":["
            + descriptor(OCI + "manifest.v1+json", manifestDigest, size(manifestDigest), names)
            + "]}";
    String saved =
        "[{\"Config\":"
            + text("blobs/sha256/" + configDigest)
            + ",\"RepoTags\":["
            + text(name)
            + "],\"Layers\":["
            + layers.stream()
                .map(layer -> text("blobs/sha256/" + layer.digest()))
                .collect(Collectors.joining(","))
            + "]}]";
    Path next = aside("next");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(next), BUFFER);
        TarStream tar = new TarStream(file, time)) {
      tar.folder("blobs");
      tar.folder("blobs/sha256");
      for (Map.Entry<String, Path> one : blobs.entrySet()) {
        try (InputStream in = Files.newInputStream(one.getValue())) {
          tar.file("blobs/sha256/" + one.getKey(), Files.size(one.getValue()), false, in);
        }
      }
      tar.file("index.json", bytes(index));
      tar.file("manifest.json", bytes(saved));
      tar.file("oci-layout", bytes("{\"imageLayoutVersion\":\"1.0.0\"}"));
    }
    Files.move(next, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return SHA256 + manifestDigest;
  }

  private long size(String digest) throws IOException {
    return Files.size(blobs.get(digest));
  }

  private static String descriptor(String type, String digest, long size, String more) {
    return "{\"mediaType\":\""
        + type
        + "\",\"digest\":\""
        + SHA256
        + digest
        + "\",\"size\":"
        + size
        + more
        + "}";
  }

  private String config(String architecture, Conf conf) {
    String made = text(time.toString());
    return "{\"created\":"
        + made
        + ",\"architecture\":"
        + text(architecture)
        + ",\"os\":\"linux\",\"config\":"
        + conf.json()
        + ",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
        + layers.stream()
            .map(layer -> text(SHA256 + layer.unpacked()))
            .collect(Collectors.joining(","))
        + "]},\"history\":["
        + layers.stream()
            .map(layer -> "{\"created\":" + made + ",\"created_by\":" + text(layer.from()) + "}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  /// What a container is told.
  ///
  /// @param values by key, in the order of the lines
  private record Conf(Map<String, List<String>> values) {

    private static final List<String> KEYS =
        List.of("user", "workdir", "stop", "entrypoint", "command", "env", "port", "volume", "label");

    static Conf of(String lines) throws IOException {
      Map<String, List<String>> values = new TreeMap<>();
      for (String line : lines.lines().map(String::strip).toList()) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        int blank = line.indexOf(' ');
        String key = blank < 0 ? line : line.substring(0, blank);
        if (blank < 0 || !KEYS.contains(key)) {
          throw new IOException(
              "a line of the image's configuration begins with one of "
                  + KEYS
                  + " and a blank: "
                  + line);
        }
        values.computeIfAbsent(key, _ -> new ArrayList<>()).add(line.substring(blank + 1).strip());
      }
      return new Conf(values);
    }

    private List<String> all(String key) {
      return values.getOrDefault(key, List.of());
    }

    private String last(String key) {
      return text(all(key).isEmpty() ? "" : all(key).getLast());
    }

    private String list(String key) {
      return all(key).stream().map(OciImage::text).collect(Collectors.joining(",", "[", "]"));
    }

    private String set(String key) {
      return all(key).stream()
          .sorted()
          .map(one -> text(one) + ":{}")
          .collect(Collectors.joining(",", "{", "}"));
    }

    private String labels() {
      return all("label").stream()
          .sorted()
          .map(one -> one.split("=", 2))
          .map(pair -> text(pair[0]) + ":" + text(pair[1]))
          .collect(Collectors.joining(",", "{", "}"));
    }

    String json() {
      return "{\"User\":"
          + last("user")
          + ",\"ExposedPorts\":"
          + set("port")
          + ",\"Env\":"
          + list("env")
          + ",\"Entrypoint\":"
          + list("entrypoint")
          + ",\"Cmd\":"
          + list("command")
          + ",\"Volumes\":"
          + set("volume")
          + ",\"WorkingDir\":"
          + last("workdir")
          + ",\"Labels\":"
          + labels()
          + ",\"StopSignal\":"
          + last("stop")
          + "}";
    }
  }

  /// A string of JSON.
  private static String text(String value) {
    StringBuilder json = new StringBuilder("\"");
    for (char one : value.toCharArray()) {
      if (one == '"' || one == '\\') {
        json.append('\\').append(one);
      } else if (one < ' ') {
        json.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) one));
      } else {
        json.append(one);
      }
    }
    return json.append('"').toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
