package org.zhiheng.server.examine.filings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.zhiheng.jobs.examine.assignment.CoAssignmentList;
import org.zhiheng.jobs.examine.assignment.CoMark;
import org.zhiheng.jobs.examine.assignment.Said;
import org.zhiheng.server.page.Words;

/// A list of forgotten marks in the reader's language.
///
/// @param words the language
record AssignmentReading(Words words) {

  AssignmentView.Found found(CoAssignmentList list) {
    return new AssignmentView.Found(
        list.complete()
            ? words.say("assignment.complete")
            : list.forgotten().isEmpty()
                ? words.say("assignment.open")
                : words.count("assignment.forgotten.title", list.forgotten().size()),
        list.complete(),
        ids(list.given()),
        ids(list.holders()),
        list.forgotten().stream().map(this::row).toList(),
        list.otherGoods().stream().map(this::row).toList(),
        ids(list.notCompared()),
        ids(list.holderUnknown()),
        List.of(
            said(list.goods()),
            words.say(
                "assignment.likeness",
                list.likeness().perMille(),
                list.order().name(),
                list.order().version())),
        list.forComplete().stream().map(this::said).toList(),
        list.againstComplete().stream().map(this::said).toList(),
        list.sources().stream().map(this::said).toList());
  }

  private AssignmentView.Row row(CoMark mark) {
    return new AssignmentView.Row(
        mark.right().toString(),
        mark.name(),
        mark.number(),
        words.codeOrItself("stage", mark.stage().code()),
        mark.beside().toString(),
        mark.besideName(),
        decimal(mark.rating().sound()),
        decimal(mark.rating().shape()),
        decimal(mark.rating().meaning()),
        words.code("assignment.goods", mark.goods().code()),
        words.code("assignment.duty", mark.duty().code()),
        mark.duty() == CoMark.Duty.MOVE_TOGETHER,
        said(mark.reason()),
        "/examine/compare?left=" + encoded(mark.besideName()) + "&right=" + encoded(mark.name()));
  }

  private String said(Said said) {
    return switch (words.language()) {
      case CHINESE -> said.zh();
      case ENGLISH -> said.en();
    };
  }

  private static List<String> ids(List<?> ids) {
    return ids.stream().map(String::valueOf).toList();
  }

  private static String decimal(double value) {
    if (value == 0) {
      return "–"; // nothing in common, or nothing that could be compared
    }
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
