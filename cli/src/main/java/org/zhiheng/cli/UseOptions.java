package org.zhiheng.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.use.UseItem;
import org.zhiheng.jobs.prove.use.UseKind;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What evidence of use says, as options of `zhiheng evidence deposit`.
final class UseOptions {

  @Option(
      names = "--use-kind",
      paramLabel = "KIND",
      converter = OfUseKind.class,
      description = {
        "Of use: contract, invoice, listing, photo, advert, exhibition; or justification, for why",
        "there was no use. Makes the kind `use`."
      })
  private Optional<UseKind> kind = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = Options.OfDate.class,
      description = "Of use: first day that it shows.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = Options.OfDate.class,
      description = "Of use: last day (default: the first).")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--place",
      paramLabel = "TEXT",
      description = "Of use: where; a town, a shop, an address on the web.")
  private String place = "";

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "Of use: the market it was for (CN), where the evidence tells.")
  private String country = "";

  @Option(
      names = "--good",
      paramLabel = "TEXT",
      description = "Of use: a good or service it shows; may be given several times.")
  private List<String> goods = List.of();

  @Option(
      names = "--mark-as-used",
      paramLabel = "NAME",
      description = "Of use: the mark that it shows, in words.")
  private String mark = "";

  @Option(
      names = "--form-accepted",
      paramLabel = "WHY",
      description = {
        "Of use: why that form keeps what distinguishes the registered mark. A person's judgement,",
        "stated with the evidence."
      })
  private String formAccepted = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Of a justification: why there was no use.")
  private String reason = "";

  /// What the options say of use; nothing where none is given.
  ///
  /// @throws ProblemsException with all that is wrong
  Optional<UseItem> item() {
    boolean any =
        from.isPresent()
            || to.isPresent()
            || !goods.isEmpty()
            || !(place + country + mark + formAccepted + reason).isEmpty();
    if (kind.isEmpty() && !any) {
      return Optional.empty();
    }
    if (kind.isEmpty()) {
      throw new ProblemsException(
          Problem.of("use-kind", "--use-kind", "", "What is said of use needs its kind."));
    }
    if (from.isEmpty()) {
      throw new ProblemsException(
          Problem.of("use-dates", "--from", "", "Evidence of use has a first day."));
    }
    return Optional.of(
        new UseItem(
            kind.get(),
            from.get(),
            to.orElse(from.get()),
            place.strip(),
            country.strip(),
            goods.stream().map(String::strip).toList(),
            mark.strip(),
            formAccepted.strip(),
            reason.strip()));
  }

  /// `invoice`
  static final class OfUseKind implements ITypeConverter<UseKind> {
    @Override
    public UseKind convert(String text) {
      return UseKind.parse(text)
          .found()
          .orElseThrow(() ->
              new TypeConversionException(
                  UseKind.parse(text).refusal().map(Problem::line).orElse(text)));
    }
  }
}
