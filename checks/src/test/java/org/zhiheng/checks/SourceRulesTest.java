package org.zhiheng.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of source text hold in the tree, and each of them bites.
final class SourceRulesTest {

  /// Fewer would mean that a part of the tree was not read.
  private static final int FILES_MIN = 150;

  private final List<SourceText> main = java("main");
  private final List<SourceText> test = java("test");

  private static List<SourceText> java(String under) {
    return House.files(under, ".java").stream()
        .map(file -> SourceText.java(slashed(file), House.text(file)))
        .toList();
  }

  private static String slashed(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static List<String> all(
      List<SourceText> sources, Function<SourceText, List<String>> rule) {
    return sources.stream().flatMap(text -> rule.apply(text).stream()).toList();
  }

  private static SourceText source(String text) {
    return SourceText.java("a/A.java", text);
  }

  @Test
  void readsTheTree() {
    assertThat(main.size()).isGreaterThanOrEqualTo(FILES_MIN);
    assertThat(test).isNotEmpty();
  }

  @Test
  void noFileIsTooLong() {
    List<Path> written =
        Stream.of(".java", ".jte", ".css", ".js", ".sql")
            .flatMap(ending ->
                Stream.concat(
                    House.files("main", ending).stream(), House.files("test", ending).stream()))
            .filter(file -> !slashed(file).contains("/vendor/"))
            .toList();

    assertThat(
            written.stream().flatMap(f -> SourceRules.length(slashed(f), House.text(f)).stream()))
        .isEmpty();
  }

  @Test
  void refusesALongFile() {
    assertThat(SourceRules.length("a/A.java", "x\n".repeat(501)))
        .containsExactly("a/A.java:1 has 501 lines");
    assertThat(SourceRules.length("a/A.java", "x\n".repeat(500))).isEmpty();
  }

  @Test
  void mainCodeNamesItsTypes() {
    assertThat(all(main, SourceRules::vars)).isEmpty();
  }

  @Test
  void refusesVar() {
    assertThat(SourceRules.vars(source("// var a = 1\nString s = \"var b = 2\";\nvar c = 3;\n")))
        .containsExactly("a/A.java:3 var c = var");
  }

  @Test
  void nothingIsCaughtWholesale() {
    assertThat(all(main, SourceRules::catchAlls)).isEmpty();
  }

  @Test
  void refusesCatchingEverything() {
    assertThat(SourceRules.catchAlls(source("try { f(); }\ncatch (Exception e) { }")))
        .containsExactly("a/A.java:2 catch (Exception catches everything");
    assertThat(SourceRules.catchAlls(source("catch (IOException e) { }"))).isEmpty();
  }

  @Test
  void commentsAreMarkdown() {
    assertThat(all(main, SourceRules::oldComments)).isEmpty();
    assertThat(all(test, SourceRules::oldComments)).isEmpty();
  }

  @Test
  void refusesOldComments() {
    assertThat(SourceRules.oldComments(source("String s = \"/**\";\n/** Old. */\nclass A {}")))
        .containsExactly("a/A.java:2 /** is no /// comment");
  }

  @Test
  void nothingIsLeftOpen() {
    assertThat(all(main, SourceRules::leftOpen)).isEmpty();
    assertThat(all(test, SourceRules::leftOpen)).isEmpty();
  }

  @Test
  void refusesWorkLeftOpen() {
    assertThat(SourceRules.leftOpen(source("int a; // TODO later\n")))
        .containsExactly("a/A.java:1 TODO is left open");
  }

  @Test
  void templatesEscapeAll() {
    List<SourceText> templates =
        House.files("main", ".jte").stream()
            .map(file -> new SourceText(slashed(file), House.text(file), "", ""))
            .toList();

    assertThat(templates).isNotEmpty();
    assertThat(all(templates, SourceRules::unsafe)).isEmpty();
  }

  @Test
  void refusesTemplatesThatDoNotEscape() {
    assertThat(SourceRules.unsafe(new SourceText("a.jte", "<b>\n$unsafe{x}</b>", "", "")))
        .containsExactly("a.jte:2 $unsafe is not escaped");
  }

  @Test
  void everyPackageSaysWhatItIs() {
    assertThat(SourceRules.packages(main)).isEmpty();
  }

  @Test
  void refusesPackagesThatDoNot() {
    SourceText type = SourceText.java("a/A.java", "final class A {}");

    assertThat(SourceRules.packages(List.of(type))).containsExactly("a has no package-info.java");
    assertThat(
            SourceRules.packages(
                List.of(type, SourceText.java("a/package-info.java", "/// A.\npackage a;"))))
        .containsExactly("a/package-info.java is not @NullMarked");
    assertThat(
            SourceRules.packages(
                List.of(
                    type,
                    SourceText.java("a/package-info.java", "/// A.\n@NullMarked package a;"))))
        .containsExactly("a/package-info.java does not say what to start with");
  }

  @Test
  void everyPublicTypeIsSaidInOneSentence() {
    assertThat(all(main, SourceRules::undocumented)).isEmpty();
  }

  @Test
  void refusesPublicTypesThatAreNot() {
    assertThat(SourceRules.undocumented(source("/// Said.\n@Foo(\n  a)\npublic record A() {}")))
        .isEmpty();
    assertThat(SourceRules.undocumented(source("import b;\n\npublic final class A {}")))
        .containsExactly("a/A.java:3 A is not said in one sentence");
    assertThat(SourceRules.undocumented(source("/// no sentence\npublic enum A {}")))
        .containsExactly("a/A.java:2 A is not said in one sentence");
  }

  @Test
  void stringsAndCommentsAreToldFromCode() {
    SourceText text =
        source("a(\"\\\"//x\", 'y', \"\"\"\n  \" z // \\\"\"\" \"\"\"); // c \"d\"\n");

    assertThat(text.code().replaceAll("\\s+", " ").strip()).isEqualTo("a( , , );");
    assertThat(text.comments().strip()).isEqualTo("// c \"d\"");
  }
}
