package org.zhiheng.server.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.table.TableReader;
import org.zhiheng.intake.table.TableRow;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.values.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The patents of the sample: well-known ones recalled, and those of an invented institute.
final class SamplePatents {

  private static final String INSTITUTE = "示例研究所";

  private SamplePatents() {}

  /// Real patents, typed in from general knowledge.
  ///
  /// @throws IOException when the table cannot be read
  static List<Notice> recalled(String name, String csv) throws IOException {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    String digest = Digest.of(bytes).hex();
    TableReader.Preview table =
        TableReader.preview(() -> new ByteArrayInputStream(bytes), Integer.MAX_VALUE);
    List<Notice> notices = new ArrayList<>();
    for (TableRow row : table.rows()) {
      switch (row) {
        case TableRow.Cells cells ->
            notices.add(recalled(cells.cells(), new Source(name, "line " + cells.line(), digest)));
        case TableRow.Broken broken -> throw new IOException(broken.problem().line());
      }
    }
    return notices;
  }

  /// Columns: number, title, filed, granted, holder, inventor.
  private static Notice recalled(List<String> cells, Source source) {
    RightNumber number = Numbers.publication(Office.US, cells.get(0)).orThrow();
    List<Bibliography.Named> named = new ArrayList<>();
    if (!cells.get(4).isEmpty()) {
      named.add(new Bibliography.Named(Bibliography.Role.HOLDER, cells.get(4), "", "US", ""));
    }
    for (String inventor : cells.get(5).split("; ", -1)) {
      named.add(Bibliography.Named.of(Bibliography.Role.INVENTOR, inventor));
    }
    return new Notice(
        RightKind.INVENTION_PATENT,
        Office.US,
        List.of(number),
        List.of(
            new DatedFact(
                LocalDate.parse(cells.get(2)), new Fact.Filed(List.of(), Bibliography.EMPTY)),
            new DatedFact(
                LocalDate.parse(cells.get(3)),
                new Fact.Granted(number, bibliography("en", cells.get(1), named, List.of()))),
            Sample.marked(
                "A real patent, typed in from memory and not checked against the grant"
                    + " (confidence: recalled). Whether it is still in force was not looked up.")),
        source);
  }

  /// The invented institute's.
  static List<Notice> institute(String name, String json) {
    Digest digest = digest(json);
    List<Notice> notices = new ArrayList<>();
    int position = 0;
    for (JsonNode node : JsonMapper.builder().build().readTree(json)) {
      position++;
      notices.add(institute(node, new Source(name, "document " + position, digest.hex())));
    }
    return notices;
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Notice institute(JsonNode node, Source source) {
    RightKind kind = RightKind.parse(node.get("kind").stringValue()).orThrow();
    RightNumber number = number(node.get("number").stringValue());
    List<Bibliography.Named> named = new ArrayList<>();
    named.add(new Bibliography.Named(Bibliography.Role.APPLICANT, INSTITUTE, "辽宁", "CN", ""));
    for (String inventor : node.get("inventors").stringValue().split("; ", -1)) {
      named.add(Bibliography.Named.of(Bibliography.Role.INVENTOR, inventor));
    }
    ClassScheme scheme = kind == RightKind.DESIGN ? ClassScheme.LOCARNO : ClassScheme.IPC;
    Bibliography bibliography =
        bibliography(
            "zh",
            node.get("title").stringValue(),
            named,
            List.of(Symbols.read(scheme, node.get("class").stringValue()).orThrow()));

    List<DatedFact> facts = new ArrayList<>();
    facts.add(new DatedFact(date(node, "filed"), new Fact.Filed(List.of(), Bibliography.EMPTY)));
    if (node.has("published")) {
      RightNumber published =
          node.has("application") ? number(node.get("application").stringValue()) : number;
      facts.add(
          new DatedFact(date(node, "published"), new Fact.Published(published, bibliography)));
    }
    if (node.has("granted")) {
      facts.add(new DatedFact(date(node, "granted"), new Fact.Granted(number, bibliography)));
    }
    for (JsonNode more : node.get("more")) {
      facts.add(new DatedFact(date(more, "on"), FactJson.read(more.get("fact"))));
    }
    facts.add(Sample.marked("An invented patent of an invented institute (illustrative)."));
    return new Notice(kind, Office.CN, List.of(number), facts, source);
  }

  private static RightNumber number(String text) {
    return Numbers.publication(Office.CN, text).orThrow();
  }

  private static LocalDate date(JsonNode node, String name) {
    return LocalDate.parse(node.get(name).stringValue());
  }

  private static Bibliography bibliography(
      String language, String title, List<Bibliography.Named> named, List<ClassSymbol> classes) {
    return new Bibliography(
        List.of(new Bibliography.Text(language, title)),
        List.of(),
        named,
        classes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
