package org.zhiheng.jobs.uploads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.values.OrganisationId;

/// A file that is on its way.
///
/// @param begun what never changes
/// @param there numbers of the parts that are kept, whole and as their digests said
/// @param touched when it was begun or a part was kept last
public record Upload(Begun begun, SortedSet<Integer> there, Instant touched) {

  /// What is known of an upload from its beginning on.
  ///
  /// @param id of it
  /// @param organisation for whom
  /// @param by the name of the user who began it
  /// @param at when
  /// @param file what was said of it
  public record Begun(
      UploadId id, OrganisationId organisation, String by, Instant at, DeclaredFile file) {}

  /// Copies the set.
  public Upload {
    there = Collections.unmodifiableSortedSet(new TreeSet<>(there));
  }

  /// Its id.
  public UploadId id() {
    return begun.id();
  }

  /// What was said of the file.
  public DeclaredFile file() {
    return begun.file();
  }

  /// Numbers of the parts that are not there yet, from the first on.
  public List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int part = 1; part <= file().parts(); part++) {
      if (!there.contains(part)) {
        missing.add(part);
      }
    }
    return missing;
  }

  /// How many bytes are there.
  public long thereBytes() {
    return there.stream().mapToLong(part -> file().lengthBytes(part)).sum();
  }

  /// Whether somebody began it.
  boolean isOf(Acting acting) {
    return begun.organisation().equals(acting.organisation()) && begun.by().equals(acting.name());
  }
}
