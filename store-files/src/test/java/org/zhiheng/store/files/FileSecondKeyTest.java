package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.ledger.statement.Sm2Signature;

final class FileSecondKeyTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00.5Z");

  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;

  private FileKeys keys() throws IOException {
    return new ProveFolder(folder).keys(random);
  }

  @Test
  void whatWasMadeIsThereWhenItIsOpenedAnew() throws IOException {
    assertThat(keys().second()).isEmpty();
    SigningKeys.SecondKey made =
        new ProveFolder(folder).secondKey().make("甲公司, CN=Example", NOW, random);
    SigningKeys.SecondKey again = keys().second().orElseThrow();
    assertThat(again.certificate()).isEqualTo(made.certificate());
    byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] cms = Sm2Signature.sign(again.key(), again.certificate().bytes(), payload);
    assertThat(Sm2Signature.check(cms, payload).orThrow().subject())
        .isEqualTo("CN=甲公司\\, CN\\=Example");
    for (String name : new String[] {"statement-sm2", "statement-sm2.crt"}) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("keys").resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void isMadeOnce() throws IOException {
    FileSecondKey key = new ProveFolder(folder).secondKey();
    key.make("one", NOW, random);
    assertThatThrownBy(() -> key.make("two", NOW, random))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aCertificateOfAnotherKeyIsRefusedByTheNamesOfTheFiles() throws IOException {
    new ProveFolder(folder).secondKey().make("one", NOW, random);
    Path certificate = folder.resolve("keys/statement-sm2.crt");
    String good = Files.readString(certificate);
    new FileSecondKey(folder.resolve("other")).make("two", NOW, random);
    for (String bad :
        new String[] {
          Files.readString(folder.resolve("other/statement-sm2.crt")),
          "",
          good.replace('M', '!').substring(0, 60),
          good.substring(0, good.length() / 2) + "\n-----END CERTIFICATE-----\n"
        }) {
      Files.writeString(certificate, bad);
      assertThatThrownBy(this::keys)
          .as(bad)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(certificate.toString());
    }
    Files.writeString(certificate, good);
    assertThat(keys().second()).isPresent();
  }
}
