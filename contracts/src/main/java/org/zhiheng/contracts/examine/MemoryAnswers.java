package org.zhiheng.contracts.examine;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// Answers of the other side in a list.
public final class MemoryAnswers implements Answers {

  /// Guarded by this.
  private final List<Answer> answers = new ArrayList<>();

  /// Nobody answered yet.
  public MemoryAnswers() {}

  @Override
  public synchronized void keep(Answer answer) {
    answers.add(answer);
  }

  @Override
  public synchronized List<Answer> about(OrganisationId organisation, PartyId party) {
    return answers.stream()
        .filter(one -> one.organisation().equals(organisation) && one.party().equals(party))
        .toList();
  }
}
