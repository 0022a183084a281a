package org.zhiheng.index.lucene;

import org.zhiheng.contracts.candidate.CandidatesContract;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.word.Words;

final class MemoryCandidatesTest extends CandidatesContract {

  private final Words words = Words.load();

  @Override
  protected Words words() {
    return words;
  }

  @Override
  protected Candidates empty() {
    return LuceneCandidates.inMemory(words);
  }
}
