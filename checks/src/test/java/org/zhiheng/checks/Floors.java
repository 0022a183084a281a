package org.zhiheng.checks;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which module may lean on what: an explicit list, from docs/ARCHITECTURE.md. What is not listed
/// is refused.
///
/// @param root the package above all modules
/// @param modules each module's package below the root, and the package prefixes it may use
record Floors(String root, Map<String, List<String>> modules) {

  /// What all may use.
  private static final List<String> EVERYONE = List.of("java.", "org.jspecify.annotations.");

  /// The house as it stands. A new module is a new line here.
  static final Floors HOUSE = new Floors("org.zhiheng", house());

  private static Map<String, List<String>> house() {
    Map<String, List<String>> modules = new LinkedHashMap<>();
    modules.put("values", List.of());
    modules.put("register", List.of("values"));
    modules.put(
        "intake",
        List.of(
            "values",
            "register",
            "!de.siegmar.fastcsv.",
            "!org.dhatim.fastexcel.",
            "!com.ctc.wstx.",
            "!org.apache.james.mime4j.",
            "!org.codehaus.stax2.",
            "!javax.xml."));
    modules.put("ledger", List.of("values", "!org.bouncycastle.", "!javax.security.auth.x500."));
    modules.put("verifier", List.of("values", "ledger"));
    modules.put(
        "similarity",
        List.of(
            "values",
            "!com.ibm.icu.",
            "!com.github.houbb.",
            "!com.hankcs.hanlp.",
            "!org.snakeyaml.engine.",
            "!org.apache.lucene.analysis."));
    modules.put("deadlines", List.of("values", "!org.snakeyaml.engine."));
    modules.put("cashflow", List.of("values", "!org.snakeyaml.engine."));
    modules.put("valuation", List.of("values", "!org.snakeyaml.engine."));
    modules.put(
        "jobs",
        List.of(
            "values",
            "register",
            "ledger",
            "intake",
            "similarity",
            "deadlines",
            "valuation",
            "cashflow",
            "!javax.crypto.",
            "!tools.jackson."));
    modules.put(
        "store.postgres",
        List.of(
            "values",
            "register",
            "ledger",
            "deadlines",
            "jobs",
            "!org.springframework.jdbc.",
            "!org.springframework.dao.",
            "!org.springframework.transaction.",
            "!org.postgresql.",
            "!com.zaxxer.hikari.",
            "!org.flywaydb.core.",
            "!io.zonky.test.db.postgres.",
            "!org.apache.commons.compress.",
            "!org.tukaani.xz.",
            "!javax.sql.",
            "!com.sun.security.auth.module.",
            "!org.bouncycastle.",
            "!tools.jackson."));
    modules.put("store.files", List.of("values", "ledger", "jobs"));
    modules.put("index.lucene", List.of("values", "similarity", "!org.apache.lucene."));
    modules.put("models.onnx", List.of("values", "similarity", "!ai.onnxruntime."));
    modules.put(
        "images.imageio",
        List.of(
            "values",
            "similarity",
            "!com.github.weisj.jsvg.",
            "!javax.imageio.",
            "!javax.xml.",
            "!java.awt."));
    modules.put(
        "links",
        List.of(
            "values",
            "ledger",
            "jobs",
            "!gg.jte.",
            "!com.sun.net.httpserver.",
            "!javax.net.",
            "!jakarta.mail.",
            "!tools.jackson."));
    modules.put(
        "cli",
        List.of(
            "values",
            "register",
            "ledger",
            "intake",
            "similarity",
            "deadlines",
            "cashflow",
            "valuation",
            "jobs",
            "store.postgres",
            "store.files",
            "index.lucene",
            "models.onnx",
            "images.imageio",
            "verifier",
            "links",
            "!picocli.",
            "!org.bouncycastle.",
            "!tools.jackson."));
    modules.put(
        "server",
        List.of(
            "values",
            "register",
            "ledger",
            "intake",
            "similarity",
            "deadlines",
            "cashflow",
            "valuation",
            "jobs",
            "store.postgres",
            "store.files",
            "index.lucene",
            "models.onnx",
            "images.imageio",
            "links",
            "!org.springframework.",
            "!gg.jte.",
            "!org.dhatim.fastexcel.",
            "!jakarta.",
            "!javax.crypto.",
            "!org.bouncycastle.",
            "!org.slf4j.",
            "!tools.jackson.",
            "!io.micrometer."));
    modules.put("seeds", List.of("!org.junit.", "!org.opentest4j."));
    modules.put(
        "contracts",
        List.of(
            "values",
            "register",
            "intake",
            "similarity",
            "ledger",
            "deadlines",
            "jobs",
            "seeds",
            "!org.junit.jupiter.",
            "!org.assertj.core.",
            "!org.bouncycastle."));
    return modules;
  }

  /// Every arrow that no line allows, as `class -> class`.
  List<String> refused(JavaClasses classes) {
    List<String> refused = new ArrayList<>();
    for (JavaClass from : classes) {
      Optional<String> module = moduleOf(from);
      if (module.isEmpty()) {
        refused.add(from.getName() + " belongs to no module that is listed");
        continue;
      }
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass().getBaseComponentType();
        if (!to.isPrimitive() && !allowed(module.get(), to)) {
          refused.add(from.getName() + " -> " + to.getName());
        }
      }
    }
    return refused.stream().distinct().sorted().toList();
  }

  /// How many classes of each module were read.
  Map<String, Long> counts(JavaClasses classes) {
    Map<String, Long> counts = new LinkedHashMap<>();
    modules.keySet().forEach(module -> counts.put(module, 0L));
    for (JavaClass read : classes) {
      moduleOf(read).ifPresent(module -> counts.merge(module, 1L, Long::sum));
    }
    return counts;
  }

  /// The module whose package is the longest that the class lies in.
  private Optional<String> moduleOf(JavaClass any) {
    return modules.keySet().stream()
        .filter(module -> in(root + "." + module + ".", any))
        .max(Comparator.comparingInt(String::length));
  }

  private boolean allowed(String module, JavaClass to) {
    Optional<String> target = moduleOf(to);
    if (target.isPresent()) {
      return target.get().equals(module)
          || modules.getOrDefault(module, List.of()).contains(target.get());
    }
    return EVERYONE.stream().anyMatch(prefix -> in(prefix, to))
        || modules.getOrDefault(module, List.of()).stream()
            .filter(prefix -> prefix.startsWith("!"))
            .anyMatch(prefix -> in(prefix.substring(1), to));
  }

  private static boolean in(String prefix, JavaClass any) {
    return (any.getPackageName() + ".").startsWith(prefix);
  }
}
