package org.zhiheng.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks whether the tests of a back end run the contracts they must: a contract that nobody runs
/// holds for nobody.
public final class ContractCheck {

  private ContractCheck() {}

  /// The names of those contracts that no test class next to this one extends.
  ///
  /// @param besides a class of the back end's tests; all classes of its folder are looked at
  public static Set<String> missing(Class<?> besides, List<Class<?>> contracts) {
    Set<String> missing = new TreeSet<>();
    contracts.forEach(contract -> missing.add(contract.getSimpleName()));
    for (Path file : classes(besides)) {
      Class<?> parent = load(besides, file).getSuperclass();
      if (parent != null) {
        missing.remove(parent.getSimpleName());
      }
    }
    return missing;
  }

  private static List<Path> classes(Class<?> besides) {
    try {
      Path root = Path.of(besides.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> walk = Files.walk(root)) {
        return walk.filter(file -> file.toString().endsWith(".class"))
            .map(root::relativize)
            .toList();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (URISyntaxException odd) {
      throw new IllegalStateException(odd);
    }
  }

  private static Class<?> load(Class<?> besides, Path file) {
    String name = file.toString().replace('/', '.');
    try {
      return Class.forName(
          name.substring(0, name.length() - ".class".length()), false, besides.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
