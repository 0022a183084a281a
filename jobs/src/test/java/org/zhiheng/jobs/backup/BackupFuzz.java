package org.zhiheng.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// Backups with several things done to them at once. Exceptions that may come out:
/// [ProblemsException], and [IOException] where the file cannot be read. One that opens holds what
/// its list of digests says.
final class BackupFuzz {

  private static final BackupManifest MANIFEST =
      new BackupManifest(
          Instant.parse("2026-11-22T01:30:00Z"),
          "0.1.0",
          "12",
          Map.of("rights", 2L),
          1,
          "log.example.cn",
          0,
          "",
          1,
          false);

  private static final byte[] DOCUMENT = "a contract".getBytes(StandardCharsets.UTF_8);

  @TempDir private static @Nullable Path folder;

  /// Knows one setting.
  private static final class OneSetting implements SettingFiles {
    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public Bytes read(String name) throws IOException {
      throw new IOException("there is no " + name);
    }

    @Override
    public void put(String name, Bytes content) throws IOException {
      throw new IOException("nothing is put back: " + name);
    }

    @Override
    public boolean known(String name) {
      return name.equals("witnesses");
    }
  }

  private static Map<String, byte[]> members() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put(Members.RECORD + "rights", "1\ta\n2\tb\n".getBytes(StandardCharsets.UTF_8));
    members.put(Members.SETTINGS + "witnesses", "# none\n".getBytes(StandardCharsets.UTF_8));
    members.put(Members.DOCUMENTS + Digest.of(DOCUMENT).hex(), DOCUMENT);
    members.put(Members.UNPUBLISHED, new byte[] {0, 0, 0, 1, 7});
    members.put(Members.MANIFEST, MANIFEST.bytes());
    return members;
  }

  private static byte[] zipped(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemberZip zip = new MemberZip(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.add(member.getKey(), member.getValue());
      }
      zip.sums();
    }
    return out.toByteArray();
  }

  private static void openedOrRefused(byte[] bytes) throws IOException {
    Path file = Objects.requireNonNull(folder).resolve("backup.zip");
    Files.write(file, bytes);
    try (BackupFile opened = BackupFile.open(file, new OneSetting())) {
      for (String name : opened.names(Members.DOCUMENTS)) {
        try (InputStream in = opened.open(Members.DOCUMENTS + name)) {
          assertThat(in.readAllBytes()).isNotNull();
        }
      }
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
    } catch (IOException unreadable) {
      assertThat(unreadable.getMessage()).isNotBlank();
    }
  }

  /// Its end says that the list of members is longer than the file.
  @Test
  void refusesAFileThatIsAnEndAlone() throws IOException {
    byte[] sound = zipped(members());
    byte[] end = Arrays.copyOfRange(sound, sound.length - 22, sound.length);
    Path file = Files.write(Objects.requireNonNull(folder).resolve("end.zip"), end);
    assertThatThrownBy(() -> BackupFile.open(file, new OneSetting()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("[backup-member]");
  }

  @Seeds(150)
  void changedFilesAreOpenedOrRefused(Seed seed) throws IOException {
    byte[] sound = zipped(members());
    assertThatCode(() -> openedOrRefused(sound)).doesNotThrowAnyException();
    openedOrRefused(Spoilt.bytes(seed, sound));
  }

  @Seeds(150)
  void changedMembersUnderDigestsThatFitAreOpenedOrRefused(Seed seed) throws IOException {
    Map<String, byte[]> members = members();
    String name = seed.oneOf(List.copyOf(members.keySet()));
    byte[] content = Objects.requireNonNull(members.remove(name));
    members.put(
        seed.chance(0.7) ? name : Spoilt.text(seed, name).replaceAll("[\0\uD800-\uDFFF]", ""),
        name.equals(Members.MANIFEST)
            ? Spoilt.json(seed, new String(content, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8)
            : Spoilt.bytes(seed, content));
    if (members.keySet().stream().allMatch(one -> one.length() < 30_000)) {
      openedOrRefused(zipped(members));
    }
  }

  @Seeds(300)
  void manifestsAreReadOrRefused(Seed seed) {
    String json = Spoilt.json(seed, new String(MANIFEST.bytes(), StandardCharsets.UTF_8));
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    switch (BackupManifest.parse(bytes)) {
      case Parsed.Ok<BackupManifest>(BackupManifest read) ->
          assertThat(BackupManifest.parse(read.bytes()).orThrow()).isEqualTo(read);
      case Parsed.Refused<BackupManifest>(org.zhiheng.values.Problem problem) ->
          assertThat(problem.code()).isEqualTo("backup-member");
    }
  }
}
