package org.zhiheng.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.JsonText;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.quote.CurveReader;
import org.zhiheng.cashflow.quote.Given;
import org.zhiheng.cashflow.quote.Quote;
import org.zhiheng.cashflow.quote.QuoteJson;
import org.zhiheng.cashflow.quote.Quotes;
import org.zhiheng.cashflow.quote.Terms;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhiheng deal price`
final class DealPricing {

  private DealPricing() {}

  /// Prices the tranches of a deal.
  @Command(
      name = "price",
      description = {
        "Prices the tranches of a deal by what a run pays them: no workspace.",
        "From a clean price, a yield or a spread over a curve; from none of them, at par.",
        "All figures but face and cash are approximate."
      })
  static final class Price implements Verb {

    private final Session session;

    @Mixin private DealQuestions.Asked asked = new DealQuestions.Asked();

    @Option(
        names = "--price",
        paramLabel = "PRICE",
        description = "A clean price for 100 of what is outstanding.")
    private Optional<BigDecimal> price = Optional.empty();

    @Option(
        names = "--yield",
        paramLabel = "RATE",
        description = "A yearly yield, such as 2.15%%.",
        converter = Options.OfRate.class)
    private Optional<Rate.PerYear> yield = Optional.empty();

    @Option(
        names = "--curve",
        paramLabel = "FILE",
        description = "Yearly rates by time, YAML; with it Z-spreads are told.")
    private Optional<Path> curve = Optional.empty();

    @Option(
        names = "--spread",
        paramLabel = "RATE",
        description = "Prices on the curve, every rate of it raised by this.",
        converter = Options.OfRate.class)
    private Optional<Rate.PerYear> spread = Optional.empty();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        description = "The day of the price (default: closing).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> on = Optional.empty();

    @Option(
        names = "--compounding",
        paramLabel = "KIND",
        description =
            "Of yields: simple, yearly, half-yearly, quarterly, monthly, continuous (default:"
                + " yearly).",
        converter = Options.OfCompounding.class)
    private Compounding compounding = Compounding.YEARLY;

    @Option(
        names = "--daycount",
        paramLabel = "RULE",
        description = "How days become years of discounting (default: ACT/365F).",
        converter = Options.OfDayCount.class)
    private DayCount dayCount = DayCount.ACT_365F;

    Price(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      refuseContradictions();
      Deal deal = asked.deal(session);
      Assumptions assumptions = asked.assumptions(session, deal);
      LocalDate day = on.orElse(deal.dates().closing());
      if (day.isBefore(deal.dates().closing())) {
        throw refused(
            "deal-dates", "--on", day.toString(), "Closing is on " + deal.dates().closing() + ".");
      }
      Optional<CurveReader.Named> read = Optional.empty();
      if (curve.isPresent()) {
        Path at = session.around().folder().resolve(curve.get());
        String name = String.valueOf(at.getFileName());
        read = Optional.of(CurveReader.read(name, DealVerbs.text(at), day));
      }
      Terms terms =
          new Terms(day, dayCount, compounding, given(read), read.map(CurveReader.Named::curve));
      List<Quote> quotes = Quotes.of(Ledger.run(Plan.of(deal, assumptions)), terms);
      int digits = deal.currency().getDefaultFractionDigits();
      Sheet sheet =
          new Sheet()
              .text("deal", deal.name())
              .text("currency", deal.currency().getCurrencyCode())
              .text("assume", assumptions.name())
              .day("on", Optional.of(day))
              .text("from", from(read))
              .text("dayCount", dayCount.code())
              .text("compounding", compounding.code())
              .text("curve", read.map(CurveReader.Named::name).orElse(""))
              .table("tranches", COLUMNS, rows(quotes, digits));
      String named = read.map(DealPricing::json).orElse("null");
      session.output().sheet(sheet, () -> json(deal, assumptions, terms, named, quotes));
      return ExitCode.DONE;
    }

    private static final List<Column> COLUMNS =
        List.of(
            Column.text("tranche"),
            Column.number("face"),
            Column.number("value"),
            Column.number("accrued"),
            Column.number("clean"),
            Column.number("dirty"),
            Column.number("yield"),
            Column.number("lifeYears"),
            Column.number("macaulay"),
            Column.number("modified"),
            Column.number("convexity"),
            Column.number("basisPoint"),
            Column.number("zSpread"),
            Column.number("xirr"),
            Column.number("irr"),
            Column.text("reason"));

    private void refuseContradictions() {
      int given =
          (price.isPresent() ? 1 : 0) + (yield.isPresent() ? 1 : 0) + (spread.isPresent() ? 1 : 0);
      if (given > 1) {
        throw refused("deal-given", "", "", "Give one of --price, --yield and --spread.");
      }
      if (spread.isPresent() && curve.isEmpty()) {
        throw refused("deal-given", "--spread", spread.get().percent(), "It needs --curve.");
      }
      if (price.filter(one -> one.signum() <= 0 || one.compareTo(PRICE_MAX) > 0).isPresent()) {
        throw refused(
            "limit", "--price", price.get().toPlainString(), "It is above 0, at most 1000000.");
      }
      long least = compounding == Compounding.SIMPLE ? 0 : -900_000_000L;
      within("--yield", yield, least);
      within("--spread", spread, -100_000_000L);
    }

    private static final BigDecimal PRICE_MAX = new BigDecimal(1_000_000);

    private static void within(String option, Optional<Rate.PerYear> rate, long least) {
      rate.filter(one -> one.billionths() < least || one.billionths() > 10_000_000_000L)
          .ifPresent(one -> {
            throw refused(
                "limit",
                option,
                one.percent(),
                "It is from " + new Rate.PerYear(least).percent() + " to 1000%.");
          });
    }

    private Given given(Optional<CurveReader.Named> read) {
      if (price.isPresent()) {
        return new Given.Price(price.get().doubleValue());
      }
      if (yield.isPresent()) {
        return Given.AtYield.of(yield.get());
      }
      return spread.isPresent() && read.isPresent()
          ? Given.OnCurve.of(read.get().curve(), spread.get())
          : new Given.Par();
    }

    private String from(Optional<CurveReader.Named> read) {
      if (price.isPresent()) {
        return "a clean price of " + price.get().toPlainString();
      }
      if (yield.isPresent()) {
        return "a yield of " + yield.get().percent();
      }
      return spread.isPresent()
          ? "the curve "
              + read.map(CurveReader.Named::name).orElse("")
              + " raised by "
              + spread.get().percent()
          : "par, for no figure is given";
    }

    private String json(
        Deal deal, Assumptions assumptions, Terms terms, String named, List<Quote> quotes) {
      StringBuilder out = new StringBuilder();
      out.append("{\"deal\":").append(JsonText.quoted(deal.name()));
      out.append(",\"currency\":").append(JsonText.quoted(deal.currency().getCurrencyCode()));
      out.append(",\"assume\":").append(JsonText.quoted(assumptions.name()));
      out.append(",\"on\":\"").append(terms.day());
      out.append("\",\"from\":");
      String kind =
          switch (terms.given()) {
            case Given.Par _ -> "par";
            case Given.Price _ -> "price";
            case Given.AtYield _ -> "yield";
            case Given.OnCurve _ -> "spread";
          };
      out.append('"').append(kind).append('"');
      out.append(",\"given\":");
      out.append(
          price
              .map(BigDecimal::toPlainString)
              .or(() -> yield.or(() -> spread).map(DealPricing::plain))
              .orElse("null"));
      out.append(",\"dayCount\":").append(JsonText.quoted(terms.dayCount().code()));
      out.append(",\"compounding\":").append(JsonText.quoted(terms.compounding().code()));
      out.append(",\"curve\":").append(named);
      out.append(",\"approximate\":true,\n\"tranches\":");
      out.append(QuoteJson.of(quotes, deal.currency().getDefaultFractionDigits()));
      return out.append('}').toString();
    }

    private static List<List<String>> rows(List<Quote> quotes, int digits) {
      List<List<String>> rows = new ArrayList<>();
      for (Quote quote : quotes) {
        List<String> row = new ArrayList<>(List.of(quote.tranche()));
        row.add(BigDecimal.valueOf(quote.face(), digits).toPlainString());
        if (quote.figures().isPresent()) {
          Quote.Figures figures = quote.figures().get();
          row.add(money(OptionalDouble.of(figures.value()), digits));
          row.add(money(OptionalDouble.of(figures.accrued()), digits));
          row.add(places(figures.clean(), 6));
          row.add(places(figures.dirty(), 6));
          row.add(places(figures.yield(), 8));
          row.add(places(figures.lifeYears(), 6));
          row.add(places(figures.macaulay(), 6));
          row.add(places(figures.modified(), 6));
          row.add(places(figures.convexity(), 6));
          row.add(money(figures.basisPoint(), digits));
          row.add(places(figures.zSpread(), 8));
          row.add(places(figures.xirr(), 8));
          row.add(places(figures.irr(), 8));
        }
        while (row.size() < COLUMNS.size() - 1) {
          row.add("");
        }
        row.add(quote.reason().orElse(""));
        rows.add(row);
      }
      return rows;
    }

    private static String money(OptionalDouble minor, int digits) {
      return minor.isEmpty()
          ? ""
          : new BigDecimal(minor.getAsDouble())
              .movePointLeft(digits)
              .setScale(digits, RoundingMode.HALF_UP)
              .toPlainString();
    }

    private static String places(OptionalDouble value, int places) {
      return value.isEmpty()
          ? ""
          : new BigDecimal(value.getAsDouble())
              .setScale(places, RoundingMode.HALF_EVEN)
              .toPlainString();
    }
  }

  private static String json(CurveReader.Named curve) {
    return "{\"name\":"
        + JsonText.quoted(curve.name())
        + ",\"source\":"
        + JsonText.quoted(curve.source())
        + '}';
  }

  private static String plain(Rate.PerYear rate) {
    return BigDecimal.valueOf(rate.billionths(), Rate.SCALE).stripTrailingZeros().toPlainString();
  }

  private static ProblemsException refused(
      String code, String option, String given, String reason) {
    return new ProblemsException(Problem.of(code, option, given, reason));
  }
}
