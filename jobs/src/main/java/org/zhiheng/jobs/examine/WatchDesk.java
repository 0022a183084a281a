package org.zhiheng.jobs.examine;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.similarity.word.Rating;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Watches names: every mark that is recorded or changed is compared with them, and what comes near
/// arrives as a task.
///
/// A mark comes up against a watch once. Marks that were there before the watch began do not come
/// up by themselves: an examination lists them. Safe for many threads.
public final class WatchDesk {

  /// More watches of one organisation are refused: each is compared with every new mark.
  public static final int RUNNING_MAX = 10_000;

  /// What is watched for when nothing is said: this near in sound, shape, meaning or figure, in
  /// hundredths. Ours.
  public static final int LEAST = 75;

  private final Watches watches;
  private final Comparing comparing;
  private final Words words;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// Over these watches.
  public WatchDesk(Watches watches, Comparing comparing, AuditTrail trail, InstantSource clock) {
    this.watches = watches;
    this.comparing = comparing;
    this.words = comparing.words();
    this.trail = trail;
    this.clock = clock;
  }

  /// Starts to watch the name of an inquiry, in its classes.
  ///
  /// @throws org.zhiheng.values.ProblemsException when the name cannot be read, or there are too
  ///   many
  public Watches.Watch start(Acting acting, Inquiry inquiry, int least) {
    acting.must(Permission.RECORD);
    words.read(inquiry.name()).orThrow();
    long running =
        watches.all(acting.organisation()).stream()
            .filter(watch -> watch.endedAt().isEmpty())
            .count();
    if (running >= RUNNING_MAX) {
      throw new org.zhiheng.values.ProblemsException(
          org.zhiheng.values.Problem.of(
              "too-many-watches",
              "",
              Long.toString(running),
              "At most " + RUNNING_MAX + " names are watched at a time."));
    }
    Watches.Watch watch =
        watches.start(
            new Watches.Fresh(
                acting.organisation(),
                acting.name(),
                now(),
                inquiry.name(),
                inquiry.classes(),
                inquiry.groups(),
                least));
    keep(acting, "watch-start", watch.id().toString(), inquiry.name());
    return watch;
  }

  /// Ends one; false when it is not there.
  public boolean end(Acting acting, WatchId id) {
    acting.must(Permission.RECORD);
    boolean ended = watches.end(acting.organisation(), id, now());
    if (ended) {
      keep(acting, "watch-end", id.toString(), "");
    }
    return ended;
  }

  /// All of the organisation's.
  public List<Watches.Watch> all(Acting acting) {
    acting.must(Permission.READ);
    return watches.all(acting.organisation());
  }

  /// Hits, newest first.
  ///
  /// @param state only those in this state
  public List<Watches.Hit> hits(Acting acting, Optional<Watches.State> state, int limit) {
    acting.must(Permission.READ);
    return watches.hits(acting.organisation(), state, limit);
  }

  /// Moves a hit; false when it is not there.
  public boolean decide(
      Acting acting, WatchId watch, RightId right, Watches.State state, String note) {
    acting.must(Permission.RECORD);
    boolean moved =
        watches.decide(acting.organisation(), watch, right, state, note, acting.name(), now());
    if (moved) {
      keep(acting, "watch-" + state.code(), watch + " " + right, note);
    }
    return moved;
  }

  /// Compares marks that changed with all watches of their organisations.
  ///
  /// @return how many came up that had not before
  public int compare(List<MarkFeed.Marked> changed) {
    Map<OrganisationId, List<Watches.Watch>> running =
        watches.running().stream()
            .collect(Collectors.groupingBy(watch -> watch.content().organisation()));
    int hits = 0;
    for (MarkFeed.Marked mark : changed) {
      List<Watches.Watch> own = running.getOrDefault(mark.organisation(), List.of());
      Optional<WordMark> its = own.isEmpty() ? Optional.empty() : words.read(mark.name()).found();
      if (its.isEmpty()) {
        continue;
      }
      for (Watches.Watch watch : own) {
        hits += meets(watch, mark, its.get()) ? 1 : 0;
      }
    }
    return hits;
  }

  private boolean meets(Watches.Watch watch, MarkFeed.Marked mark, WordMark its) {
    Watches.Fresh content = watch.content();
    boolean goods =
        content.classes().isEmpty()
            || mark.classes().isEmpty()
            || mark.classes().stream().anyMatch(content.classes()::contains);
    if (!goods) {
      return false;
    }
    WordMark watched = words.read(content.name()).orThrow();
    Rating rating = words.rate(watched, its);
    double nearest = Math.max(Math.max(rating.sound(), rating.shape()), rating.meaning());
    if (nearest * 100 < content.least()) {
      return false;
    }
    Compared compared = comparing.names(content.name(), mark.name());
    return watches.hit(
        watch.id(),
        mark.right(),
        now(),
        RecordJson.text(out -> ExaminationJson.compared(compared, out)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void keep(Acting acting, String action, String subject, String detail) {
    trail.keep(
        new AuditTrail.Entry(now(), acting.organisation(), acting.name(), action, subject, detail));
  }
}
