package org.zhiheng.jobs.records;

import static org.zhiheng.jobs.records.FormField.Type.ACT;
import static org.zhiheng.jobs.records.FormField.Type.CLASSES;
import static org.zhiheng.jobs.records.FormField.Type.DATE;
import static org.zhiheng.jobs.records.FormField.Type.EVENT;
import static org.zhiheng.jobs.records.FormField.Type.LICENCE;
import static org.zhiheng.jobs.records.FormField.Type.LONG_TEXT;
import static org.zhiheng.jobs.records.FormField.Type.NAME;
import static org.zhiheng.jobs.records.FormField.Type.NAMES;
import static org.zhiheng.jobs.records.FormField.Type.NUMBER;
import static org.zhiheng.jobs.records.FormField.Type.SERVICE;
import static org.zhiheng.jobs.records.FormField.Type.TEXT;
import static org.zhiheng.jobs.records.FormField.Type.TEXTS;
import static org.zhiheng.jobs.records.FormField.optional;
import static org.zhiheng.jobs.records.FormField.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;

/// An event typed in by a person: which fields each kind of event asks for, and how they are read.
///
/// The same form stands behind the page, REST, the command line and tables of one's own.
public final class FactForm {

  private FactForm() {}

  /// The fields of this kind of event, in the order they are asked for. None for
  /// [FactKind#ATTACHED], which comes with a file.
  public static List<FormField> fields(FactKind kind) {
    return switch (kind) {
      case FILED ->
          List.of(
              optional("application-number", NUMBER),
              optional("title", TEXT),
              optional("applicants", NAMES),
              optional("inventors", NAMES),
              optional("classes", CLASSES),
              optional("goods", TEXTS),
              optional("abstract", LONG_TEXT));
      case PUBLISHED, GRANTED ->
          List.of(
              required("number", NUMBER),
              optional("title", TEXT),
              optional("applicants", NAMES),
              optional("classes", CLASSES));
      case PRELIMINARILY_APPROVED ->
          List.of(
              optional("number", NUMBER),
              optional("title", TEXT),
              optional("applicants", NAMES),
              optional("classes", CLASSES),
              optional("goods", TEXTS));
      case REGISTERED ->
          List.of(
              optional("number", NUMBER),
              optional("until", DATE),
              optional("title", TEXT),
              optional("holders", NAMES),
              optional("classes", CLASSES),
              optional("goods", TEXTS));
      case DESCRIBED ->
          List.of(
              optional("number", NUMBER),
              optional("title", TEXT),
              optional("applicants", NAMES),
              optional("holders", NAMES),
              optional("inventors", NAMES),
              optional("classes", CLASSES),
              optional("goods", TEXTS),
              optional("abstract", LONG_TEXT));
      case EXAMINATION_BEGUN, WITHDRAWN, ABANDONED, EXPIRED, RESTORED, RESUMED, ATTACHED ->
          List.of();
      case REFUSED, DEEMED_WITHDRAWN, CEASED, SUSPENDED -> List.of(optional("reason", TEXT));
      case RENEWED -> List.of(required("until", DATE));
      case INVALIDATED -> List.of(optional("claims", TEXTS));
      case CANCELLED -> List.of(optional("goods", TEXTS), optional("reason", TEXT));
      case OWNERS_RECORDED -> List.of(required("owners", NAMES));
      case ASSIGNED ->
          List.of(required("from", NAME), required("to", NAMES), optional("record-number", TEXT));
      case PLEDGED ->
          List.of(
              required("pledgor", NAME),
              required("pledgee", NAME),
              required("record-number", TEXT),
              optional("until", DATE),
              optional("amount", TEXT));
      case PLEDGE_RELEASED, LICENCE_ENDED, PRESERVATION_LIFTED ->
          List.of(required("record-number", TEXT));
      case LICENSED ->
          List.of(
              required("licence", LICENCE),
              required("licensor", NAME),
              optional("licensee", NAME),
              required("record-number", TEXT),
              optional("until", DATE));
      case PRESERVED ->
          List.of(
              required("court", NAME), required("record-number", TEXT), optional("until", DATE));
      case ACTED ->
          List.of(
              required("act", ACT),
              optional("service", SERVICE),
              optional("entered", DATE),
              optional("concerns", TEXT),
              optional("text", LONG_TEXT));
      case NOTED -> List.of(required("code", TEXT), optional("text", LONG_TEXT));
      case CORRECTED -> List.of(required("target", EVENT), required("reason", TEXT));
    };
  }

