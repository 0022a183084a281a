package org.zhiheng.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.right.Right;

/// Rights and their events as rows and sheets.
final class RightRows {

  static final Column[] COLUMNS = {
    Column.text("id"),
    Column.text("number"),
    Column.text("title"),
    Column.text("kind"),
    Column.text("office"),
    Column.text("stage"),
    Column.text("holder"),
    Column.text("region"),
    Column.text("mainClass"),
    Column.text("filedOn"),
    Column.text("noticedOn")
  };

  static final List<Column> EVENT_COLUMNS =
      List.of(
          Column.text("id"),
          Column.text("on"),
          Column.text("kind"),
          Column.text("fact"),
          Column.text("source"),
          Column.text("position"),
          Column.text("recordedAt"),
          Column.text("recordedBy"));

  private RightRows() {}

  static String[] row(RightRow row) {
    return new String[] {
      row.id().toString(),
      row.number(),
      row.title(),
      row.kind().code(),
      row.office().code(),
      row.stage(),
      row.holder(),
      row.region(),
      row.mainClass(),
      date(row.filedOn()),
      row.noticedOn().toString()
    };
  }

  static List<String> event(Event event) {
    return List.of(
        event.id().toString(),
        event.on().toString(),
        FactKind.of(event.fact()).code(),
        FactJson.write(event.fact()),
        event.source().name(),
        event.source().position(),
        event.recordedAt().toString(),
        event.recordedBy());
  }

  /// Everything that is shown of one right.
  static Sheet sheet(RightFile file) {
    Right right = file.right();
    Bibliography bibliography = right.bibliography();
    return new Sheet()
        .text("id", file.record().id().toString())
        .number("version", file.record().version())
        .text("title", file.title())
        .text("kind", right.kind().code())
        .text("office", right.office().code())
        .text("stage", right.stage().code())
        .text("filedOn", date(right.dates().filedOn()))
        .text("publishedOn", date(right.dates().publishedOn()))
        .text("approvedOn", date(right.dates().approvedOn()))
        .text("grantedOn", date(right.dates().grantedOn()))
        .text("registeredOn", date(right.dates().registeredOn()))
        .text("endedOn", date(right.dates().endedOn()))
        .text("until", date(right.dates().until()))
        .text("ourReference", file.record().references().ours())
        .text("clientReference", file.record().references().client())
        .text("client", file.record().references().clientName())
        .table(
            "numbers",
            List.of(Column.text("type"), Column.text("number"), Column.text("key")),
            right.numbers().stream()
                .map(number ->
                    List.of(
                        number.type().name().toLowerCase(Locale.ROOT), number.text(), number.key()))
                .toList())
        .table(
            "owners",
            List.of(Column.text("name"), Column.number("parts")),
            right.owners().stream()
                .map(share -> List.of(share.name(), Integer.toString(share.parts())))
                .toList())
        .table(
            "named",
            List.of(
                Column.text("role"),
                Column.text("name"),
                Column.text("region"),
                Column.text("country")),
            bibliography.named().stream()
                .map(named ->
                    List.of(
                        named.role().name().toLowerCase(Locale.ROOT),
                        named.name(),
                        named.region(),
                        named.country()))
                .toList())
        .table(
            "classes",
            List.of(Column.text("scheme"), Column.text("symbol")),
            bibliography.classes().stream()
                .map(symbol ->
                    List.of(
                        symbol.scheme().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        symbol.symbol()))
                .toList())
        .table(
            "interests",
            List.of(
                Column.text("kind"),
                Column.text("recordNumber"),
                Column.text("who"),
                Column.text("from"),
                Column.text("until"),
                Column.text("endedOn"),
                Column.text("event")),
            right.interests().all().stream().map(RightRows::interest).toList())
        .table(
            "documents",
            List.of(
                Column.text("name"),
                Column.text("mediaType"),
                Column.number("bytes"),
                Column.text("digest"),
                Column.text("event")),
            right.documents().stream().map(RightRows::document).toList())
        .table(
            "events",
            List.of(
                Column.text("id"), Column.text("on"), Column.text("kind"), Column.text("source")),
            file.record().events().stream()
                .map(event ->
                    List.of(
                        event.id().toString(),
                        event.on().toString(),
                        FactKind.of(event.fact()).code(),
                        (event.source().name() + " " + event.source().position()).strip()))
                .toList());
  }

  private static List<String> document(Right.Document document) {
    Fact.Attached attached = document.attached();
    return List.of(
        attached.name(),
        attached.mediaType(),
        Long.toString(attached.bytes()),
        attached.digest().hex(),
        document.event().toString());
  }

  private static List<String> interest(Interest interest) {
    return switch (interest) {
      case Interest.Ownership one ->
          interest(
              one,
              "ownership",
              one.owners().stream().map(Fact.Share::name).collect(Collectors.joining("; ")),
              Optional.empty());
      case Interest.Pledge one ->
          interest(one, "pledge", one.pledgor() + " to " + one.pledgee(), one.until());
      case Interest.Licence one ->
          interest(
              one,
              "licence " + one.kind().name().toLowerCase(Locale.ROOT),
              one.licensor() + " to " + one.licensee(),
              one.until());
      case Interest.Preservation one -> interest(one, "preservation", one.court(), one.until());
    };
  }

  private static List<String> interest(
      Interest interest, String kind, String who, Optional<LocalDate> until) {
    List<String> cells = new ArrayList<>();
    cells.add(kind);
    cells.add(interest.recordNumber());
    cells.add(who);
    cells.add(interest.from().toString());
    cells.add(date(until));
    cells.add(date(interest.endedOn()));
    cells.add(interest.event().toString());
    return cells;
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}
