package org.zhiheng.jobs.administer.recordal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.administer.recordal.Gate.Name;
import org.zhiheng.jobs.administer.recordal.Gate.Outcome;
import org.zhiheng.jobs.examine.assignment.CoAssignmentList;
import org.zhiheng.jobs.examine.assignment.CoMark;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.RightId;

/// The gates that a request passes before its clock starts. Pure.
///
/// Known weaknesses: names are compared as [SameParty#BY_NAME] does, so a former name is another
/// name; whether a signature is real nobody sees here; of laws beside the Chinese ones nothing is
/// known.
public final class Gates {

  private static final Citation MARK_ASSIGNMENT =
      cited("商标法（2019修正）", "第四十二条", Confidence.RECALLED);
  private static final Citation MARK_CHANGE = cited("商标法（2019修正）", "第四十一条", Confidence.RECALLED);
  private static final Citation MARK_LICENCE = cited("商标法（2019修正）", "第四十三条", Confidence.RECALLED);
  private static final Citation MARK_REGULATION =
      cited("商标法实施条例（2014修订）", "第三十一条", Confidence.RECALLED);
  private static final Citation MARK_PLEDGE = cited("商标法实施条例（2014修订）", "第七十条", Confidence.RECALLED);
  private static final Citation PATENT_ASSIGNMENT =
      cited("专利法（2020修正）", "第十条", Confidence.RECALLED);
  private static final Citation PATENT_LICENCE = cited("专利法（2020修正）", "第十二条", Confidence.RECALLED);
  private static final Citation PATENT_CO_OWNERS =
      cited("专利法（2020修正）", "第十四条", Confidence.RECALLED);
  private static final Citation PATENT_PLEDGE =
      cited("专利权质押登记办法（国家知识产权局公告第461号）", "", Confidence.RECALLED);
  private static final Citation PATENT_SUSPENSION =
      cited("专利法实施细则（2023修订）", "第一百零三条、第一百零四条", Confidence.RECALLED);
  private static final Citation PLEDGED = cited("民法典", "第四百四十四条", Confidence.RECALLED);
  private static final Citation EXPORT = cited("技术进出口管理条例；国办发〔2018〕19号", "", Confidence.RECALLED);

  private Gates() {}

  private static Citation cited(String instrument, String article, Confidence confidence) {
    return new Citation(instrument, article, "", Optional.empty(), confidence);
  }

  /// A right as the request finds it.
  public record Found(RightId id, Right right) {}

  /// All findings, gate by gate, in the order of the rights.
  ///
  /// @param found the rights of the request
  /// @param siblings what an assignment or pledge of marks leaves behind; empty where nobody looked
  public static List<Gate> of(
      Request request, List<Found> found, Optional<CoAssignmentList> siblings) {
    List<Gate> gates = new ArrayList<>();
    gates.add(signatures(request, found));
    for (Found one : found) {
      gates.add(title(request, one));
      gates.add(standing(request, one));
      coOwners(request, one).ifPresent(gates::add);
      pledgee(request, one).ifPresent(gates::add);
      export(request, one).ifPresent(gates::add);
    }
    coAssignment(request, found, siblings).ifPresent(gates::add);
    gates.sort(Comparator.comparing(Gate::name));
    return List.copyOf(gates);
  }

  /// Both sides sign; a change is asked for by the owner alone.
  private static Gate signatures(Request request, List<Found> found) {
    List<String> wanted = new ArrayList<>();
    wanted.add(request.from());
    if (request.kind() != RecordalKind.CHANGE) {
      wanted.add(request.to());
    }
    List<String> missing =
        wanted.stream().filter(name -> name.isBlank() || !in(request.signed(), name)).toList();
    return new Gate(
        Name.SIGNATURES,
        Optional.empty(),
        missing.isEmpty() ? Outcome.PASSED : Outcome.STOPPED,
        missing.isEmpty()
            ? "应签章者均已签章：" + String.join("、", wanted)
            : "缺签章：" + named(missing, "、", "（未写明）"),
        missing.isEmpty()
            ? "All who must sign did: " + String.join(", ", wanted)
            : "Not signed by: " + named(missing, ", ", "(not named)"),
        List.of(basis(request.kind(), found)));
  }

