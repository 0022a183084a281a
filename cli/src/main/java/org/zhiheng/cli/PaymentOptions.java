package org.zhiheng.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.jobs.administer.Upkeep;
import picocli.CommandLine.Option;

/// When it is paid, and what is taken off.
final class PaymentOptions {

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day of payment (default: today).",
      converter = Options.OfDate.class)
  private Optional<LocalDate> on = Optional.empty();

  @Option(
      names = "--relief",
      paramLabel = "KIND",
      description = {
        "Fee relief the office granted: sole (85 percent), joint (70 percent), or none: as the",
        "record of the right says."
      },
      defaultValue = "none",
      converter = Options.OfRelief.class)
  private Upkeep.Relief relief = Upkeep.Relief.NONE;

  LocalDate on(LocalDate today) {
    return on.orElse(today);
  }

  Upkeep.Relief relief() {
    return relief;
  }
}
