package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;

final class FileKeysTest {

  @TempDir Path folder;

  @Test
  void theSameKeysAreThereWhenItIsOpenedAnew() throws IOException {
    FileKeys first = FileKeys.open(folder.resolve("keys"), new SecureRandom());
    FileKeys again = FileKeys.open(folder.resolve("keys"), new SecureRandom());
    assertThat(again.log().keys()).isEqualTo(first.log().keys());
    assertThat(again.log().sibling().key()).isEqualTo(first.log().sibling().key());
    assertThat(again.issuer().key()).isEqualTo(first.issuer().key());
    String text = first.origin() + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    SignedNote note =
        new SignedNote(
            text,
            first.log().signers().stream()
                .map(signer -> signer.line(text, Optional.empty()))
                .toList());
    assertThat(note.check(again.log().keys()).signers())
        .extracting(NoteCheck.Signed::key)
        .containsExactlyElementsOf(first.log().keys());
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    FileKeys.open(folder.resolve("keys"), new SecureRandom());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("keys/signing-keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatLacksAKeyIsNotTakenForOne() throws IOException {
    FileKeys.open(folder.resolve("keys"), new SecureRandom());
    Path file = folder.resolve("keys/signing-keys");
    Files.writeString(file, Files.readString(file).replace("log-sm2", "log-sm3"));
    assertThatThrownBy(() -> FileKeys.open(folder.resolve("keys"), new SecureRandom()))
        .hasMessageContaining("log-sm2");
  }
}
