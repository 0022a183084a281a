package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Keeps examinations, so that another can see what was asked and found, and ask it again.
///
/// Safe for many threads.
public final class ExaminationBook {

  private final Examinations kept;
  private final Examiner examiner;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final ObjectMapper json = JsonMapper.builder().build();

  /// Over these records.
  public ExaminationBook(
      Examinations kept, Examiner examiner, AuditTrail trail, InstantSource clock) {
    this.kept = kept;
    this.examiner = examiner;
    this.trail = trail;
    this.clock = clock;
  }

  /// Examines and keeps what was found.
  ///
  /// @throws IOException when the index cannot be read
  public Examinations.Kept keep(Acting acting, Inquiry inquiry) throws IOException {
    acting.must(Permission.RECORD);
    Examined examined = examiner.examine(acting, inquiry);
    Examinations.Kept record =
        kept.keep(
            new Examinations.Fresh(
                acting.organisation(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                acting.name(),
                inquiry.name(),
                RecordJson.text(out -> ExaminationJson.inquiry(inquiry, out)),
                RecordJson.text(out -> ExaminationJson.basis(examined.basis(), out)),
                examined.list(),
                RecordJson.text(out -> ExaminationJson.examined(examined, out))));
    trail.keep(
        new AuditTrail.Entry(
            record.content().at(),
            acting.organisation(),
            acting.name(),
            "examination-keep",
            record.id().toString(),
            inquiry.name()));
    return record;
  }

  /// One that was kept.
  public Optional<Examinations.Kept> show(Acting acting, ExaminationId id) {
    acting.must(Permission.READ);
    return kept.find(acting.organisation(), id);
  }

  /// Newest first.
  public List<Examinations.Kept> page(Acting acting, Optional<ExaminationId> before, int limit) {
    acting.must(Permission.READ);
    return kept.page(acting.organisation(), before, limit);
  }

  /// What asking again gave.
  ///
  /// @param now the examination as it is today
  /// @param sameBasis whether index, tables and rules are those of then
  /// @param sameList whether the list is that of then
  public record Again(Examined now, boolean sameBasis, boolean sameList) {}

  /// Asks what was asked then, today. On the same basis the list is the same; where it is not, that
  /// is a bug.
  ///
  /// @throws IOException when the index cannot be read
  public Optional<Again> again(Acting acting, ExaminationId id) throws IOException {
    Optional<Examinations.Kept> then = show(acting, id);
    if (then.isEmpty()) {
      return Optional.empty();
    }
    Examined now = examiner.examine(acting, inquiry(then.get()));
    String basis = RecordJson.text(out -> ExaminationJson.basis(now.basis(), out));
    return Optional.of(
        new Again(
            now,
            basis.equals(then.get().content().basis()),
            now.list().equals(then.get().content().list())));
  }

  /// What was asked.
  public Inquiry inquiry(Examinations.Kept record) {
    JsonNode node = json.readTree(record.content().inquiry());
    return new Inquiry(
        node.path("name").asString(""),
        Optional.of(node.path("figure").asString(""))
            .filter(text -> !text.isEmpty())
            .map(Digest::new),
        strings(node.path("classes")),
        strings(node.path("groups")),
        LocalDate.parse(node.path("lawDate").asString("")),
        Optional.of(node.path("filedOn").asString(""))
            .filter(text -> !text.isEmpty())
            .map(LocalDate::parse),
        node.path("applicant").asString(""),
        node.path("top").asInt(20));
  }

  private static Set<String> strings(JsonNode array) {
    Set<String> strings = new LinkedHashSet<>();
    array.forEach(one -> strings.add(one.asString("")));
    return strings;
  }
}
