package org.zhiheng.jobs.prove.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.use.Said;

/// The licences of a set, and where their chain has a gap. A gap is told and refuses nothing: a
/// contract may be valid that this record does not show.
///
/// @param holder who holds the set, as its deposit states; empty where it does not
/// @param links in the order of their deposit
/// @param flags what a person should look at
public record LicenceChain(String holder, List<Link> links, List<Flag> flags) {

  /// Copies the lists.
  public LicenceChain {
    links = List.copyOf(links);
    flags = List.copyOf(flags);
  }

  /// A link as evidence.
  ///
  /// @param id of the evidence
  /// @param commitment of its leaf, hexadecimal
  /// @param link what it states
  public record Link(EvidenceId id, String commitment, LicenceLink link) {}

  /// What a person should look at.
  ///
  /// @param link which
  /// @param code `no-right`, `outlives`, `exclusive`, `previous`, `holder`
  /// @param said in words
  public record Flag(EvidenceId link, String code, Said said) {}

  /// Looks the links over.
  static LicenceChain of(String holder, List<Link> links) {
    List<Flag> flags = new ArrayList<>();
    for (Link one : links) {
      if (holder.isEmpty()) {
        flags.add(
            new Flag(
                one.id(),
                "holder",
                new Said(
                    "存证未写明持有人，无从核对许可来源。",
                    "The deposit names no holder, so where the grant comes from cannot be told.")));
        continue;
      }
      right(holder, one, links, flags);
      exclusive(one, links, flags);
    }
    return new LicenceChain(holder, links, flags);
  }

  private static void right(String holder, Link one, List<Link> links, List<Flag> flags) {
    LicenceLink link = one.link();
    if (!link.previous().isEmpty()
        && links.stream()
            .noneMatch(other ->
                other.commitment().equals(link.previous())
                    && other.link().licensee().equals(link.licensor()))) {
      flags.add(
          new Flag(
              one.id(),
              "previous",
              new Said(
                  "所称上一环节不在链上，或者其被许可人不是本环节的许可人。",
                  "The link before it is not in the chain, or its licensee is another than this"
                      + " licensor.")));
    }
    List<Link> above = above(holder, one, links, new HashSet<>());
    if (!link.licensor().equals(holder) && above.isEmpty()) {
      flags.add(
          new Flag(
              one.id(),
              "no-right",
              new Said(
                  "许可人既不是持有人，当日也没有可以再许可的许可。",
                  "The licensor is not the holder, and on its first day holds no licence that may"
                      + " be granted on.")));
    } else if (!link.licensor().equals(holder)
        && above.stream().allMatch(up -> end(up).isBefore(end(one)))) {
      flags.add(
          new Flag(
              one.id(),
              "outlives",
              new Said("许可期限长于许可人自己的许可期限。", "The grant lasts longer than the licensor's own.")));
    }
  }

  private static LocalDate end(Link one) {
    return one.link().to().orElse(LocalDate.MAX);
  }

  /// The links that the licensor of this one may grant it by; a circle grants nothing.
  private static List<Link> above(String holder, Link one, List<Link> links, Set<EvidenceId> seen) {
    seen.add(one.id());
    List<Link> above = new ArrayList<>();
    for (Link up : links) {
      if (!seen.contains(up.id())
          && up.link().licensee().equals(one.link().licensor())
          && up.link().sublicensable()
          && up.link().on(one.link().from())
          && (one.link().previous().isEmpty() || one.link().previous().equals(up.commitment()))
          && (up.link().licensor().equals(holder)
              || !above(holder, up, links, new HashSet<>(seen)).isEmpty())) {
        above.add(up);
      }
    }
    return above;
  }

  private static void exclusive(Link one, List<Link> links, List<Flag> flags) {
    for (Link other : links) {
      if (other.id().compareTo(one.id()) < 0
          && (other.link().exclusive() || one.link().exclusive())
          && other.link().licensor().equals(one.link().licensor())
          && !other.link().licensee().equals(one.link().licensee())
          && !end(other).isBefore(one.link().from())
          && !end(one).isBefore(other.link().from())) {
        flags.add(
            new Flag(
                one.id(),
                "exclusive",
                new Said(
                    "与" + other.id() + "在同一期间，其中有独占许可；范围是否重合由人判断。",
                    "It runs beside "
                        + other.id()
                        + ", and one of them is exclusive; whether they cover the same is for a"
                        + " person.")));
      }
    }
  }
}
