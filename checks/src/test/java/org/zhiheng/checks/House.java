package org.zhiheng.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The tree under test: its classes, read once, and its source files.
final class House {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.zhiheng");

  private House() {}

  /// All classes of the modules, without tests.
  static JavaClasses classes() {
    return CLASSES;
  }

  /// The classes below a package of fixtures.
  static JavaClasses fixture(String root) {
    return new ClassFileImporter().importPackages(root);
  }

  /// The folder that holds the modules.
  static Path root() {
    return Path.of(System.getProperty("zhiheng.root", ".."));
  }

  /// The files below a `src` folder of any module whose name ends so; paths from the root.
  static List<Path> files(String under, String ending) {
    try (Stream<Path> modules = Files.list(root())) {
      return modules
          .map(module -> module.resolve("src").resolve(under))
          .filter(Files::isDirectory)
          .flatMap(House::walk)
          .filter(file -> file.toString().endsWith(ending))
          .map(root()::relativize)
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// What stands in a file of the tree.
  static String text(Path file) {
    try {
      return Files.readString(root().resolve(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
