package org.zhiheng.intake;

import java.io.IOException;
import java.util.List;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.values.Problem;

/// Counts the items of one file and hands them on. One thread.
final class Items {

  private final String file;
  private final ItemConsumer consumer;

  /// Items handed on so far.
  private long count;

  Items(String file, ItemConsumer consumer) {
    this.file = file;
    this.consumer = consumer;
  }

  boolean take(Outcome outcome) throws IOException {
    count++;
    return switch (outcome) {
      case Outcome.Taken taken -> consumer.take(new Item.Read(count, taken.notice()));
      case Outcome.Refused refused -> consumer.take(new Item.Refused(count, refused.problems()));
    };
  }

  boolean refuse(Problem problem) throws IOException {
    count++;
    return consumer.take(new Item.Refused(count, List.of(problem.from(file))));
  }

  long count() {
    return count;
  }
}
