package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.similarity.word.Rating;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// One thing in the register that a factor rests on.
public sealed interface Evidence {

  /// The filings of some days.
  ///
  /// @param from first day
  /// @param through last day, inclusive
  record Window(LocalDate from, LocalDate through, List<RightId> rights) implements Evidence {
    /// Copies the list.
    public Window {
      rights = List.copyOf(rights);
    }
  }

  /// The filings in one class.
  ///
  /// @param niceClass two digits
  /// @param ofBusiness whether the person named this class as business; empty when none were named
  record ClassUse(String niceClass, Optional<Boolean> ofBusiness, List<RightId> rights)
      implements Evidence {
    /// Copies the list.
    public ClassUse {
      rights = List.copyOf(rights);
    }
  }

  /// A filing and another's mark that it resembles.
  record Pair(RightId right, String name, KnownMark known, Rating rating) implements Evidence {}

  /// A filing that was passed on.
  ///
  /// @param months whole months from filing to assignment
  record Transfer(
      RightId right, String name, LocalDate filedOn, LocalDate assignedOn, long months, String to)
      implements Evidence {}

  /// A decision about a filing.
  ///
  /// @param ground what its words say
  record Decision(RightId right, String name, Happening happening, Ground ground)
      implements Evidence {}

  /// Somebody who shares something with the applicant.
  ///
  /// @param party who
  /// @param name as recorded
  /// @param basis what they share
  /// @param shared the very text: an address, an agent's name; empty of filings made together
  /// @param rights where it is recorded
  record Link(PartyId party, String name, LinkBasis basis, String shared, List<RightId> rights)
      implements Evidence {
    /// Copies the list.
    public Link {
      rights = List.copyOf(rights);
    }
  }

  /// Names that seem made by a rule.
  ///
  /// @param rule which one
  /// @param pattern such as `知星#号`; of a family, its first name
  /// @param names at most [#NAMES_MAX], in the order of their rights
  record Series(SeriesRule rule, String pattern, List<String> names, List<RightId> rights)
      implements Evidence {

    /// What is printed of a series; all its rights are given.
    public static final int NAMES_MAX = 20;

    /// Copies the lists.
    public Series {
      names = List.copyOf(names);
      rights = List.copyOf(rights);
    }
  }

  /// What the words of a decision say of its ground.
  enum Ground {
    /// 恶意、囤积、抢注: bad faith, hoarding, squatting.
    BAD_FAITH,
    /// 连续三年不使用
    NON_USE,
    /// 其他
    OTHER,
    /// 未记载
    NOT_RECORDED
  }

  /// What two parties share, strongest first.
  enum LinkBasis {
    /// 共同申请: filed together. Firm, and often quite ordinary.
    CO_APPLICANT,
    /// 同一地址且同一代理机构: weak to medium; office buildings and incubators house thousands.
    ADDRESS_AND_AGENT,
    /// 同一代理机构: by itself this says nothing.
    AGENT_ONLY
  }

  /// How a series was recognised.
  enum SeriesRule {
    /// 同一模板加序号
    COUNTER,
    /// 同日前后缀组合
    GRID,
    /// 仅差一字
    ONE_APART,
    /// 字母排列罕见
    UNLIKELY_LETTERS
  }
}
