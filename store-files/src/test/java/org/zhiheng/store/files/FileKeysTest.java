package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.backup.SettingFiles;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.KeyChange;
import org.zhiheng.jobs.prove.RetiredKey;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.values.OrganisationId;

final class FileKeysTest {

  @TempDir Path folder;

  @Test
  void theSameKeysAreThereWhenItIsOpenedAnew() throws IOException {
    FileKeys first = FileKeys.open(folder.resolve("keys"), new SecureRandom());
    FileKeys again = FileKeys.open(folder.resolve("keys"), new SecureRandom());
    assertThat(again.log().keys()).isEqualTo(first.log().keys());
    assertThat(again.log().siblingKeys()).isEqualTo(first.log().siblingKeys());
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

  private static final KeyChange.Why DESTROYED =
      new KeyChange.Why(new OrganisationId(1), "cli:测试", "a notebook\nwas lost", true);
  private static final KeyChange.Why KEPT =
      new KeyChange.Why(new OrganisationId(1), "cli:测试", "it ages", false);

  private static EvidenceStore.Kept event(long number) {
    return new EvidenceStore.Kept(
        new EvidenceId(number),
        new OrganisationId(1),
        Instant.EPOCH,
        "",
        Optional.empty(),
        "",
        Leaf.first(
            LeafKind.KEY_EVENT, Commitment.to(new byte[Commitment.SALT_LENGTH_BYTES], new byte[0])),
        Optional.empty(),
        Optional.of(7L),
        Optional.empty());
  }

  private FileKeys keys() throws IOException {
    return FileKeys.open(folder.resolve("keys"), new SecureRandom());
  }

  @Test
  void aNewKeySignsAtOnceForEveryProcess() throws IOException {
    FileKeys server = keys();
    final VerifierKey old = server.issuer().key();
    FileKeys command = keys();
    command.begin(KeyEvent.Use.STATEMENT, DESTROYED);
    VerifierKey fresh = command.issuer().key();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(server.issuer().key()).isEqualTo(fresh);
    assertThat(server.log().keys()).isEqualTo(command.log().keys());
    assertThat(server.stating(KeyEvent.Use.STATEMENT).key()).isEqualTo(old);
    KeyChange change = server.change(KeyEvent.Use.STATEMENT).orElseThrow();
    assertThat(change)
        .isEqualTo(
            new KeyChange(
                KeyEvent.Use.STATEMENT,
                KeyChange.Stage.CHANGED,
                List.of(old),
                List.of(fresh),
                DESTROYED));
    assertThatThrownBy(() -> server.begin(KeyEvent.Use.STATEMENT, KEPT))
        .isInstanceOf(IllegalStateException.class);

    server.settle(change, event(9), 41);
    command.settle(change, event(9), 41); // says nothing new
    assertThat(keys().change(KeyEvent.Use.STATEMENT)).isEmpty();
    assertThat(keys().retired())
        .containsExactly(
            new RetiredKey(
                KeyEvent.Use.STATEMENT, old, 41, new OrganisationId(1), new EvidenceId(9)));
    assertThat(folder.resolve("keys/retired")).doesNotExist();
  }

  @Test
  void anOldKeyIsPutAsideWhereOnlyItsOwnerReadsIt() throws IOException {
    FileKeys keys = keys();
    String line =
        Files.readAllLines(folder.resolve("keys/signing-keys")).stream()
            .filter(one -> one.startsWith("issuer-ed25519 "))
            .findFirst()
            .orElseThrow();
    for (long round = 1; round <= 2; round++) {
      keys.begin(KeyEvent.Use.STATEMENT, KEPT);
      keys.settle(keys.change(KeyEvent.Use.STATEMENT).orElseThrow(), event(round), round);
    }
    assertThat(keys.retired()).extracting(RetiredKey::last).containsExactly(1L, 2L);
    Path aside =
        folder
            .resolve("keys/retired")
            .resolve(
                "statement-" + HexFormat.of().toHexDigits(keys.retired().getFirst().key().id()));
    assertThat(aside).hasContent(line);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(folder.resolve("keys/signing-keys")))
        .doesNotContain(line.substring(line.indexOf(' ')));

    FolderSettings settings = new FolderSettings(folder);
    assertThat(settings.names())
        .contains("keys/signing-keys", "keys/retired/" + aside.getFileName())
        .hasSize(3)
        .allMatch(SettingFiles::secret);
    FolderSettings another = new FolderSettings(folder.resolve("another"));
    for (String name : settings.names()) {
      another.put(name, settings.read(name));
    }
    assertThat(FileKeys.open(folder.resolve("another/keys"), new SecureRandom()).retired())
        .isEqualTo(keys.retired());
    assertThat(another.names()).isEqualTo(settings.names());
  }

