package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;
import org.zhiheng.store.files.FileDocuments;

/// A bundle of some tens of megabytes, exported and checked in a browser that never holds more than
/// a megabyte of it. `-Dlarge.mebibytes` asks for another size.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LargeVerifyPageIT {

  private static final Acting ACTING =
      Acting.as(SampleRights.OURS, Sample.NAME, Role.ADMINISTRATOR);

  private static final int SIZE_BYTES = Integer.getInteger("large.mebibytes", 40) << 20;
  private static final double PATIENCE_MILLIS = 300_000;

  /// Writes down the largest piece of a file that a script asks for, and what it tells of progress.
  private static final String WATCH =
      """
      window.largest = 0;
      window.told = [];
      const whole = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function () {
        window.largest = Math.max(window.largest, this.size);
        return whole.call(this);
      };
      for (const other of ['text', 'stream', 'bytes']) {
        Blob.prototype[other] = () => { throw new Error(other); };
      }
      window.FileReader = undefined;
      document.addEventListener('DOMContentLoaded', () => {
        const line = document.querySelector('#v-progress p');
        new MutationObserver(() => window.told.push(line.textContent))
            .observe(line, {childList: true});
      });
      """;

  @TempDir static Path folder;
  private @Nullable Server server;
  private @Nullable Browsing browsing;
  private @Nullable Path bundle;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    RegisterStores stores = new MemoryRegister(Sample.CLOCK).stores();
    Documents documents = FileDocuments.open(folder.resolve("documents"), Sample.CLOCK);
    Records records =
        new Records(stores.rights(), stores.parties(), documents, stores.trail(), Sample.CLOCK);
    Sample.Ground ground =
        Sample.over(
            stores,
            documents,
            SampleDesk.over(
                stores.rights(),
                stores.parties(),
                records,
                documents,
                stores.trail(),
                Sample.CLOCK));
    Path written = folder.resolve("large.ipev");
    export(ground.floors().prove(), written);
    bundle = written;
    Server started = ground.start();
    server = started;
    browsing = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
  }

  private static void export(ProveDesk prove, Path to) throws IOException {
    EvidenceId id =
        prove
            .deposits()
            .deposit(
                ACTING,
                new Deposits.Request(
                    LeafKind.DEPOSIT,
                    Optional.empty(),
                    "",
                    new TreeMap<>(),
                    List.of(
                        new Deposits.Source(
                            "录像.mp4",
                            "video/mp4",
                            Optional.empty(),
                            "",
                            "",
                            () -> new Counting(SIZE_BYTES)))))
            .id();
    prove.turn().until(() -> prove.exports().ready(ACTING, id), Duration.ofSeconds(60));
    try (OutputStream out = Files.newOutputStream(to)) {
      prove.exports().export(ACTING, id, out);
    }
  }

  @AfterAll
  void close() {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    Optional.ofNullable(server).ifPresent(Server::close);
  }

  @Test
  void isCheckedPieceByPiece() throws IOException {
    Browsing browser = browsing;
    Path file = bundle;
    if (browser == null || file == null) {
      return;
    }
    Look look = new Look("zh", 1280, "light", Script.ON);
    try (Browsing.Seen seen = browser.open(look, "/log")) {
      Page page = seen.page();
      page.addInitScript(WATCH);
      page.navigate(page.url().replace("/log", "/verify"));
      page.setInputFiles("#v-bundle", file);
      PlaywrightAssertions.assertThat(page.locator("tr[data-check=inclusion][data-result=passed]"))
          .isVisible();
      assertThat(page.locator("tr[data-check=statement]").getAttribute("data-result"))
          .isEqualTo("passed");
      assertThat(((Number) page.evaluate("window.largest")).longValue()).isEqualTo(1 << 20);
      assertThat((Integer) page.evaluate("new Set(window.told).size"))
          .isGreaterThan(SIZE_BYTES >> 22);
      seen.picture("verify-large");

      // one bit, far from both ends
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
        bytes.seek(SIZE_BYTES / 2);
        int there = bytes.read();
        bytes.seek(SIZE_BYTES / 2);
        bytes.write(there ^ 1);
      }
      page.setInputFiles("#v-bundle", new Path[0]);
      page.setInputFiles("#v-bundle", file);
      PlaywrightAssertions.assertThat(page.locator("tr[data-check=statement][data-result=failed]"))
          .isVisible();
      assertThat(page.locator("#v-outcome").textContent()).contains("files/0001");
      assertThat(seen.complaints()).isEmpty();
    }
  }

  /// Bytes that lie nowhere.
  private static final class Counting extends InputStream {
    private final int sizeBytes;
    private int at;

    Counting(int sizeBytes) {
      this.sizeBytes = sizeBytes;
    }

    @Override
    public int read() {
      if (at == sizeBytes) {
        return -1;
      }
      int one = (at * 31 + (at >> 20) * 7) & 0xff;
      at++;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(length, sizeBytes - at);
      for (int done = 0; done < count; done++) {
        into[offset + done] = (byte) read();
      }
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
