package org.zhiheng.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small images out of `distribution/OciImage.java`, read by a reader that knows nothing of it:
/// every digest is that of the bytes, layers stand in their order, and the same layers make the
/// same file.
final class ContainerImageTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LONG =
      "opt/" + "a-name-of-some-length/".repeat(6) + "that-no-header-holds.txt";

  @TempDir Path folder;

  /// @param name without what PAX would put before it
  /// @param mode permissions, as a number
  private record Member(String name, int mode, long owner, long seconds, char kind, Bytes bytes) {}

  private Path image(String name, String conf, Path... layers) throws Exception {
    Path classes = compiled();
    Path confFile = Files.writeString(folder.resolve("image.conf"), conf);
    Path target = folder.resolve(name);
    List<String> told =
        new ArrayList<>(
            List.of(
                target.toString(),
                "localhost/zhiheng:1.2.3",
                "amd64",
                "2026-11-22T00:00:00Z",
                confFile.toString()));
    for (Path layer : layers) {
      told.add(layer.toString());
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      loader
          .loadClass("OciImage")
          .getMethod("main", String[].class)
          .invoke(null, (Object) told.toArray(String[]::new));
    }
    return target;
  }

  private Path compiled() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    if (Files.exists(classes.resolve("OciImage.class"))) {
      return classes;
    }
    List<String> words = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    for (String source : List.of("OciImage.java", "TarStream.java")) {
      words.add(House.root().resolve("distribution").resolve(source).toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, words.toArray(String[]::new)))
        .isZero();
    return classes;
  }

  private Path layer(String name, long seconds, String... files) throws IOException {
    Path layer = folder.resolve(name);
    for (String file : files) {
      Path path = layer.resolve(file);
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, "in " + file);
      Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(seconds)));
    }
    return layer;
  }

  private static List<Member> members(byte[] tar) {
    List<Member> members = new ArrayList<>();
    String longName = "";
    int at = 0;
    while (tar[at] != 0) {
      byte[] block = java.util.Arrays.copyOfRange(tar, at, at + 512);
      int size = (int) number(block, 124, 12);
      byte[] bytes = java.util.Arrays.copyOfRange(tar, at + 512, at + 512 + size);
      long sum = number(block, 148, 8);
      java.util.Arrays.fill(block, 148, 156, (byte) ' ');
      long expected = 0;
      for (byte one : block) {
        expected += one & 0xff;
      }
      assertThat(sum).as("sum of the header at " + at).isEqualTo(expected);
      char kind = (char) block[156];
      if (kind == 'x') {
        String record = new String(bytes, StandardCharsets.UTF_8);
        assertThat(record).startsWith(bytes.length + " path=").endsWith("\n");
        longName = record.substring(record.indexOf('=') + 1, record.length() - 1);
      } else {
        members.add(
            new Member(
                longName.isEmpty() ? string(block, 0, 100) : longName,
                (int) number(block, 100, 8),
                number(block, 108, 8) + number(block, 116, 8),
                number(block, 136, 12),
                kind,
                Bytes.of(bytes)));
        longName = "";
      }
      at += 512 + (size + 511) / 512 * 512;
    }
    assertThat(tar.length - at).isEqualTo(1024);
    return members;
  }

  private static String string(byte[] block, int at, int length) {
    String text = new String(block, at, length, StandardCharsets.UTF_8);
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  private static long number(byte[] block, int at, int length) {
    return Long.parseLong(string(block, at, length).strip(), 8);
  }

  private static Map<String, byte[]> files(Path image) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    members(Files.readAllBytes(image)).forEach(one -> files.put(one.name(), one.bytes().array()));
    return files;
  }

  /// The bytes that a descriptor stands for, which have its digest and size.
  private static byte[] meant(Map<String, byte[]> files, JsonNode descriptor) {
    String digest = descriptor.at("/digest").asString();
    byte[] bytes = Objects.requireNonNull(files.get("blobs/" + digest.replace(':', '/')), digest);
    assertThat("sha256:" + Digest.of(bytes).hex()).isEqualTo(digest);
    assertThat(descriptor.at("/size").asInt()).isEqualTo(bytes.length);
    return bytes;
  }

  @Test
  void isReadAsTheFormatSays() throws Exception {
    Path lower = layer("lower", 1, "opt/z/last", "opt/a", "opt/z-a", LONG);
    Files.setPosixFilePermissions(
        lower.resolve("opt/a"), PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(lower.resolve("opt/link"), Path.of("a"));
    Path upper = layer("upper", 2, "etc/知衡");

    Map<String, byte[]> files =
        files(
            image(
                "image.tar",
                """
                # a remark
                user 10001:10001
                workdir /w
                entrypoint /opt/a
                entrypoint --say=\"yes\"
                env A=b c
                port 8080/tcp
                volume /w
                label title=知衡
                """,
                lower,
                upper));

    assertThat(files.keySet()).endsWith("index.json", "manifest.json", "oci-layout");
    assertThat(JSON.readTree(files.get("oci-layout")).at("/imageLayoutVersion").asString())
        .isEqualTo("1.0.0");
    JsonNode index = JSON.readTree(files.get("index.json"));
    JsonNode named = index.at("/manifests/0");
    assertThat(named.at("/annotations/org.opencontainers.image.ref.name").asString())
        .isEqualTo("1.2.3");
    JsonNode manifest = JSON.readTree(meant(files, named));
    JsonNode config = JSON.readTree(meant(files, manifest.at("/config")));
    assertThat(config.at("/os").asString()).isEqualTo("linux");
    assertThat(config.at("/config/User").asString()).isEqualTo("10001:10001");
    assertThat(config.at("/config/Entrypoint/1").asString()).isEqualTo("--say=\"yes\"");
    assertThat(config.at("/config/Env/0").asString()).isEqualTo("A=b c");
    assertThat(config.at("/config/ExposedPorts").has("8080/tcp")).isTrue();
    assertThat(config.at("/config/Volumes").has("/w")).isTrue();
    assertThat(config.at("/config/Labels/title").asString()).isEqualTo("知衡");
    assertThat(config.at("/rootfs/diff_ids").size()).isEqualTo(2);
    assertThat(config.at("/history").size()).isEqualTo(2);

    List<List<String>> names = new ArrayList<>();
    for (int at = 0; at < 2; at++) {
      byte[] zipped = meant(files, manifest.at("/layers/" + at));
      byte[] tar = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
      assertThat(config.at("/rootfs/diff_ids/" + at).asString())
          .isEqualTo("sha256:" + Digest.of(tar).hex());
      assertThat(members(tar))
          .allSatisfy(one -> {
            assertThat(one.owner()).isZero();
            assertThat(one.seconds()).isEqualTo(1795305600);
            assertThat(one.name()).doesNotContain(".wh.");
            assertThat(one.mode())
                .isEqualTo(
                    switch (one.kind()) {
                      case '2' -> 0777;
                      case '5' -> 0755;
                      default -> one.name().equals("opt/a") ? 0755 : 0644;
                    });
          });
      names.add(members(tar).stream().map(Member::name).toList());
    }
    assertThat(names.getFirst())
        .startsWith("opt/", "opt/a", "opt/a-name-of-some-length/")
        .endsWith(LONG, "opt/link", "opt/z/", "opt/z/last", "opt/z-a");
    assertThat(names.getLast()).containsExactly("etc/", "etc/知衡");
    JsonNode saved = JSON.readTree(files.get("manifest.json")).at("/0");
    assertThat(saved.at("/RepoTags/0").asString()).isEqualTo("localhost/zhiheng:1.2.3");
    assertThat(saved.at("/Layers/1").asString().replace('/', ':'))
        .isEqualTo("blobs:" + manifest.at("/layers/1/digest").asString());
    assertThat(files).containsKey(saved.at("/Config").asString());
  }

  @Test
  void theSameLayersMakeTheSameFile() throws Exception {
    Path one =
        image(
            "one.tar", "user 1\n", layer("a/runtime", 1, "opt/x", "opt/y"), layer("a/app", 2, "z"));
    Path other =
        image(
            "two.tar", "user 1\n", layer("b/runtime", 9, "opt/y", "opt/x"), layer("b/app", 8, "z"));
    Path changed =
        image("three.tar", "user 1\n", layer("c/runtime", 1, "opt/y"), layer("c/app", 2, "z"));

    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    assertThat(Files.mismatch(one, changed)).isNotEqualTo(-1);
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.matches(".*\\.tar\\..*"));
    }
  }

  @Test
  void whatItIsNotToldIsRefused() throws Exception {
    Path layer = layer("app", 1, "z");
    assertThatThrownBy(() -> image("image.tar", "usr 1\n", layer))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseMessage(
            "a line of the image's configuration begins with one of [user, workdir, stop,"
                + " entrypoint, command, env, port, volume, label] and a blank: usr 1");
  }
}
