package org.zhiheng.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.jobs.report.Printer;
import org.zhiheng.values.Parsed;

/// How a browser is run, on scripts that stand for one; and the real one where it is installed.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ChromiumPrinterTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private static final String PAGE = "<!doctype html><html><head></head><p>知衡</p>";

  @TempDir Path folder;

  /// A program that knows where to print (`$out`) and from where (`$page`), and writes its process
  /// ids and folder where the test finds them.
  private Path script(String body) throws IOException {
    Path program = folder.resolve("chromium");
    Files.writeString(
        program,
        """
        #!/bin/sh
        for word in "$@"; do
          case $word in
            --print-to-pdf=*) out=${word#--print-to-pdf=} ;;
            --user-data-dir=*) echo "${word#--user-data-dir=}" >"%1$s/profile" ;;
            --*) ;;
            *) page=${word#file://} ;;
          esac
        done
        printf '%%s\\n' "$@" >"%1$s/words"
        echo $$ >"%1$s/pid"
        %2$s
        """
            .formatted(folder, body),
        StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  private ChromiumPrinter printer(String body, Duration limit) throws IOException {
    return new ChromiumPrinter(Optional.of(script(body)), limit);
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name)).strip();
  }

  @Test
  void givesBackWhatWasPrintedAndRemovesItsFolder() throws IOException {
    Parsed<Printed> printed = printer("cat \"$page\" >\"$out\"", LONG).pdf(PAGE);

    assertThat(new String(printed.orThrow().bytes(), StandardCharsets.UTF_8))
        .endsWith("</head><p>知衡</p>")
        .contains("script-src 'none'");
    assertThat(Path.of(written("profile")).getParent()).doesNotExist();
  }

  @Test
  void letsThePageReachNothing() throws IOException {
    Parsed<Printed> _ = printer("echo x >\"$out\"", LONG).pdf(PAGE);

    assertThat(written("words").lines())
        .contains(
            "--headless",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=socks5://127.0.0.1:9");
  }

  @Test
  void endsWhatTakesTooLongWithItsChildrenAndRemovesItsFolder() throws IOException {
    ChromiumPrinter printer =
        printer("sleep 300 &\necho $! >\"" + folder + "/child\"\nwait", Duration.ofSeconds(2));

    assertThatThrownBy(() -> printer.pdf(PAGE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("took over 2 s");
    for (String file : List.of("pid", "child")) {
      assertThat(
              ProcessHandle.of(Long.parseLong(written(file)))
                  .map(ProcessHandle::isAlive)
                  .orElse(false))
          .as(file)
          .isFalse();
    }
    assertThat(Path.of(written("profile")).getParent()).doesNotExist();
  }

  @Test
  void saysSoWhenTheBrowserFailsOrPrintsNothing() throws IOException {
    assertThatThrownBy(() -> printer("exit 7", LONG).pdf(PAGE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with 7");
    assertThatThrownBy(() -> printer("exit 0", LONG).pdf(PAGE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("printed nothing");
  }

  @Test
  void refusesPagesAndDocumentsAboveTheLimits() throws IOException {
    ChromiumPrinter printer =
        printer("head -c " + (Printer.PDF_BYTES_MAX + 1) + " /dev/zero >\"$out\"", LONG);

    assertThat(printer.pdf(PAGE).refusal().orElseThrow().code()).isEqualTo("report-too-large");
    assertThat(
            printer.pdf(PAGE + "x".repeat(Printer.PAGE_LENGTH_MAX)).refusal().orElseThrow().code())
        .isEqualTo("report-too-large");
  }

  @Test
  void isBusyWhileOnePageIsPrintedAndReadyAfterwards() throws IOException {
    // the first page is held until the test opens the gate: a fifo blocks until somebody writes
    Path gate = folder.resolve("gate");
    ChromiumPrinter printer =
        printer(
            "[ -e \""
                + gate
                + "\" ] || { mkfifo \""
                + gate
                + "\"; touch \""
                + folder
                + "/held\"; cat \""
                + gate
                + "\"; }\necho x >\"$out\"",
            LONG);
    CompletableFuture<Parsed<Printed>> first =
        CompletableFuture.supplyAsync(() -> {
          try {
            return printer.pdf(PAGE);
          } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
          }
        });
    while (!Files.exists(folder.resolve("held")) && !first.isDone()) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(() -> printer.pdf(PAGE)).isInstanceOf(Busy.class);
    Files.writeString(gate, "go");
    assertThat(first.join().found()).isPresent();
    assertThat(printer.pdf(PAGE).found()).isPresent();
  }

  @Test
  void refusesWhereThereIsNoBrowser() throws IOException {
    ChromiumPrinter none = ChromiumPrinter.on(folder.toString());

    assertThat(none.ready()).isFalse();
    assertThat(none.pdf(PAGE).refusal().orElseThrow().code()).isEqualTo("printer-missing");
  }

  @Test
  void findsTheBrowserOnThePathItIsGiven() throws IOException {
    script("true");

    assertThat(ChromiumPrinter.on("::/nowhere:" + folder).ready()).isTrue();
  }

  @Test
  void printsWithTheBrowserThatIsInstalled() throws IOException {
    ChromiumPrinter printer = ChromiumPrinter.on("/usr/bin:/usr/local/bin:/opt/google/chrome");
    if (!printer.ready()) {
      System.out.println("NOT RUN: printing by Chromium: chromium missing");
      return;
    }
    // the script would add a page of its own: there is one page when it does not run
    String script = "<script>document.body.innerHTML+='<p style=break-before:page>2'</script>";

    String pdf =
        new String(printer.pdf(PAGE + script).orThrow().bytes(), StandardCharsets.ISO_8859_1);

    assertThat(pdf).startsWith("%PDF-");
    assertThat(pdf.split("/Type /Page\\b", -1)).hasSize(2);
  }
}
