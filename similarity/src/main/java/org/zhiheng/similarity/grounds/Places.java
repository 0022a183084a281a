package org.zhiheng.similarity.grounds;

import java.util.List;

/// Short forms of the names of Chinese places.
final class Places {

  private static final List<String> ENDINGS =
      List.of(
          "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "矿区", "新区", "省", "市", "县", "区", "盟", "旗",
          "州");

  private static final String PEOPLES =
      "(?:维吾尔|壮|回|藏|羌|彝|苗|侗|土家|布依|白|傣|景颇|傈僳|哈尼|哈萨克|蒙古|朝鲜|柯尔克孜|满|瑶|土|撒拉|保安|东乡|裕固|仫佬|毛南|仡佬|水|黎|畲|拉祜|佤|布朗|纳西|普米|怒|独龙|达斡尔|鄂温克|鄂伦春|锡伯|塔吉克|各)";

  private Places() {}

  /// Without 省, 市, 县 … and the names of peoples; the whole name where too little would be left.
  static String brief(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        String rest = name.substring(0, name.length() - ending.length());
        if (ending.startsWith("自治")) {
          String bare = rest.replaceAll("(?:" + PEOPLES + "族?)+$", "");
          rest = bare.length() >= 2 ? bare : rest;
        }
        return rest.length() >= 2 ? rest : name;
      }
    }
    return name;
  }
}
