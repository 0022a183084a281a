package org.zhiheng.cli;

import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.claims.Claims;
import picocli.CommandLine.Command;

/// `zhiheng claim list|figures`
final class ClaimVerbs {

  private ClaimVerbs() {}

  /// Lists claims.
  @Command(
      name = "list",
      description = "Lists what the source article says and what was found: no workspace.")
  static final class ListClaims implements Verb {

    private final Session session;

    ListClaims(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("code"),
                  Column.text("claim"),
                  Column.text("found"),
                  Column.text("checked"),
                  Column.text("source"),
                  Column.text("address"),
                  Column.text("place"))) {
        for (Claims.Claim one : Claims.load().claims()) {
          listing.row(
              one.code(),
              one.claim().en(),
              one.found().en(),
              one.checked().code(),
              one.source(),
              one.address(),
              one.place());
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Lists figures.
  @Command(
      name = "figures",
      description = {
        "Lists figures of regions as published, each with its day, its region's definition and a",
        "warning: figures of different days are not divided by one another. No workspace."
      })
  static final class Figures implements Verb {

    private final Session session;

    Figures(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("figure"),
                  Column.text("region"),
                  Column.text("definition"),
                  Column.text("asOf"),
                  Column.number("value"),
                  Column.text("unit"),
                  Column.text("warning"),
                  Column.text("source"),
                  Column.text("address"))) {
        for (Claims.Figure one : Claims.load().figures()) {
          listing.row(
              one.code(),
              one.region(),
              one.definition().en(),
              one.asOf().toString(),
              Long.toString(one.value()),
              one.unit(),
              one.warning(),
              one.source(),
              one.address());
        }
      }
      return ExitCode.DONE;
    }
  }
}
