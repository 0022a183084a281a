package org.zhiheng.cli;

import java.time.LocalDate;
import java.util.Locale;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.solve.Level;
import org.zhiheng.cashflow.solve.Target;
import org.zhiheng.cashflow.template.Template;
import org.zhiheng.cli.output.OutputFormat;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.TokenId;
import org.zhiheng.jobs.administer.Typed;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.finance.TitlePaper;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Digest;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.Rate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Readers of option values; what they refuse is wrong usage.
final class Options {

  private Options() {}

  private static <T> T orUsage(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Ok<T>(T value) -> value;
      case Parsed.Refused<T>(Problem problem) -> throw new TypeConversionException(problem.line());
    };
  }

  /// `text`
  static final class OfFormat implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String text) {
      for (OutputFormat format : OutputFormat.values()) {
        if (format.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
      throw new TypeConversionException("A format is text, json or csv: " + Problem.shown(text));
    }
  }

  /// `2.15%`
  static final class OfRate implements ITypeConverter<Rate.PerYear> {
    @Override
    public Rate.PerYear convert(String text) {
      return orUsage(Rate.PerYear.parse(text));
    }
  }

  /// `ACT/365F`
  static final class OfDayCount implements ITypeConverter<DayCount> {
    @Override
    public DayCount convert(String text) {
      return orUsage(DayCount.parse(text));
    }
  }

  /// `half-yearly`
  static final class OfCompounding implements ITypeConverter<Compounding> {
    @Override
    public Compounding convert(String text) {
      return orUsage(Compounding.parse(text));
    }
  }

  /// `default-rate`
  static final class OfTarget implements ITypeConverter<Target> {
    @Override
    public Target convert(String text) {
      return orUsage(Target.parse(text));
    }
  }

  /// `1.5` or `30%`
  static final class OfLevel implements ITypeConverter<Level> {
    @Override
    public Level convert(String text) {
      return orUsage(Level.parse(text));
    }
  }

  /// `pledge-loans`
  static final class OfTemplate implements ITypeConverter<Template> {
    @Override
    public Template convert(String text) {
      return orUsage(Template.parse(text));
    }
  }

  /// `cnipa-gazette-csv`
  static final class OfImportFormat implements ITypeConverter<ImportFormat> {
    @Override
    public ImportFormat convert(String text) {
      return orUsage(ImportFormat.parse(text));
    }
  }

  /// `invention-patent`
  static final class OfRightKind implements ITypeConverter<RightKind> {
    @Override
    public RightKind convert(String text) {
      return orUsage(RightKind.parse(text));
    }
  }

  /// `granted`
  static final class OfStage implements ITypeConverter<LifeStage> {
    @Override
    public LifeStage convert(String text) {
      return orUsage(LifeStage.parse(text));
    }
  }

  /// `pledged`
  static final class OfFactKind implements ITypeConverter<FactKind> {
    @Override
    public FactKind convert(String text) {
      return orUsage(FactKind.parse(text));
    }
  }

  /// `I42`
  static final class OfImport implements ITypeConverter<ImportId> {
    @Override
    public ImportId convert(String text) {
      return orUsage(ImportId.parse(text));
    }
  }

  /// `P42`
  static final class OfParty implements ITypeConverter<PartyId> {
    @Override
    public PartyId convert(String text) {
      return orUsage(PartyId.parse(text));
    }
  }

  /// `K42`
  static final class OfToken implements ITypeConverter<TokenId> {
    @Override
    public TokenId convert(String text) {
      return orUsage(TokenId.parse(text));
    }
  }

  /// `example.com/log+1a2b3c4d+…`
  static final class OfVerifierKey implements ITypeConverter<VerifierKey> {
    @Override
    public VerifierKey convert(String text) {
      return orUsage(VerifierKey.parse(text));
    }
  }

  /// 0..65535
  static final class OfPort implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
        throw new TypeConversionException("A port is a number from 0 to 65535: " + text);
      }
      return Integer.parseInt(text);
    }
  }

  /// `examiner`
  static final class OfRole implements ITypeConverter<Role> {
    @Override
    public Role convert(String text) {
      return orUsage(Role.parse(text));
    }
  }

  /// `read`
  static final class OfPermission implements ITypeConverter<Permission> {
    @Override
    public Permission convert(String text) {
      return orUsage(Permission.parse(text));
    }
  }

  /// `zhang.san`
  static final class OfLoginName implements ITypeConverter<LoginName> {
    @Override
    public LoginName convert(String text) {
      return orUsage(LoginName.parse(text));
    }
  }

  /// The SHA-256 of a document.
  static final class OfDigest implements ITypeConverter<Digest> {
    @Override
    public Digest convert(String text) {
      return orUsage(Digest.parse(text));
    }
  }

  /// `2026-11-22`
  static final class OfDate implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return Typed.day(text)
          .found()
          .orElseThrow(() ->
              new TypeConversionException("A date is written 2026-11-22: " + Problem.shown(text)));
    }
  }

  /// `register-extract`
  static final class OfTitlePaper implements ITypeConverter<TitlePaper> {
    @Override
    public TitlePaper convert(String text) {
      return orUsage(TitlePaper.parse(text));
    }
  }

  /// `electronic`
  static final class OfService implements ITypeConverter<Service> {
    @Override
    public Service convert(String text) {
      return orUsage(Service.parse(text));
    }
  }

  /// `sole`
  static final class OfRelief implements ITypeConverter<Upkeep.Relief> {
    @Override
    public Upkeep.Relief convert(String text) {
      return orUsage(Upkeep.Relief.parse(text));
    }
  }

  /// `O42`
  static final class OfOrganisation implements ITypeConverter<OrganisationId> {
    @Override
    public OrganisationId convert(String text) {
      return orUsage(OrganisationId.parse(text));
    }
  }

  /// `CN`
  static final class OfOffice implements ITypeConverter<Office> {
    @Override
    public Office convert(String text) {
      return orUsage(Office.parse(text));
    }
  }

  /// `X7`
  static final class OfExamination implements ITypeConverter<ExaminationId> {
    @Override
    public ExaminationId convert(String text) {
      return orUsage(ExaminationId.parse(text));
    }
  }

  /// `EV7`
  static final class OfEvidence implements ITypeConverter<EvidenceId> {
    @Override
    public EvidenceId convert(String text) {
      return orUsage(EvidenceId.parse(text));
    }
  }

  /// `zh`
  static final class OfTongue implements ITypeConverter<Tongue> {
    @Override
    public Tongue convert(String text) {
      return orUsage(Tongue.parse(text));
    }
  }
}
