package org.zhiheng.server.prove;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.capture.Mails;
import org.zhiheng.jobs.prove.data.DataItem;
import org.zhiheng.jobs.prove.use.UseItem;
import org.zhiheng.jobs.prove.use.UseKind;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What was filled in to deposit evidence.
///
/// @param request it came with
/// @param kind the word for a kind
/// @param right as it was typed
/// @param title as it was typed
/// @param facts as they were typed, `NAME=TEXT` a line
/// @param use what was typed about use, by the names of the fields
/// @param data what was typed about a data set, by the names of the fields
record DepositForm(
    ServerRequest request,
    String kind,
    String right,
    String title,
    String facts,
    Map<String, String> use,
    Map<String, String> data) {

  /// What people deposit, by the words of [Manifest].
  static final List<String> KINDS =
      List.of(
          Manifest.word(LeafKind.DEPOSIT),
          Manifest.word(LeafKind.USE_DECLARATION),
          Manifest.word(LeafKind.DATA_IP));

  /// The fields of use: one a fact, but for the goods, which stand one a line.
  static final List<String> USE =
      List.of(
          "use-kind",
          "use-from",
          "use-to",
          "use-place",
          "use-country",
          "use-goods",
          "use-mark",
          "use-form",
          "use-reason");

  /// The fields of a data set; those of the region stand one a line.
  static final List<String> DATA =
      List.of(
          "data-region",
          "data-holder",
          "data-fields",
          "data-source",
          "data-processing",
          "data-licence",
          "data-ends");

  private static final int TITLE_LENGTH_MAX = 300;

  static DepositForm of(ServerRequest request) {
    return new DepositForm(
        request,
        request.param("kind").filter(KINDS::contains).orElse(KINDS.getFirst()),
        request.param("right").orElse("").strip(),
        request.param("title").orElse("").strip(),
        request.param("facts").orElse(""),
        typed(request, USE),
        typed(request, DATA));
  }

  private static Map<String, String> typed(ServerRequest request, List<String> names) {
    Map<String, String> typed = new TreeMap<>();
    names.forEach(name -> typed.put(name, request.param(name).orElse("").strip()));
    return typed;
  }

  /// The uploads that are deposited behind the files of the form.
  ///
  /// @throws ProblemsException when an id does not read
  List<UploadId> uploads() {
    return request.params().getOrDefault("upload", List.of()).stream()
        .map(text -> UploadId.parse(text).orThrow())
        .toList();
  }

  /// Whether a data set is deposited.
  boolean isData() {
    return kind.equals(Manifest.word(LeafKind.DATA_IP));
  }

  /// What is said of the set.
  ///
  /// @throws ProblemsException with what is not written as it must be
  DataItem item() {
    SortedMap<String, String> fields = new TreeMap<>();
    for (String line : data.getOrDefault("data-fields", "").lines().toList()) {
      int sign = line.indexOf('=');
      if (sign < 1 && !line.isBlank()) {
        throw new ProblemsException(
            Problem.of("data-field", "data-fields", line, "A field is written NAME=TEXT."));
      }
      if (sign >= 1) {
        fields.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
      }
    }
    String ends = data.getOrDefault("data-ends", "");
    return new DataItem(
        data.getOrDefault("data-region", ""),
        data.getOrDefault("data-holder", ""),
        fields,
        data.getOrDefault("data-source", ""),
        data.getOrDefault("data-processing", ""),
        data.getOrDefault("data-licence", ""),
        ends.isEmpty() ? Optional.empty() : Optional.of(ending(ends)));
  }

  private static LocalDate ending(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw new ProblemsException(
          Problem.of("data-text", "data-ends", text, "A date is written 2026-11-22."));
    }
  }

  private boolean saysUse() {
    return kind.equals(Manifest.word(LeafKind.USE_DECLARATION))
        && use.entrySet().stream()
            .anyMatch(one -> !one.getKey().equals("use-kind") && !one.getValue().isEmpty());
  }

  /// What is said of use, as its facts.
  ///
  /// @throws ProblemsException with all that is wrong
  private SortedMap<String, String> useFacts() {
    LocalDate from = date("use-from", use.get("use-from"));
    String to = use.getOrDefault("use-to", "");
    return new UseItem(
            UseKind.parse(use.getOrDefault("use-kind", "")).orThrow(),
            from,
            to.isEmpty() ? from : date("use-to", to),
            use.getOrDefault("use-place", ""),
            use.getOrDefault("use-country", "").toUpperCase(Locale.ROOT),
            use.getOrDefault("use-goods", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList(),
            use.getOrDefault("use-mark", ""),
            use.getOrDefault("use-form", ""),
            use.getOrDefault("use-reason", ""))
        .facts();
  }

  private static LocalDate date(String name, @Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException wrong) {
      throw new ProblemsException(
          Problem.of(
              "use-dates",
              name,
              text == null ? "" : text,
              "Evidence of use has a first day, written 2026-11-22."));
    }
  }

  /// What the job takes.
  ///
  /// @param about the right it is about, as it was found
  /// @param uploaded files that came before the form
  /// @throws ProblemsException with all that is wrong with what was said of use
  Parsed<Deposits.Request> request(Optional<RightId> about, List<Deposits.Source> uploaded)
      throws IOException, ServletException {
    if (title.length() > TITLE_LENGTH_MAX || unprintable(title)) {
      return unfit("title", title, "A title has at most 300 characters, in one line.");
    }
    SortedMap<String, String> stated = new TreeMap<>();
    for (String line : facts.lines().filter(one -> !one.isBlank()).toList()) {
      int sign = line.indexOf('=');
      if (sign < 1) {
        return unfit("facts", line, "A fact is written NAME=TEXT, one a line.");
      }
      stated.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
    }
    if (saysUse()) {
      stated.putAll(useFacts());
    }
    List<Deposits.Source> sources = new ArrayList<>();
    List<Part> parts = Optional.ofNullable(request.multipartData().get("files")).orElse(List.of());
    for (Part part : parts) {
      String name = name(part);
      if (unprintable(name)) {
        return unfit("files", name, "A file's name has no control characters.");
      }
      // a form without a file sends one part without a name
      if (!name.isEmpty()) {
        sources.add(
            new Deposits.Source(name, type(part), Optional.empty(), "", "", part::getInputStream));
      }
    }
    sources.addAll(uploaded);
    Mails.Unpacked unpacked = Mails.unpack(sources);
    unpacked.facts().forEach((name, text) -> stated.putIfAbsent(name, text));
    return Parsed.ok(
        new Deposits.Request(
            LeafKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
            about,
            title,
            stated,
            unpacked.files()));
  }

  /// The last part of a path: some browsers send all of it.
  private static String name(Part part) {
    String given = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
    return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1).strip();
  }

  private static String type(Part part) {
    return Optional.ofNullable(part.getContentType()).filter(one -> !unprintable(one)).orElse("");
  }

  private static boolean unprintable(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static Parsed<Deposits.Request> unfit(String where, String given, String reason) {
    return new Parsed.Refused<>(Problem.of("evidence-text", where, given, reason));
  }
}
