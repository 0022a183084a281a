package org.zhiheng.jobs.administer.recordal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Parsed;

/// What is to be recorded.
public enum RecordalKind {
  /// 变更: name, address, agent; the right stays where it is.
  CHANGE,
  /// 转让（转移）
  ASSIGNMENT,
  /// 许可
  LICENCE,
  /// 质押
  PLEDGE;

  /// `assignment`
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a code.
  public static Parsed<RecordalKind> parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(Parsed::ok)
        .orElseGet(() ->
            Parsed.refused(
                "recordal-kind",
                text,
                "What is recorded is one of "
                    + Arrays.stream(values())
                        .map(RecordalKind::code)
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  /// A clock of the office for such a request.
  ///
  /// @param rule its id
  /// @param act that starts it on the right's docket
  public record OfficeClock(String rule, Act act) {}

  /// The clock, where one is published: 国知发服字〔2025〕5号 names transfers of patents, assignments and
  /// changes of marks, and no other.
  public Optional<OfficeClock> clock(RightKind right) {
    return switch (right.family()) {
      case PATENT ->
          this == ASSIGNMENT
              ? Optional.of(
                  new OfficeClock(
                      "cn.office.patent-transfer-recordal", Act.TRANSFER_RECORDAL_REQUESTED))
              : Optional.empty();
      case MARK ->
          switch (this) {
            case ASSIGNMENT ->
                Optional.of(
                    new OfficeClock(
                        "cn.office.mark-assignment-recordal", Act.ASSIGNMENT_RECORDAL_REQUESTED));
            case CHANGE ->
                Optional.of(
                    new OfficeClock(
                        "cn.office.mark-change-recordal", Act.CHANGE_RECORDAL_REQUESTED));
            case LICENCE, PLEDGE -> Optional.empty();
          };
      case RECORDED -> Optional.empty();
    };
  }
}
