package org.zhiheng.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.records.EntryForm;
import org.zhiheng.jobs.records.FactForm;
import org.zhiheng.jobs.records.FormField;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;

/// The words of the pages: the same keys in both languages, all that is used, nothing beside them.
final class WordsTest {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private final Words chinese = Words.load(Language.CHINESE, BEIJING);
  private final Words english = Words.load(Language.ENGLISH, BEIJING);
  private final Path main =
      Path.of(System.getProperty("zhiheng.root", "..")).resolve("server/src/main");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(chinese.keys()).isEqualTo(english.keys());
  }

  @Test
  void bothLanguagesTakeTheSameValues() {
    for (String key : english.keys()) {
      assertThat(places(chinese.say(key))).as(key).isEqualTo(places(english.say(key)));
    }
  }

  @Test
  void everyKeyThatIsUsedHasWords() throws IOException {
    Pattern used = Pattern.compile("\\b(?:say|count)\\(\\s*\"([A-Za-z][\\w.-]*[\\w-])\"\\s*[,)]");
    List<String> missing = new ArrayList<>();
    for (Path file : sources()) {
      Matcher matcher = used.matcher(Files.readString(file));
      while (matcher.find()) {
        if (!english.has(matcher.group(1))) {
          missing.add(file.getFileName() + ": " + matcher.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyCodeOfAClosedSetHasWords() {
    Set<String> keys = new TreeSet<>();
    all(keys, "kind.", RightKind.values(), RightKind::code);
    all(keys, "kinds.", RightKind.values(), RightKind::code);
    all(keys, "kind.one.", RightKind.values(), RightKind::code);
    all(keys, "stage.", LifeStage.values(), LifeStage::code);
    all(keys, "standing.", LifeStage.values(), LifeStage::code);
    all(keys, "event.", FactKind.values(), FactKind::code);
    all(keys, "intake.", IntakeKind.values(), IntakeKind::code);
    all(keys, "intake.what.", IntakeKind.values(), IntakeKind::code);
    all(keys, "role.", Role.values(), Role::code);
    all(keys, "nav.", Place.values(), Place::code);
    all(keys, "theme.", Theme.values(), Theme::code);
    all(keys, "leaf.", LeafKind.values(), Manifest::word);
    for (FactKind kind : FactKind.values()) {
      FactForm.fields(kind).stream()
          .map(FormField::name)
          .forEach(name -> keys.add("field." + name));
    }
    for (RightKind kind : RightKind.values()) {
      EntryForm.fields(kind).stream()
          .map(FormField::name)
          .forEach(name -> keys.add("field." + name));
    }
    assertThat(keys).allMatch(english::has);
  }

  @Test
  void noTemplateHasWordsOfItsOwn() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : templates()) {
      String text =
          Files.readString(file).replaceAll("(?s)\\$\\{.*?\\}", "").replaceAll("!\\{.*?\\}", "");
      if (text.codePoints()
          .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)) {
        found.add(file + ": Chinese");
      }
      for (String line : text.split("\n", -1)) {
        String bare =
            line.replaceAll("<code>.*?</code>", "")
                .replaceAll("@[a-z].*?(\\)(?=[<\\s]|$)|$)", "")
                .replaceAll("<[^>]*>", " ");
        if (!line.startsWith("@")
            && !line.contains("=\"")
            && bare.matches(".*[A-Za-z]{3,} [A-Za-z]{2,}.*")) {
          found.add(file.getFileName() + ": " + bare.strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void writesDatesAndNumbersAsEachLanguageDoes() {
    LocalDate day = LocalDate.of(2026, 11, 22);
    assertThat(chinese.date(day)).isEqualTo("2026年11月22日");
    assertThat(english.date(day)).isEqualTo("22 Nov 2026");
    // 01:30 UTC is 09:30 in Beijing
    assertThat(english.time(Instant.parse("2026-11-22T01:30:00Z"))).isEqualTo("22 Nov 2026, 09:30");
    assertThat(english.number(1_048_212)).isEqualTo("1,048,212");
  }

  private static <T> void all(
      Set<String> keys, String prefix, T[] values, Function<T, String> code) {
    Arrays.stream(values).map(value -> prefix + code.apply(value)).forEach(keys::add);
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{[0-9]}").matcher(text);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  private List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(main.resolve("jte"))) {
      return files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }

  private List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>(templates());
    try (Stream<Path> files = Files.walk(main.resolve("java"))) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    return sources;
  }
}
