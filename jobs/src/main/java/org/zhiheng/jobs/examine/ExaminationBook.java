package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.report.RecordJson;
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
  /// @param then the examination as it was kept
  /// @param intact whether the digest taken over the list as it was kept is the one kept beside it
  /// @param now the examination as it is today
  /// @param differs in what the basis is another one, by the names it has in JSON (`indexVersion`);
  ///   none on the same basis
  /// @param sameList whether the list is that of then
  /// @param changes in what the lists differ; marks that ended since are among them
  public record Again(
      Examined then,
      boolean intact,
      Examined now,
      List<String> differs,
      boolean sameList,
      List<ListChange> changes) {
    /// Copies the lists.
    public Again {
      differs = List.copyOf(differs);
      changes = List.copyOf(changes);
    }

    /// Whether index, tables and rules are those of then.
    public boolean sameBasis() {
      return differs.isEmpty();
    }
  }

  /// Asks what was asked then, today. On the same basis the list is the same; where it is not, that
  /// is a bug.
  ///
  /// @throws IOException when the index cannot be read
  public Optional<Again> again(Acting acting, ExaminationId id) throws IOException {
    Optional<Examinations.Kept> kept = show(acting, id);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Examined then = examined(kept.get());
    Examined now = examiner.examine(acting, inquiry(kept.get()));
    String basis = RecordJson.text(out -> ExaminationJson.basis(now.basis(), out));
    return Optional.of(
        new Again(
            then,
            intact(kept.get()),
            now,
            differing(kept.get().content().basis(), basis),
            now.list().equals(kept.get().content().list()),
            ListChange.between(then.hits(), now.hits())));
  }

  /// What was found then, as it was kept.
  public Examined examined(Examinations.Kept record) {
    return ExaminationReader.examined(record.content().found());
  }

  /// Whether the digest taken over the list as it was kept is the one kept beside it.
  public boolean intact(Examinations.Kept record) {
    return Examiner.listDigest(examined(record).hits()).equals(record.content().list());
  }

  /// What was asked.
  public Inquiry inquiry(Examinations.Kept record) {
    return ExaminationReader.inquiry(record.content().inquiry());
  }

  /// The names under which two bases hold something else, each once, in the order of their names.
  private List<String> differing(String then, String now) {
    JsonNode left = json.readTree(then);
    JsonNode right = json.readTree(now);
    Set<String> names = new TreeSet<>(left.propertyNames());
    names.addAll(right.propertyNames());
    return names.stream().filter(name -> !left.path(name).equals(right.path(name))).toList();
  }
}
