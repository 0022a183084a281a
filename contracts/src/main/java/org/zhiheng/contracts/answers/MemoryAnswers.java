package org.zhiheng.contracts.answers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.answers.KeptAnswers;
import org.zhiheng.values.Digest;

/// Answers kept in memory; one lock over all.
public final class MemoryAnswers implements KeptAnswers {

  /// Guarded by this.
  private final Map<Key, Claimed> claims = new HashMap<>();

  /// Nothing was answered yet.
  public MemoryAnswers() {}

  @Override
  public synchronized Claim claim(Key key, Digest request, Instant at) {
    Claimed earlier = claims.get(key);
    if (earlier == null || earlier.over(at)) {
      claims.put(key, new Claimed(request, at, Optional.empty()));
      return new Claim.Fresh();
    }
    if (!earlier.request.equals(request)) {
      return new Claim.Different();
    }
    return earlier.answer.<Claim>map(Claim.Answered::new).orElseGet(Claim.UnderWay::new);
  }

  @Override
  public synchronized void keep(Key key, Answer answer, Instant at) {
    claims.computeIfPresent(
        key, (_, claimed) -> new Claimed(claimed.request, at, Optional.of(answer)));
  }

  @Override
  public synchronized void release(Key key) {
    claims.computeIfPresent(key, (_, claimed) -> claimed.answer.isPresent() ? claimed : null);
  }

  @Override
  public synchronized int forget(Instant before) {
    int size = claims.size();
    claims.values().removeIf(claimed -> claimed.at.isBefore(before));
    return size - claims.size();
  }

  private record Claimed(Digest request, Instant at, Optional<Answer> answer) {
    boolean over(Instant now) {
      return answer.isPresent()
          ? !now.isBefore(at.plus(KEPT_FOR))
          : !now.isBefore(at.plus(CLAIM_LOST_AFTER));
    }
  }
}
