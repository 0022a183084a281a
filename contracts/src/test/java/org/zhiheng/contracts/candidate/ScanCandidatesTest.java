package org.zhiheng.contracts.candidate;

import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.word.Words;

final class ScanCandidatesTest extends CandidatesContract {

  private final Words words = Words.load();

  @Override
  protected Words words() {
    return words;
  }

  @Override
  protected Candidates empty() {
    return new ScanCandidates(words);
  }
}