  /// Each step of the disk fails once: the file holds what it held, or the next stage, never less.
  @Test
  void aStepThatTheDiskLosesLeavesAWholeFile() throws IOException {
    boolean failed = true;
    int step = 0;
    while (failed) {
      step++;
      Path at = folder.resolve("step-" + step);
      VerifierKey old = FileKeys.open(at, new SecureRandom()).issuer().key();
      failed = false;
      try {
        FileKeys torn = FileKeys.open(at, new SecureRandom(), new FaultyDisk(step));
        torn.begin(KeyEvent.Use.STATEMENT, KEPT);
        torn.settle(torn.change(KeyEvent.Use.STATEMENT).orElseThrow(), event(1), 0);
      } catch (IOException tornWrite) {
        assertThat(tornWrite).hasMessage("torn");
        failed = true;
      }
      FileKeys anew = FileKeys.open(at, new SecureRandom());
      Optional<KeyChange> change = anew.change(KeyEvent.Use.STATEMENT);
      if (change.isPresent()) {
        assertThat(anew.stating(KeyEvent.Use.STATEMENT).key()).isEqualTo(old);
        anew.settle(change.get(), event(1), 0);
      }
      if (anew.issuer().key().equals(old)) {
        assertThat(anew.retired()).as("step " + step).isEmpty();
      } else {
        assertThat(anew.retired()).as("step " + step).hasSize(1);
        assertThat(at.resolve("retired")).isDirectoryContaining("glob:**statement-*");
      }
    }
    assertThat(step).isGreaterThan(8);
  }

  @Test
  void aFileWithAChangeAndNoOldKeyIsRefused() throws IOException {
    keys().begin(KeyEvent.Use.STATEMENT, KEPT);
    Path file = folder.resolve("keys/signing-keys");
    List<String> lines =
        Files.readAllLines(file).stream()
            .filter(one -> !one.startsWith("issuer-ed25519-old"))
            .toList();
    Files.write(file, lines);
    assertThatThrownBy(this::keys).hasMessageContaining("a change of keys");
  }

  private static final String CHECKPOINT = "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

  private static SignedNote signed(FileKeys keys) {
    String text = keys.origin() + CHECKPOINT;
    return new SignedNote(
        text, keys.log().signers().stream().map(one -> one.line(text, Optional.empty())).toList());
  }

  @Test
  void allKeysOfTheLogSignUntilTheOldOnesEnd() throws IOException {
    FileKeys keys = keys();
    final List<VerifierKey> old = keys.log().keys();
    final VerifierKey oldSibling = keys.log().siblingKeys().getFirst();
    keys.begin(KeyEvent.Use.LOG, DESTROYED);
    assertThat(keys.log().keys()).hasSize(4).startsWith(old.toArray(VerifierKey[]::new));
    assertThat(keys.log().ed25519().key()).isEqualTo(old.getFirst());
    assertThat(keys.log().siblingKeys()).hasSize(2).startsWith(oldSibling);
    KeyChange begun = keys.change(KeyEvent.Use.LOG).orElseThrow();
    assertThat(begun.old()).containsExactly(old.getFirst(), old.getLast(), oldSibling);
    for (List<VerifierKey> known : List.of(old, begun.fresh())) {
      assertThat(signed(keys()).check(known).signers()).hasSize(2);
    }
    assertThatThrownBy(() -> keys.finish(KEPT)).isInstanceOf(IllegalStateException.class);
    // a change of the other key goes on beside it
    keys.begin(KeyEvent.Use.STATEMENT, DESTROYED);
    keys.settle(keys.change(KeyEvent.Use.STATEMENT).orElseThrow(), event(1), 0);
    keys.settle(begun, event(2), 1);
    assertThat(keys.change(KeyEvent.Use.LOG).orElseThrow().stage()).isEqualTo(KeyChange.Stage.BOTH);
    keys.finish(KEPT);
    keys.settle(begun, event(2), 1); // of a stage before
    assertThat(keys.log().keys()).hasSize(4);
    keys.settle(keys.change(KeyEvent.Use.LOG).orElseThrow(), event(3), 5);

    FileKeys anew = keys();
    assertThat(anew.change(KeyEvent.Use.LOG)).isEmpty();
    assertThat(anew.log().keys()).containsExactlyElementsOf(begun.fresh().subList(0, 2));
    assertThat(anew.log().siblingKeys()).containsExactly(begun.fresh().getLast());
    assertThat(anew.retired())
        .filteredOn(one -> one.use() == KeyEvent.Use.LOG)
        .extracting(RetiredKey::key)
        .containsExactlyElementsOf(begun.old());
    assertThat(anew.retired()).hasSize(4);
    assertThat(folder.resolve("keys/retired")).isDirectoryContaining("glob:**log-*");
    assertThat(new FolderSettings(folder).names()).hasSize(2);
  }
}
