package org.zhiheng.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.administer.recordal.RecordalKind;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Option;

/// What a request to record something says.
final class RequestOptions {

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "change, assignment, licence or pledge.")
  private String kind = "";

  @Option(
      names = "--right",
      required = true,
      paramLabel = "RIGHT",
      description = "A right: its id or a number; may be given several times.")
  private List<String> rights = new ArrayList<>();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day it reaches the office (default: today).",
      converter = Options.OfDate.class)
  private Optional<LocalDate> on = Optional.empty();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "NAME",
      description = "Who owns the rights, as the request says.")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "The assignee, licensee or pledgee; of a change the new name.")
  private String to = "";

  @Option(
      names = "--from-country",
      paramLabel = "CC",
      description = "Two letters (default: CN).",
      defaultValue = "CN")
  private String fromCountry = "CN";

  @Option(
      names = "--to-country",
      paramLabel = "CC",
      description = "Two letters (default: CN).",
      defaultValue = "CN")
  private String toCountry = "CN";

  @Option(
      names = "--signed",
      paramLabel = "NAME",
      description = "Who signed; may be given several times.")
  private List<String> signed = new ArrayList<>();

  @Option(
      names = "--consent",
      paramLabel = "NAME",
      description = "A co-owner or pledgee who agreed in writing; may be given several times.")
  private List<String> consents = new ArrayList<>();

  @Option(
      names = "--co-owner-agreement",
      description = "The co-owners have a written agreement of their own.")
  private boolean agreement;

  @Option(
      names = "--technology",
      paramLabel = "CLASS",
      description = "When it leaves the country: barred, limited or free to export.")
  private Optional<String> technology = Optional.empty();

  @Option(
      names = "--export-number",
      paramLabel = "NUMBER",
      description = "The export licence, or the registration of the contract.",
      defaultValue = "")
  private String exportNumber = "";

  /// The request, its rights looked up.
  Request read(Workspace workspace, LocalDate today) {
    List<RightId> ids = new ArrayList<>();
    for (String right : rights) {
      ids.add(Meant.one(workspace, right));
    }
    return new Request(
        RecordalKind.parse(kind).orThrow(),
        ids,
        on.orElse(today),
        from.strip(),
        to.strip(),
        fromCountry.strip().toUpperCase(Locale.ROOT),
        toCountry.strip().toUpperCase(Locale.ROOT),
        signed,
        consents,
        agreement,
        technology.map(text ->
            new Request.Export(Request.Technology.parse(text).orThrow(), exportNumber.strip())));
  }
}