  /// Reads the form.
  ///
  /// @param rightKind what the right is: it tells which numbers and classes are meant
  /// @param office whose register it stands in
  /// @param values by field name; `recordNumber` is taken for `record-number`; blank is empty
  public static Read read(
      FactKind kind, RightKind rightKind, Office office, Map<String, String> values) {
    List<FormField> fields = fields(kind);
    FormValues form = new FormValues("event", rightKind, office, named(values), fields);
    Fact fact = fact(kind, form);
    return form.problems().isEmpty() ? new Read.Ok(fact) : new Read.Refused(form.problems());
  }

  /// What reading a form gave.
  public sealed interface Read {
    /// The fact.
    record Ok(Fact fact) implements Read {}

    /// All that is wrong with it, by field name in the path.
    record Refused(List<Problem> problems) implements Read {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The values under their fields' names: `recordNumber`, `record_number`, `Record Number` and 登记号
  /// all mean `record-number`.
  static Map<String, String> named(Map<String, String> values) {
    Map<String, String> named = new TreeMap<>();
    values.forEach((name, value) -> named.put(fieldName(name.strip()), value.strip()));
    return named;
  }

  private static String fieldName(String name) {
    String known = CHINESE.get(name);
    if (known != null) {
      return known;
    }
    StringBuilder kebab = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char letter = name.charAt(at);
      boolean apart = letter == ' ' || letter == '_' || letter == '-';
      boolean rises =
          Character.isUpperCase(letter) && at > 0 && Character.isLowerCase(name.charAt(at - 1));
      if ((apart || rises) && !kebab.isEmpty() && kebab.charAt(kebab.length() - 1) != '-') {
        kebab.append('-');
      }
      if (!apart) {
        kebab.append(Character.toLowerCase(letter));
      }
    }
    return kebab.toString();
  }

  /// What the columns of a Chinese table are called.
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("登记号", "record-number"),
          Map.entry("出质人", "pledgor"),
          Map.entry("质权人", "pledgee"),
          Map.entry("金额", "amount"),
          Map.entry("有效期至", "until"),
          Map.entry("原因", "reason"),
          Map.entry("转让人", "from"),
          Map.entry("受让人", "to"),
          Map.entry("许可种类", "licence"),
          Map.entry("许可人", "licensor"),
          Map.entry("被许可人", "licensee"),
          Map.entry("法院", "court"),
          Map.entry("权利人", "owners"),
          Map.entry("号码", "number"),
          Map.entry("名称", "title"),
          Map.entry("申请人", "applicants"),
          Map.entry("发明人", "inventors"),
          Map.entry("分类号", "classes"),
          Map.entry("商品", "goods"),
          Map.entry("摘要", "abstract"),
          Map.entry("行为", "act"),
          Map.entry("送达方式", "service"),
          Map.entry("实际收到日", "entered"));

