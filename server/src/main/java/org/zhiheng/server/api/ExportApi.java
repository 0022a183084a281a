package org.zhiheng.server.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.server.rights.Export;

/// All rights that the filters find, as one stream: nothing is gathered, and the audit trail keeps
/// that they were taken out.
///
/// The columns of CSV are the names of JSON, in every language.
final class ExportApi {

  private static final List<String> NAMES =
      List.of(
          "id",
          "kind",
          "office",
          "number",
          "title",
          "stage",
          "holder",
          "region",
          "mainClass",
          "filedOn",
          "noticedOn");

  private final Records records;
  private final Replies replies;

  ExportApi(Records records, Replies replies) {
    this.records = records;
    this.replies = replies;
  }

  ServerResponse csv(ServerRequest request) {
    return file(
        request,
        RightsOperation.EXPORT_CSV,
        MediaType.parseMediaType("text/csv;charset=UTF-8"),
        (writer, rows) -> {
          line(writer, NAMES);
          rows.accept(row -> line(writer, cells(row)));
        });
  }

  ServerResponse json(ServerRequest request) {
    return file(
        request,
        RightsOperation.EXPORT_JSON,
        MediaType.APPLICATION_JSON,
        (writer, rows) -> {
          String[] separator = {"[\n"};
          rows.accept(row -> {
            write(writer, separator[0] + RecordJson.text(out -> RecordJson.row(row, out)));
            separator[0] = ",\n";
          });
          write(writer, separator[0].equals("[\n") ? "[]\n" : "\n]\n");
        });
  }

  private interface Form {
    void write(Writer writer, Consumer<Consumer<RightRow>> rows);
  }

  /// Refused before the first byte is sent: afterwards there is no way to say so.
  private ServerResponse file(
      ServerRequest request, Operation operation, MediaType type, Form form) {
    return replies.stream(
        request,
        acting -> {
          acting.must(Permission.EXPORT);
          RightQuery query = RightsApi.query(request, operation, acting);
          String said = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
          return ServerResponse.ok()
              .contentType(type)
              .cacheControl(CacheControl.noStore())
              .build((_, response) -> {
                write(acting, query, said, form, response.getOutputStream());
                return null;
              });
        });
  }

  private void write(Acting acting, RightQuery query, String said, Form form, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      form.write(writer, rows -> records.export(acting, query, said, rows));
      writer.flush();
    } catch (UncheckedIOException failed) {
      throw new IOException("the export was broken off", failed);
    }
  }

  private static List<String> cells(RightRow row) {
    return List.of(
        row.id().toString(),
        row.kind().code(),
        row.office().code(),
        row.number(),
        row.title(),
        row.stage(),
        row.holder(),
        row.region(),
        row.mainClass(),
        row.filedOn().map(LocalDate::toString).orElse(""),
        row.noticedOn().toString());
  }

  private static void line(Writer writer, List<String> cells) {
    write(writer, cells.stream().map(Export::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  private static void write(Writer writer, String text) {
    try {
      writer.write(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
