package org.zhiheng.server.prove;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiheng.jobs.prove.data.DataSheet;
import org.zhiheng.jobs.prove.data.LicenceLink;
import org.zhiheng.jobs.prove.data.Region;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Confidence;

/// Says data sets and the regions that register them in the reader's language.
///
/// @param words the language
record DataReading(Words words) {

  DepositView.RegionLine region(Region region) {
    return new DepositView.RegionLine(
        region.code(),
        said(region.name()),
        region.fields().stream()
            .map(field ->
                field.name()
                    + " · "
                    + said(field.said())
                    + " · "
                    + words.code("data.need", field.need().code()))
            .toList(),
        term(region.publicity()),
        term(region.validity()),
        region.source().instrument());
  }

  private String term(Region.Term term) {
    return said(term.said()) + " · " + checked(term.source().confidence());
  }

  private String checked(Confidence confidence) {
    return words.code("confidence", confidence.name().toLowerCase(Locale.ROOT));
  }

  private String said(Said said) {
    return words.language() == Language.CHINESE ? said.zh() : said.en();
  }

  /// What is known of a deposit, a line each.
  List<EvidenceView.Line> lines(DataSheet sheet) {
    return Stream.of(
            sheet.fingerprint().stream()
                .flatMap(one ->
                    Stream.of(
                        new EvidenceView.Line(words.say("data.root"), one.root().hex(), true),
                        line("data.pieces", words.number(one.units().size())))),
            sheet.region().stream()
                .flatMap(region ->
                    Stream.of(
                        line("data.region", said(region.name())),
                        line("data.publicity", term(region.publicity())),
                        line("data.validity", term(region.validity())),
                        line("data.basis", region.source().instrument()))),
            sheet.term().stream()
                .map(term ->
                    line(
                        "data.expires",
                        term.expires()
                            .map(day -> day + " · " + checked(term.confidence()))
                            .orElse(words.code("confidence", "unknown")))),
            sheet.chain().links().stream()
                .map(link -> line("data.link", link.id() + " · " + grant(link.link()))),
            sheet.chain().flags().stream()
                .map(flag -> line("data.gap", flag.link() + " · " + said(flag.said()))))
        .flatMap(lines -> lines)
        .collect(Collectors.toList());
  }

  private static String grant(LicenceLink link) {
    return link.licensor()
        + " → "
        + link.licensee()
        + " · "
        + link.grants()
        + " · "
        + link.from()
        + " – "
        + link.to().map(Object::toString).orElse("…");
  }

  private EvidenceView.Line line(String label, String text) {
    return new EvidenceView.Line(words.say(label), text, false);
  }
}
