package org.zhiheng.intake.st36;

import org.zhiheng.intake.xml.Element;

/// A class symbol given in parts.
public final class Symbol {

  private Symbol() {}

  /// `H04N7/173` out of section, class, subclass, main-group and subgroup.
  public static String joined(Element element) {
    String group = element.textOf("main-group");
    String subgroup = element.textOf("subgroup");
    return element.textOf("section")
        + element.textOf("class")
        + element.textOf("subclass")
        + (group.isEmpty() ? "" : group + "/" + subgroup);
  }
}