  private static String named(List<String> names, String between, String blank) {
    return names.stream()
        .map(name -> name.isBlank() ? blank : name)
        .collect(Collectors.joining(between));
  }

  private static Citation basis(RecordalKind kind, List<Found> found) {
    boolean mark =
        found.stream().anyMatch(one -> one.right().kind().family() == RightKind.Family.MARK);
    return switch (kind) {
      case CHANGE -> mark ? MARK_CHANGE : PATENT_ASSIGNMENT;
      case ASSIGNMENT -> mark ? MARK_ASSIGNMENT : PATENT_ASSIGNMENT;
      case LICENCE -> mark ? MARK_LICENCE : PATENT_LICENCE;
      case PLEDGE -> mark ? MARK_PLEDGE : PATENT_PLEDGE;
    };
  }

  /// The request says that `from` owns the right; the register must say so.
  private static Gate title(Request request, Found one) {
    List<String> owners = one.right().owners().stream().map(Fact.Share::name).toList();
    Citation basis = basis(request.kind(), List.of(one));
    if (owners.isEmpty()) {
      return new Gate(
          Name.TITLE,
          Optional.of(one.id()),
          Outcome.NO_SOURCE,
          "登记簿未载权利人。",
          "The register names no owner.",
          List.of(basis));
    }
    boolean own = in(owners, request.from());
    return new Gate(
        Name.TITLE,
        Optional.of(one.id()),
        own ? Outcome.PASSED : Outcome.STOPPED,
        own
            ? request.from() + " 为登记的权利人。"
            : "登记的权利人为 " + String.join("、", owners) + "，不是 " + request.from() + "。",
        own
            ? request.from() + " is an owner on record."
            : "The owners on record are "
                + String.join(", ", owners)
                + ", not "
                + request.from()
                + ".",
        List.of(basis));
  }

  private static Gate standing(Request request, Found one) {
    LifeStage stage = one.right().stage();
    List<String> courts =
        one.right().interests().standingOn(request.filedOn()).stream()
            .filter(Interest.Preservation.class::isInstance)
            .map(Interest.Preservation.class::cast)
            .map(Interest.Preservation::court)
            .toList();
    if (stage.ended()) {
      return gate(
          Name.STANDING,
          one,
          Outcome.STOPPED,
          "权利已终止或不复存在。",
          "The right has ended.",
          basis(request.kind(), List.of(one)));
    }
    if (stage == LifeStage.SUSPENDED || !courts.isEmpty()) {
      return gate(
          Name.STANDING,
          one,
          Outcome.STOPPED,
          courts.isEmpty() ? "程序中止。" : "财产保全：" + String.join("、", courts),
          courts.isEmpty()
              ? "Proceedings are suspended."
              : "Preserved by order of: " + String.join(", ", courts),
          PATENT_SUSPENSION);
    }
    if (request.kind() == RecordalKind.PLEDGE && !one.right().life().inForce()) {
      return gate(
          Name.STANDING,
          one,
          stage == LifeStage.UNKNOWN ? Outcome.NO_SOURCE : Outcome.STOPPED,
          "尚未授权或注册。",
          "It is not granted or registered.",
          basis(request.kind(), List.of(one)));
    }
    return gate(
        Name.STANDING,
        one,
        stage == LifeStage.UNKNOWN ? Outcome.NO_SOURCE : Outcome.PASSED,
        stage == LifeStage.UNKNOWN ? "登记簿未载其状态。" : "未见终止、中止或保全。",
        stage == LifeStage.UNKNOWN
            ? "The register does not tell where it stands."
            : "No end, suspension or preservation is on record.",
        basis(request.kind(), List.of(one)));
  }

