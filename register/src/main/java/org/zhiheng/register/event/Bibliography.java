package org.zhiheng.register.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;

/// What a notice says about a right beside what happened to it. A part that a notice is silent on
/// is an empty list, and a later notice's part replaces an earlier one's as a whole; of those
/// named, role by role.
///
/// @param titles the title in one or more languages; of a word mark, the word
/// @param abstracts the abstract in one or more languages
/// @param named applicants, holders, inventors, agents … in the order given
/// @param classes in the order given, the first is the main one
/// @param priorities earliest first
/// @param citations documents cited
/// @param family other members, as numbers
/// @param claims full text, claim 1 first
/// @param sign the sign, of a mark
public record Bibliography(
    List<Text> titles,
    List<Text> abstracts,
    List<Named> named,
    List<ClassSymbol> classes,
    List<Priority> priorities,
    List<CitedDocument> citations,
    List<RightNumber> family,
    List<String> claims,
    Optional<Sign> sign) {

  /// Says nothing.
  public static final Bibliography EMPTY =
      new Bibliography(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  /// Copies the lists.
  public Bibliography {
    titles = List.copyOf(titles);
    abstracts = List.copyOf(abstracts);
    named = List.copyOf(named);
    classes = List.copyOf(classes);
    priorities = List.copyOf(priorities);
    citations = List.copyOf(citations);
    family = List.copyOf(family);
    claims = List.copyOf(claims);
  }

  /// A text in a language.
  ///
  /// @param language ISO 639-1 in lower case (`zh`, `en`), or empty where the source does not say
  /// @param text not blank
  public record Text(String language, String text) {}

  /// Somebody the notice names.
  ///
  /// @param role as what
  /// @param name as printed
  /// @param region province or state as printed (`广东`, `CA`); may be empty
  /// @param country ST.3 code; may be empty
  /// @param address as printed; may be empty
  public record Named(Role role, String name, String region, String country, String address) {

    /// In this role under this name, nothing else known.
    public static Named of(Role role, String name) {
      return new Named(role, name, "", "", "");
    }
  }

  /// What somebody is to a right.
  public enum Role {
    /// 申请人
    APPLICANT,
    /// 权利人
    HOLDER,
    /// 发明人 / 设计人 / 作者
    INVENTOR,
    /// 代理机构 / 代理人
    AGENT,
    /// 审查员
    EXAMINER
  }

  /// A priority claim.
  ///
  /// @param office where the earlier application was filed
  /// @param number as printed
  /// @param date its filing date, if given
  public record Priority(Office office, String number, Optional<LocalDate> date) {}

  /// A document cited against or in the right.
  ///
  /// @param number publication number as printed (`CN101282592A`), or empty for other literature
  /// @param text the citation in words; may be empty
  /// @param category as printed (`X`, `cited by examiner`); may be empty
  /// @param phase who or when: `SEA`, `examiner`, `applicant`; may be empty
  /// @param date of the cited document, if given
  public record CitedDocument(
      String number, String text, String category, String phase, Optional<LocalDate> date) {}

  /// The sign of a mark and what it is for.
  ///
  /// @param word the word part; empty for a figure alone
  /// @param figure file name of the figure, or its SHA-256 where it was deposited; may be empty
  /// @param goods goods and services as listed
  public record Sign(String word, String figure, List<String> goods) {
    /// Copies the list.
    public Sign {
      goods = List.copyOf(goods);
    }
  }

  /// Who is named after the later notice: a role that it is silent on keeps its names.
  private List<Named> named(Bibliography later) {
    if (named.isEmpty() || later.named.isEmpty()) {
      return named.isEmpty() ? later.named : named;
    }
    List<Role> spokenOf = later.named.stream().map(Named::role).distinct().toList();
    return Stream.concat(
            later.named.stream(), named.stream().filter(one -> !spokenOf.contains(one.role())))
        .sorted(Comparator.comparing(Named::role))
        .toList();
  }

  /// What a fact says beside what happened; empty for those that bring none.
  public static Optional<Bibliography> of(Fact fact) {
    return switch (fact) {
      case Fact.Filed one -> Optional.of(one.bibliography());
      case Fact.Published one -> Optional.of(one.bibliography());
      case Fact.PreliminarilyApproved one -> Optional.of(one.bibliography());
      case Fact.Granted one -> Optional.of(one.bibliography());
      case Fact.Registered one -> Optional.of(one.bibliography());
      case Fact.Described one -> Optional.of(one.bibliography());
      case Fact.ExaminationBegun _,
          Fact.Refused _,
          Fact.Withdrawn _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _,
          Fact.Renewed _,
          Fact.Restored _,
          Fact.Invalidated _,
          Fact.Cancelled _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Assigned _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _,
          Fact.Acted _,
          Fact.Noted _,
          Fact.Attached _,
          Fact.Corrected _ ->
          Optional.empty();
    };
  }

  /// Titles in one language.
  public Bibliography withTitle(String language, String title) {
    return new Bibliography(
        List.of(new Text(language, title)),
        abstracts,
        named,
        classes,
        priorities,
        citations,
        family,
        claims,
        sign);
  }

  /// This, with every part that the later one speaks of replaced.
  public Bibliography then(Bibliography later) {
    return new Bibliography(
        later.titles.isEmpty() ? titles : later.titles,
        later.abstracts.isEmpty() ? abstracts : later.abstracts,
        named(later),
        later.classes.isEmpty() ? classes : later.classes,
        later.priorities.isEmpty() ? priorities : later.priorities,
        later.citations.isEmpty() ? citations : later.citations,
        later.family.isEmpty() ? family : later.family,
        later.claims.isEmpty() ? claims : later.claims,
        later.sign.isPresent() ? later.sign : sign);
  }
}
