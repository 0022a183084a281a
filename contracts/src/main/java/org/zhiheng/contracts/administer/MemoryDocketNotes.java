package org.zhiheng.contracts.administer;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Notes on deadlines in a list.
public final class MemoryDocketNotes implements DocketNotes {

  /// Guarded by this.
  private final List<Note> notes = new ArrayList<>();

  /// Nobody said anything yet.
  public MemoryDocketNotes() {}

  @Override
  public synchronized void keep(Note note) {
    notes.add(note);
  }

  @Override
  public synchronized List<Note> of(OrganisationId organisation, RightId right) {
    return notes.stream()
        .filter(note -> note.organisation().equals(organisation) && note.right().equals(right))
        .toList();
  }
}
