package org.zhiheng.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.zhiheng.links.ChromiumPrinter;

/// The workspace's folder and what the machine offers.
///
/// @param patient whose
record FolderChecks(Patient patient) {

  /// Less is used up by one night of imports.
  private static final long DISK_LOW_BYTES = 5L << 30;

  /// Less, and PostgreSQL may stop at its next checkpoint.
  private static final long DISK_LEAST_BYTES = 512L << 20;

  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  List<Finding> all() {
    return List.of(
        Doctor.tried("folder", "Give the folder to who runs the server.", this::folder),
        Doctor.tried("disk", "See to it that the disk can be read.", this::disk),
        Doctor.tried("keys", "Give the file to who runs the server.", this::keys),
        printing(),
        Doctor.tried("fonts", "See to it that the folders of fonts can be read.", this::fonts));
  }

  private Finding folder() throws IOException {
    for (String name : List.of("", "postgres", "postgres.secret", "documents")) {
      Path one = patient.home().resolve(name);
      if (Files.exists(one) && openToOthers(one)) {
        return Finding.fail(
            "folder", one + " is open to other users of this machine", "chmod go-rwx " + one);
      }
    }
    return Finding.ok("folder", patient.home().getFileName() + " is its owner's alone");
  }

  private static boolean openToOthers(Path path) throws IOException {
    return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
  }

  private Finding disk() throws IOException {
    long free = Files.getFileStore(patient.home()).getUsableSpace();
    String found = String.format(Locale.ROOT, "%d MB are free", free >> 20);
    if (free < DISK_LEAST_BYTES) {
      return Finding.fail(
          "disk", found, "Make room now: when the disk is full nothing is taken in.");
    }
    return free < DISK_LOW_BYTES
        ? Finding.warn("disk", found, "Make room, or give the workspace a larger disk.")
        : Finding.ok("disk", found);
  }

  private Finding keys() throws IOException {
    Path file = patient.home().resolve("keys/signing-keys");
    boolean logged = Files.exists(patient.home().resolve("log/public/checkpoint"));
    if (!Files.exists(file)) {
      return logged
          ? Finding.fail(
              "keys",
              "there is a log and no " + file.getFileName(),
              "Put the file back from a backup before anything is logged: new keys are another"
                  + " log's.")
          : Finding.ok("keys", "none yet; they are made when something is logged first");
    }
    if (openToOthers(file) || openToOthers(file.resolveSibling("."))) {
      return Finding.fail(
          "keys",
          file + " is open to other users of this machine",
          "chmod go-rwx " + file + ", and think about who may have read it.");
    }
    return Finding.ok("keys", "they are there, and their owner's alone");
  }

  private Finding printing() {
    return ChromiumPrinter.on(patient.searchPath()).ready()
        ? Finding.ok("printing", "Chromium is installed")
        : Finding.warn(
            "printing",
            "Chromium is not installed",
            "Reports and papers open as pages to print; for PDF files install chromium.");
  }

  private Finding fonts() throws IOException {
    for (String folder :
        List.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
          if (files.anyMatch(FolderChecks::chinese)) {
            return Finding.ok("fonts", "a font with Chinese characters is installed");
          }
        }
      }
    }
    return Finding.warn(
        "fonts",
        "no font with Chinese characters was found",
        "Printed papers would show boxes: install fonts-noto-cjk or another.");
  }

  private static boolean chinese(Path file) {
    return file.getFileName()
        .toString()
        .toLowerCase(Locale.ROOT)
        .matches(".*(cjk|wqy|notosanssc|notoserifsc|pingfang|simsun|simhei|songti|uming|ukai).*");
  }
}
