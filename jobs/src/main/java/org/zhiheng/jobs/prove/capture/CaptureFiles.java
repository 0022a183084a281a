package org.zhiheng.jobs.prove.capture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.values.Bytes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The files that say how a page was captured.
final class CaptureFiles {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("text/html", ".html"),
          Map.entry("application/xhtml+xml", ".xhtml"),
          Map.entry("text/plain", ".txt"),
          Map.entry("text/css", ".css"),
          Map.entry("application/json", ".json"),
          Map.entry("application/xml", ".xml"),
          Map.entry("text/xml", ".xml"),
          Map.entry("application/pdf", ".pdf"),
          Map.entry("image/png", ".png"),
          Map.entry("image/jpeg", ".jpg"),
          Map.entry("image/gif", ".gif"),
          Map.entry("image/webp", ".webp"),
          Map.entry("image/svg+xml", ".svg"));

  /// What a body that was served compressed is called by, so that nobody opens it as a page.
  private static final Map<String, String> ENCODED =
      Map.of("", "", "identity", "", "gzip", ".gz", "x-gzip", ".gz", "br", ".br", "zstd", ".zst");

  private static final int PEM_LINE_LENGTH = 64;

  private CaptureFiles() {}

  /// `page.html`, `page.html.gz`, or `page.bin` for what has no name here. It never begins with
  /// what a browser's picture is called: `page.png` served is `body.png`.
  static String bodyName(PageCapture.Fields fields) {
    String ending = ENDINGS.getOrDefault(mediaType(fields), ".bin");
    String stem = ending.equals(".png") || ending.equals(".pdf") ? "body" : "page";
    return stem + ending + ENCODED.getOrDefault(fields.encoding(), ".encoded");
  }

  /// `text/html` of `text/html; charset=utf-8`; empty where none can be read.
  static String mediaType(PageCapture.Fields fields) {
    int end = fields.type().indexOf(';');
    String type =
        (end < 0 ? fields.type() : fields.type().substring(0, end))
            .strip()
            .toLowerCase(Locale.ROOT);
    return type.matches("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}") ? type : "";
  }

  /// What went out (`> `) and came in (`< `), hop by hop, byte by byte as it was.
  static Bytes headers(List<PageCapture.Hop> hops) {
    StringBuilder text = new StringBuilder();
    for (PageCapture.Hop hop : hops) {
      marked("> ", hop.request(), text);
      marked("< ", hop.response(), text);
      text.append('\n');
    }
    return Bytes.of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void marked(String mark, String lines, StringBuilder out) {
    for (String line : lines.split("\r?\n", -1)) {
      if (!line.isEmpty()) {
        out.append(mark).append(line).append('\n');
      }
    }
  }

  /// How each secured line was secured, and the certificates; empty where none was.
  static Optional<Bytes> tls(List<PageCapture.Hop> hops) {
    StringBuilder text = new StringBuilder();
    for (PageCapture.Hop hop : hops) {
      hop.tls()
          .ifPresent(tls -> {
            text.append("# ").append(hop.address()).append('\n');
            text.append("# from ").append(hop.peer()).append('\n');
            text.append("# ").append(tls.protocol()).append(' ').append(tls.cipher()).append('\n');
            tls.chain().forEach(certificate -> pem(certificate, text));
          });
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /// Source: RFC 7468 (2015-04), section 5.1.
  private static void pem(Bytes certificate, StringBuilder out) {
    out.append("-----BEGIN CERTIFICATE-----\n")
        .append(
            Base64.getMimeEncoder(PEM_LINE_LENGTH, new byte[] {'\n'})
                .encodeToString(certificate.array()))
        .append("\n-----END CERTIFICATE-----\n");
  }

  /// How it came about.
  static Bytes json(
      Captures.Request request, Captures.Instrument instrument, PageCapture.Page page) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", "zhiheng-capture/1");
    root.put(
        "times",
        "Times are those of the capturing machine's clock and no evidence of when; the log, its"
            + " witnesses and time stamps are.");
    root.put("url", request.address().toString());
    root.put("finalUrl", page.hops().getLast().address().toString());
    root.put("status", page.hops().getLast().status());
    root.put("tool", instrument.tool());
    root.put("environment", instrument.environment());
    root.put(
        "body",
        "As it was served: asked for without compression; a compression that was applied all the"
            + " same is left in place, the framing of the transfer is taken off.");
    ArrayNode hops = root.putArray("hops");
    for (PageCapture.Hop hop : page.hops()) {
      ObjectNode one = hops.addObject();
      one.put("at", hop.at().toString());
      one.put("url", hop.address().toString());
      one.put("peer", hop.peer());
      one.put("status", hop.status());
      one.put("tls", hop.tls().map(PageCapture.Tls::protocol).orElse(""));
    }
    ObjectNode screenshot = root.putObject("screenshot");
    switch (page.picture()) {
      case PageCapture.Picture.Taken taken -> {
        screenshot.put("taken", true);
        screenshot.put("at", taken.at().toString());
        screenshot.put("tool", taken.tool());
        screenshot.put(
            "note",
            "The browser asked for the page itself, later than the body was fetched; it may have"
                + " been served something else.");
        ArrayNode refused = screenshot.putArray("refusedHosts");
        taken.refused().forEach(refused::add);
      }
      case PageCapture.Picture.NotTaken(String reason) -> {
        screenshot.put("taken", false);
        screenshot.put("reason", reason);
      }
    }
    return Bytes.of(
        MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(root)
            .concat("\n")
            .getBytes(StandardCharsets.UTF_8));
  }
}
