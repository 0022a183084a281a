package org.zhiheng.contracts.administer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.jobs.administer.Closing;
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

  @Override
  public Map<String, Closing> closings(OrganisationId organisation, RightId right) {
    Map<String, Closing> closings = new HashMap<>();
    for (Note note : of(organisation, right)) {
      switch (note.what()) {
        case CLOSE -> closings.put(note.key(), new Closing(note.text(), note.by(), note.at()));
        case REOPEN -> closings.remove(note.key());
        case ASSIGN -> {}
      }
    }
    return Map.copyOf(closings);
  }
}