  private static Gate gate(
      Name name, Found one, Outcome outcome, String zh, String en, Citation citation) {
    return new Gate(name, Optional.of(one.id()), outcome, zh, en, List.of(citation));
  }

  /// Co-owners of a patent or mark agree to an assignment or a pledge, and to a licence that is not
  /// a plain one; which licence it is a request does not say, so all must agree to any.
  private static Optional<Gate> coOwners(Request request, Found one) {
    List<String> others =
        one.right().owners().stream()
            .map(Fact.Share::name)
            .filter(name -> !SameParty.BY_NAME.test(name, request.from()))
            .toList();
    if (request.kind() == RecordalKind.CHANGE
        || others.isEmpty()
        || one.right().owners().size() < 2) {
      return Optional.empty();
    }
    List<String> silent =
        others.stream()
            .filter(name -> !in(request.signed(), name) && !in(request.consents(), name))
            .toList();
    boolean agreed = silent.isEmpty() || request.agreement();
    return Optional.of(
        gate(
            Name.CO_OWNERS,
            one,
            agreed ? Outcome.PASSED : Outcome.STOPPED,
            silent.isEmpty()
                ? "共有人均已同意：" + String.join("、", others)
                : request.agreement()
                    ? "共有人另有书面约定，约定内容须人工核对。"
                    : "未见共有人同意：" + String.join("、", silent),
            silent.isEmpty()
                ? "All co-owners agreed: " + String.join(", ", others)
                : request.agreement()
                    ? "The co-owners have a written agreement of their own; a person reads it."
                    : "No consent of: " + String.join(", ", silent),
            request.kind() == RecordalKind.PLEDGE ? PATENT_PLEDGE : PATENT_CO_OWNERS));
  }

  /// What is pledged is neither assigned nor licensed without the pledgee.
  private static Optional<Gate> pledgee(Request request, Found one) {
    List<String> pledgees =
        one.right().interests().standingOn(request.filedOn()).stream()
            .filter(Interest.Pledge.class::isInstance)
            .map(Interest.Pledge.class::cast)
            .map(Interest.Pledge::pledgee)
            .toList();
    if (pledgees.isEmpty() || request.kind() == RecordalKind.CHANGE) {
      return Optional.empty();
    }
    List<String> silent =
        pledgees.stream()
            .filter(name -> !in(request.signed(), name) && !in(request.consents(), name))
            .toList();
    boolean again = request.kind() == RecordalKind.PLEDGE;
    return Optional.of(
        gate(
            Name.PLEDGEE,
            one,
            again || !silent.isEmpty() ? Outcome.STOPPED : Outcome.PASSED,
            again
                ? "已质押给 " + String.join("、", pledgees) + "。"
                : silent.isEmpty() ? "质权人已同意。" : "未见质权人同意：" + String.join("、", silent),
            again
                ? "It is pledged to " + String.join(", ", pledgees) + "."
                : silent.isEmpty()
                    ? "The pledgee agreed."
                    : "No consent of the pledgee: " + String.join(", ", silent),
            again ? PATENT_PLEDGE : PLEDGED));
  }

