package org.zhiheng.checks;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What types may be called, what they may call and hold. Each rule gives what it refuses, in one
/// line each.
final class CodeRules {

  /// Words that say nothing about a type.
  private static final Set<String> BANNED_WORDS =
      Set.of(
          "Util",
          "Utils",
          "Helper",
          "Helpers",
          "Manager",
          "Processor",
          "Impl",
          "Default",
          "Base",
          "Abstract",
          "Dto",
          "DTO",
          "Info",
          "Data");

  /// The trade's own words that end in one of those.
  private static final Set<String> TRADE_WORDS = Set.of("PlanManager");

  private static final Pattern LAST_WORD = Pattern.compile("([A-Z][a-z]*|[A-Z]+)[0-9]*$");

  /// Packages where a double is the right type: solvers, statistics, vectors, seeded tests.
  private static final List<String> DOUBLE_PACKAGES =
      List.of(
          "org.zhiheng.valuation",
          "org.zhiheng.cashflow",
          "org.zhiheng.similarity",
          "org.zhiheng.index.lucene",
          "org.zhiheng.models.onnx",
          "org.zhiheng.images",
          "org.zhiheng.jobs.examine",
          "org.zhiheng.jobs.value",
          "org.zhiheng.server.chart",
          "org.zhiheng.server.deals",
          "org.zhiheng.server.examine",
          "org.zhiheng.server.value",
          "org.zhiheng.contracts.candidate",
          "org.zhiheng.seeds");

  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  /// Calls that hide an input: `owner.method(parameter types)`. Constructors are `<init>`.
  private static final List<Pattern> BANNED_CALLS =
      Stream.of(
              // the time, but from a clock that was handed in
              "java\\.time\\.\\w+\\.now\\(\\)",
              "java\\.time\\.\\w+\\.now\\(java\\.time\\.ZoneId\\)",
              "java\\.time\\.Clock\\.system.*",
              "java\\.time\\.InstantSource\\.system\\(\\)",
              "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
              "java\\.util\\.Date\\.<init>\\(\\)",
              "java\\.util\\.Calendar\\.getInstance\\(.*",
              // the machine's zone, locale and charset
              "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
              "java\\.util\\.TimeZone\\.getDefault\\(\\)",
              "java\\.util\\.Locale\\.getDefault\\(.*",
              "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)",
              "java\\.lang\\.String\\.(toUpperCase|toLowerCase|getBytes)\\(\\)",
              "java\\.lang\\.String\\.<init>\\(\\[B\\)",
              "java\\.lang\\.String\\.<init>\\(byte\\[\\]\\)",
              "java\\.lang\\.String\\.format\\(java\\.lang\\.String.*",
              "java\\.lang\\.String\\.formatted\\(.*",
              "java\\.io\\.InputStreamReader\\.<init>\\(java\\.io\\.InputStream\\)",
              "java\\.io\\.OutputStreamWriter\\.<init>\\(java\\.io\\.OutputStream\\)",
              // chance without a seed
              "java\\.util\\.Random\\.<init>\\(\\)",
              "java\\.util\\.SplittableRandom\\.<init>\\(\\)",
              "java\\.lang\\.Math\\.random\\(\\)",
              "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)",
              // waiting by guess
              "java\\.lang\\.Thread\\.sleep\\(.*")
          .map(Pattern::compile)
          .toList();

  /// Where the outside is met: the clock of the machine, its zone, its terminal.
  private static final String MAIN = "Main";

  /// Types that are mutable whoever holds them.
  private static final Set<String> MUTABLE =
      Set.of(
          "java.lang.StringBuilder",
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicReference",
          "java.text.SimpleDateFormat");

  private CodeRules() {}

  /// Type names whose last word is banned.
  static List<String> bannedNames(JavaClasses classes) {
    return found(
        classes,
        type -> {
          String name = type.getSimpleName();
          java.util.regex.Matcher last = LAST_WORD.matcher(name);
          boolean banned =
              last.find() && BANNED_WORDS.contains(last.group(1)) && !TRADE_WORDS.contains(name);
          return banned ? List.of(type.getName()) : List.of();
        });
  }

  /// Calls that hide an input, but in a `Main`.
  static List<String> bannedCalls(JavaClasses classes) {
    return found(
        classes,
        type -> {
          List<String> calls = new ArrayList<>();
          for (JavaAccess<?> call : type.getCodeUnitAccessesFromSelf()) {
            String target = call.getTarget().getFullName();
            if (!topLevel(type).getSimpleName().equals(MAIN)
                && BANNED_CALLS.stream().anyMatch(banned -> banned.matcher(target).matches())) {
              calls.add(call.getOrigin().getFullName() + " calls " + target);
            }
          }
          return calls;
        });
  }

  /// Uses of System.out, System.err and System.in outside a `Main`.
  static List<String> terminalUses(JavaClasses classes) {
    return found(
        classes,
        type -> {
          List<String> uses = new ArrayList<>();
          for (JavaAccess<?> access : type.getFieldAccessesFromSelf()) {
            String target = access.getTarget().getFullName();
            if (Set.of("java.lang.System.out", "java.lang.System.err", "java.lang.System.in")
                    .contains(target)
                && !topLevel(type).getSimpleName().equals(MAIN)) {
              uses.add(access.getOrigin().getFullName() + " uses " + target);
            }
          }
          return uses;
        });
  }

  /// Static fields that can change.
  static List<String> mutableStatics(JavaClasses classes) {
    return found(
        classes,
        type ->
            type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(CodeRules::changes)
                .map(JavaField::getFullName)
                .toList());
  }

  private static boolean changes(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.FINAL)
        || MUTABLE.contains(field.getRawType().getName());
  }

  /// Fields, parameters and results in floating point, outside the packages that may.
  static List<String> doubles(JavaClasses classes) {
    return found(
        classes,
        type -> {
          // an anonymous class passes on what its library's constructor takes
          if (type.isAnonymousClass()
              || DOUBLE_PACKAGES.stream().anyMatch(type.getPackageName()::startsWith)) {
            return List.of();
          }
          List<String> uses = new ArrayList<>();
          for (JavaField field : type.getFields()) {
            if (floating(field.getRawType())) {
              uses.add(field.getFullName());
            }
          }
          for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (floating(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(CodeRules::floating)) {
              uses.add(unit.getFullName());
            }
          }
          return uses;
        });
  }

  private static boolean floating(JavaClass type) {
    return FLOATING.contains(type.getBaseComponentType().getName());
  }

  /// Classes that anybody could extend. The tests of a port are meant to be.
  static List<String> openClasses(JavaClasses classes) {
    return found(
        classes,
        type -> {
          boolean open =
              !type.isInterface()
                  && !type.isEnum()
                  && !type.isRecord()
                  && !type.isAnonymousClass()
                  && !(type.isNestedClass() && type.getEnclosingClass().orElseThrow().isEnum())
                  && !type.getModifiers().contains(JavaModifier.FINAL)
                  && !type.reflect().isSealed()
                  && !(type.getModifiers().contains(JavaModifier.ABSTRACT)
                      && type.getSimpleName().endsWith("Contract"));
          return open ? List.of(type.getName()) : List.of();
        });
  }

  private static JavaClass topLevel(JavaClass type) {
    return type.getEnclosingClass().map(CodeRules::topLevel).orElse(type);
  }

  private static List<String> found(JavaClasses classes, Function<JavaClass, List<String>> ofEach) {
    return classes.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .flatMap(type -> ofEach.apply(type).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
