package org.zhiheng.jobs.prove.use;

/// By which rule use is called proved or weak: written down, named and versioned. The law names no
/// such line; it is ours, and drawn to warn rather than to comfort.
///
/// @param name of the rule
/// @param version counts up whenever the same evidence may be called otherwise
/// @param said the rule
public record UseRule(String name, int version, Said said) {

  /// The rule that [UseWindow] follows; its design is docs/designs/0004-use-of-marks.md.
  public static final UseRule VERDICT =
      new UseRule(
          "use-verdict",
          1,
          new Said(
              "“已证明”须有：（一）至少一份合同或者发票，其全部日期在期间内，写明该商品、地点和所用商标，"
                  + "且商标与注册商标相同或者由人说明未改变显著特征，未写明用于境外；（二）另有一份其他种类的证据，"
                  + "同样写明该商品和商标，未写明用于境外，日期与期间相交。只有其他证据的为“薄弱”；没有证据的为“无”。"
                  + "证据的真实性、关联性未作判断。",
              "Proved asks for (1) at least one contract or invoice, all of whose days lie in the window, that"
                  + " names the good, a place and the mark as used, the mark the same as registered or a"
                  + " person having stated that what distinguishes is kept, and not for a market abroad; and"
                  + " (2) evidence of another kind that names the good and such a mark, not for a market abroad,"
                  + " some of its days in the window. With other evidence only it is weak; with none, none."
                  + " Whether the evidence is true was not judged."));
}
