package org.zhiheng.jobs.examine.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// Where a rule stands, as a reader of the language cites it, and how far that was checked.
///
/// Names that are not known here stand as they are.
///
/// @param tongue the language
record SourceText(Tongue tongue) {

  /// `art. 10(1)(7)`
  private static final Pattern ARTICLE =
      Pattern.compile("art\\. ([0-9]{1,3})(?:\\(([0-9]{1,2})\\))?(?:\\(([0-9]{1,2})\\))?");

  String say(Citation citation) {
    String article = article(citation.article());
    String text =
        instrument(citation.instrument())
            + (article.isEmpty() ? "" : tongue.say("", ", ") + article);
    String read = citation.readOn().map(day -> tongue.say("，", ", ") + tongue.day(day)).orElse("");
    String place = citation.address().isEmpty() ? "" : tongue.say("；", "; ") + citation.address();
    String checked = confidence(citation.confidence()) + read + place;
    return tongue.say(text + "（" + checked + "）", text + " (" + checked + ")");
  }

  /// How far a source was checked.
  String confidence(Confidence confidence) {
    return switch (confidence) {
      case SEEN -> tongue.say("已核原文", "text seen");
      case RECALLED -> tongue.say("凭记忆，未核原文", "recalled, text not opened");
      case UNKNOWN -> tongue.say("未能核实", "not confirmed");
    };
  }

  private String instrument(String name) {
    return switch (name) {
      case "商标法（2019年修正）" -> tongue.say(name, "Trademark Law of China (as amended in 2019)");
      case "商标审查审理指南（2021）" ->
          tongue.say("《商标审查审理指南》（2021）", "Trademark Examination Guideline (2021)");
      default -> name;
    };
  }

  private String article(String article) {
    return switch (article) {
      case "文字商标" -> tongue.say("“文字商标”", "word marks");
      case "中文商标" -> tongue.say("“中文商标”", "marks in Chinese");
      case "外文商标" -> tongue.say("“外文商标”", "marks in foreign letters");
      case "组合商标" -> tongue.say("“组合商标”", "combined marks");
      case "图形商标" -> tongue.say("“图形商标”", "figures");
      default -> {
        Matcher parts = ARTICLE.matcher(article);
        yield parts.matches() ? tongue.say(chinese(parts), article) : article;
      }
    };
  }

  /// 第10条第1款第(7)项
  private static String chinese(Matcher parts) {
    String paragraph = parts.group(2) == null ? "" : "第" + parts.group(2) + "款";
    String item = parts.group(3) == null ? "" : "第（" + parts.group(3) + "）项";
    return "第" + parts.group(1) + "条" + paragraph + item;
  }
}