  private static Fact fact(FactKind kind, FormValues form) {
    return switch (kind) {
      case FILED ->
          new Fact.Filed(
              form.number("application-number", NumberType.APPLICATION).stream().toList(),
              form.bibliography());
      case PUBLISHED -> new Fact.Published(needed(form), form.bibliography());
      case EXAMINATION_BEGUN -> new Fact.ExaminationBegun();
      case PRELIMINARILY_APPROVED ->
          new Fact.PreliminarilyApproved(
              form.number("number", NumberType.REGISTRATION).stream().toList(),
              form.bibliography());
      case GRANTED -> new Fact.Granted(needed(form), form.bibliography());
      case REGISTERED ->
          new Fact.Registered(
              form.number("number", NumberType.REGISTRATION).stream().toList(),
              form.date("until"),
              form.bibliography());
      case REFUSED -> new Fact.Refused(form.text("reason"));
      case WITHDRAWN -> new Fact.Withdrawn();
      case DEEMED_WITHDRAWN -> new Fact.DeemedWithdrawn(form.text("reason"));
      case ABANDONED -> new Fact.Abandoned();
      case CEASED -> new Fact.Ceased(form.text("reason"));
      case EXPIRED -> new Fact.Expired();
      case RENEWED -> new Fact.Renewed(form.date("until").orElse(java.time.LocalDate.EPOCH));
      case RESTORED -> new Fact.Restored();
      case INVALIDATED -> new Fact.Invalidated(form.texts("claims"));
      case CANCELLED -> new Fact.Cancelled(form.texts("goods"), form.text("reason"));
      case SUSPENDED -> new Fact.Suspended(form.text("reason"));
      case RESUMED -> new Fact.Resumed();
      case OWNERS_RECORDED -> new Fact.OwnersRecorded(form.shares("owners"));
      case ASSIGNED ->
          new Fact.Assigned(form.text("from"), form.shares("to"), form.text("record-number"));
      case PLEDGED ->
          new Fact.Pledged(
              form.text("pledgor"),
              form.text("pledgee"),
              form.text("record-number"),
              form.date("until"),
              form.text("amount"));
      case PLEDGE_RELEASED -> new Fact.PledgeReleased(form.text("record-number"));
      case LICENSED ->
          new Fact.Licensed(
              form.licence(),
              form.text("licensor"),
              form.text("licensee"),
              form.text("record-number"),
              form.date("until"));
      case LICENCE_ENDED -> new Fact.LicenceEnded(form.text("record-number"));
      case PRESERVED ->
          new Fact.Preserved(form.text("court"), form.text("record-number"), form.date("until"));
      case PRESERVATION_LIFTED -> new Fact.PreservationLifted(form.text("record-number"));
      case DESCRIBED ->
          new Fact.Described(form.anyNumber("number").stream().toList(), form.bibliography());
      case ACTED ->
          new Fact.Acted(
              form.act("act").orElse(Act.REPLY_FILED),
              form.service("service"),
              form.date("entered"),
              form.text("concerns"),
              form.text("text"));
      case NOTED -> new Fact.Noted(form.text("code"), form.text("text"));
      case ATTACHED -> {
        form.refuse("event-kind", "", "attached", "A document is attached with its file.");
        yield new Fact.Noted("attached", "");
      }
      case CORRECTED ->
          new Fact.Corrected(
              form.event("target").orElse(new EventId(1)), Optional.empty(), form.text("reason"));
    };
  }

  /// The publication number; a stand-in when it was refused, for then no fact leaves this class.
  private static RightNumber needed(FormValues form) {
    return form.number("number", NumberType.PUBLICATION)
        .orElseGet(() -> new RightNumber(Office.CN, NumberType.PUBLICATION, "0", "0"));
  }

  /// The bibliography that these names and classes make.
  static Bibliography bibliography(String title, List<Bibliography.Named> named, FormValues form) {
    List<Bibliography.Text> titles = new ArrayList<>();
    if (!title.isEmpty()) {
      titles.add(new Bibliography.Text(FormValues.language(title), title));
    }
    String text = form.text("abstract");
    return new Bibliography(
        titles,
        text.isEmpty()
            ? List.of()
            : List.of(new Bibliography.Text(FormValues.language(text), text)),
        named,
        form.classes("classes"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        form.sign(title));
  }
}