  /// An invention or utility model that leaves the country is technology that leaves it.
  private static Optional<Gate> export(Request request, Found one) {
    boolean technology =
        one.right().kind() == RightKind.INVENTION_PATENT
            || one.right().kind() == RightKind.UTILITY_MODEL;
    if (!request.leaves() || !technology) {
      return Optional.empty();
    }
    if (request.export().isEmpty()) {
      return Optional.of(
          gate(
              Name.EXPORT,
              one,
              Outcome.STOPPED,
              "受让人在境外：须先判明技术属禁止、限制或自由出口，并提交许可证或合同登记证书。",
              "The assignee is abroad: say whether the technology is barred, limited or free, and"
                  + " give the licence or the registration of the contract.",
              EXPORT));
    }
    Request.Export export = request.export().get();
    boolean number = !export.number().isBlank();
    return Optional.of(
        switch (export.technology()) {
          case BARRED ->
              gate(
                  Name.EXPORT,
                  one,
                  Outcome.STOPPED,
                  "禁止出口的技术不得转让至境外。",
                  "Technology that is barred does not leave.",
                  EXPORT);
          case LIMITED ->
              gate(
                  Name.EXPORT,
                  one,
                  number ? Outcome.PASSED : Outcome.STOPPED,
                  number ? "技术出口许可证 " + export.number() : "限制出口的技术：缺技术出口许可证。",
                  number
                      ? "Technology export licence " + export.number()
                      : "Technology that is limited: the export licence is missing.",
                  EXPORT);
          case FREE ->
              gate(
                  Name.EXPORT,
                  one,
                  number ? Outcome.PASSED : Outcome.STOPPED,
                  number ? "技术出口合同登记证书 " + export.number() : "自由出口的技术：缺技术出口合同登记证书。",
                  number
                      ? "Registration of the export contract " + export.number()
                      : "Technology that is free: the registration of the contract is missing.",
                  EXPORT);
        });
  }

  /// Similar marks on similar goods move together, or are pledged together.
  private static Optional<Gate> coAssignment(
      Request request, List<Found> found, Optional<CoAssignmentList> siblings) {
    boolean marks =
        found.stream().anyMatch(one -> one.right().kind().family() == RightKind.Family.MARK);
    if (!marks || request.kind() == RecordalKind.CHANGE || request.kind() == RecordalKind.LICENCE) {
      return Optional.empty();
    }
    List<Citation> basis =
        request.kind() == RecordalKind.PLEDGE
            ? List.of(MARK_PLEDGE)
            : List.of(MARK_ASSIGNMENT, MARK_REGULATION);
    if (siblings.isEmpty()) {
      return Optional.of(
          new Gate(
              Name.CO_ASSIGNMENT,
              Optional.empty(),
              Outcome.NO_SOURCE,
              "未与同一权利人的其他商标比较。",
              "The holder's other marks were not compared.",
              basis));
    }
    CoAssignmentList list = siblings.get();
    List<CoMark> must =
        list.forgotten().stream().filter(mark -> mark.duty() == CoMark.Duty.MOVE_TOGETHER).toList();
    Outcome outcome =
        !must.isEmpty() ? Outcome.STOPPED : list.complete() ? Outcome.PASSED : Outcome.NO_SOURCE;
    return Optional.of(
        new Gate(
            Name.CO_ASSIGNMENT,
            Optional.empty(),
            outcome,
            switch (outcome) {
              case STOPPED -> "应一并办理而未列入：" + left(must, "、");
              case NO_SOURCE -> "须人工核对：" + unsure(list, "、", "其他商标无可读文字或权利人不明");
              case PASSED -> "已比较 " + list.compared() + " 件其他商标，没有应一并办理而遗漏的。";
            },
            switch (outcome) {
              case STOPPED -> "Must move along and were left out: " + left(must, ", ");
              case NO_SOURCE ->
                  "A person must compare: "
                      + unsure(list, ", ", "marks without readable words, or of unknown holders");
              case PASSED ->
                  list.compared()
                      + " other marks were compared; none is left behind that must not.";
            },
            basis));
  }

  private static String left(List<CoMark> marks, String between) {
    return marks.stream()
        .map(mark -> mark.right() + " " + mark.name())
        .collect(Collectors.joining(between));
  }

  private static String unsure(CoAssignmentList list, String between, String others) {
    return list.forgotten().isEmpty() ? others : left(list.forgotten(), between);
  }

  private static boolean in(List<String> names, String name) {
    return names.stream().anyMatch(one -> SameParty.BY_NAME.test(one, name));
  }
}
