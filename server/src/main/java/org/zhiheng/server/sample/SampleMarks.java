package org.zhiheng.server.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.values.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Names and logos of the `simple-icons` package as marks of the sample.
///
/// Nothing is said of who owns them, where, or for which goods: the package does not know, and so
/// their stage is unknown.
public final class SampleMarks {

  /// The package's version, as the build takes it.
  static final String VERSION = "16.2.0";

  static final String FILE_NAME = "simple-icons-" + VERSION + ".json";

  /// No office: the code that ST.3 keeps for what stands in no register.
  private static final Office NOWHERE = new Office("XX");

  private static final String FOLDER = "/META-INF/resources/webjars/simple-icons/" + VERSION + "/";

  /// Where the pictures are.
  static final String FIGURES = "/sample/";

  private static final String NUMBERED = "SAMPLE-";

  private SampleMarks() {}

  /// Whether a row of a list is a mark of the sample.
  static boolean isMark(RightRow row) {
    return row.office().equals(NOWHERE) && row.number().startsWith(NUMBERED);
  }

  /// Whether an office is the sample's word for none.
  public static boolean isNowhere(Office office) {
    return office.equals(NOWHERE);
  }

  /// Address of the picture of a sample mark in a list; empty for anything else.
  public static String figureOf(RightRow row) {
    return isMark(row) ? FIGURES + row.number().substring(NUMBERED.length()) + ".svg" : "";
  }

  /// Address of the picture of the sample mark with this number; empty for any other number.
  public static String figureNumbered(String number) {
    return number.matches(NUMBERED + "[a-z0-9_]{1,60}")
        ? FIGURES + number.substring(NUMBERED.length()) + ".svg"
        : "";
  }

  /// Address of the picture of a sample mark; empty for a mark of any office.
  public static String figureOf(Office office, Bibliography bibliography) {
    return bibliography
        .sign()
        .filter(sign -> isNowhere(office) && !sign.figure().isBlank())
        .map(sign -> FIGURES + sign.figure())
        .orElse("");
  }

  /// The package's list.
  static String list() throws IOException {
    try (InputStream in =
        SampleMarks.class.getResourceAsStream(FOLDER + "data/simple-icons.json")) {
      if (in == null) {
        throw new IOException("the simple-icons package is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The logo behind the figure name of a sample mark (`dotenv.svg`); empty when there is none.
  ///
  /// @throws IOException when it cannot be read
  public static Optional<byte[]> figure(String name) throws IOException {
    if (!name.matches("[a-z0-9_]{1,60}\\.svg")) {
      return Optional.empty();
    }
    try (InputStream in = SampleMarks.class.getResourceAsStream(FOLDER + "icons/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  static List<Notice> notices(String list) {
    String digest = Digest.of(list.getBytes(StandardCharsets.UTF_8)).hex();
    List<Notice> notices = new ArrayList<>();
    for (JsonNode icon : JsonMapper.builder().build().readTree(list)) {
      notices.add(notice(icon, new Source(FILE_NAME, "document " + (notices.size() + 1), digest)));
    }
    return notices;
  }

  private static Notice notice(JsonNode icon, Source source) {
    String title = icon.get("title").stringValue();
    String slug = icon.get("slug").stringValue();
    RightNumber number =
        new RightNumber(
            NOWHERE, NumberType.REGISTRATION, NUMBERED + slug, NOWHERE + ":R:" + NUMBERED + slug);
    List<Bibliography.Text> titles = new ArrayList<>();
    titles.add(new Bibliography.Text("", title));
    chinese(icon).ifPresent(word -> titles.add(new Bibliography.Text("zh", word)));
    Bibliography bibliography =
        new Bibliography(
            titles,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Bibliography.Sign(title, slug + ".svg", List.of())));
    return new Notice(
        RightKind.MARK,
        NOWHERE,
        List.of(number),
        List.of(
            new DatedFact(Sample.MADE_ON, new Fact.Described(List.of(number), bibliography)),
            Sample.marked(
                "Name and logo from the package simple-icons "
                    + VERSION
                    + " (licence of the icon: "
                    + licence(icon)
                    + "; taken from "
                    + icon.get("source").stringValue()
                    + "). Nothing is said of who owns the mark, where, or for which goods.")),
        source);
  }

  private static String licence(JsonNode icon) {
    @Nullable JsonNode licence = icon.get("license");
    if (licence == null) {
      return "CC0-1.0, as the package; the mark itself is its owner's";
    }
    @Nullable JsonNode address = licence.get("url");
    return licence.get("type").stringValue() + (address == null ? "" : " " + address.stringValue());
  }

  private static Optional<String> chinese(JsonNode icon) {
    return Optional.ofNullable(icon.get("aliases"))
        .flatMap(aliases -> Optional.ofNullable(aliases.get("loc")))
        .flatMap(loc -> Optional.ofNullable(loc.get("zh-CN")))
        .map(JsonNode::stringValue);
  }
}
