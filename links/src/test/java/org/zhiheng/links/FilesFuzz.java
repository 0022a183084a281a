package org.zhiheng.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.links.chain.ChainsFile;
import org.zhiheng.links.mail.SmtpServer;
import org.zhiheng.links.time.AuthoritiesFile;
import org.zhiheng.links.witness.LogPolicy;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;

/// The files that say whom a workspace asks, as a person misspells them. Exceptions that may come
/// out: [ProblemsException], and [IOException] for a file that cannot be read.
final class FilesFuzz {

  private static final String CHAINS =
      """
      # chains
      fabric http://127.0.0.1:8545 1337 account 0x3535353535353535353535353535353535353535
      other https://node.example:8545/a 1 key other.key
      """;

  private static final String AUTHORITIES =
      """
      # authorities
      one http://tsa.example/tsr sha256
      two https://tsa.example.cn:8443/ sm3
      """;

  private static final String POLICY =
      """
      log example.com/log+00000000+AQ==
      witness one one.example+00000000+BA== https://one.example/
      group g all one
      quorum g
      """;

  @TempDir private static @Nullable Path folder;

  /// Reads a file.
  private interface Reading {
    Object in(Path file) throws IOException;
  }

  private static void readOrRefused(Seed seed, String sound, Reading reading) throws IOException {
    Path file = Objects.requireNonNull(folder).resolve("file");
    byte[] spoilt =
        (seed.chance(0.8) ? Spoilt.lines(seed, sound) : Spoilt.text(seed, sound))
            .getBytes(StandardCharsets.UTF_8);
    Files.write(file, seed.chance(0.1) ? Spoilt.bytes(seed, spoilt) : spoilt);
    try {
      assertThat(reading.in(file)).isNotNull();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
    } catch (IOException unreadable) {
      assertThat(unreadable).isNotNull();
    }
  }

  @Seeds(60)
  void chains(Seed seed) throws IOException {
    readOrRefused(seed, CHAINS, ChainsFile::in);
  }

  @Seeds(60)
  void authorities(Seed seed) throws IOException {
    readOrRefused(seed, AUTHORITIES, AuthoritiesFile::in);
  }

  @Seeds(60)
  void policies(Seed seed) throws IOException {
    readOrRefused(seed, POLICY, LogPolicy::in);
  }

  @Seeds(200)
  void mailServers(Seed seed) {
    String sound =
        seed.oneOf(
            List.of(
                "smtp://user:pass@mail.example:25?from=a@example.cn",
                "smtps://mail.example/?from=docket@example.cn"));
    assertThat(SmtpServer.parse(Spoilt.text(seed, sound))).isNotNull();
  }
}
