package org.zhiheng.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;

/// All that reading one file gave.
record Taken(List<Item> items) {

  static Taken of(IntakeKind kind, IntakeFile file) {
    List<Item> items = new ArrayList<>();
    try {
      Intake.read(kind, file, items::add);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Taken(items);
  }

  static Taken of(IntakeKind kind, String text) {
    return of(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  static Taken of(IntakeKind kind, byte[] bytes) {
    return of(
        kind, new IntakeFile("test", Digest.of(bytes), () -> new ByteArrayInputStream(bytes)));
  }

  List<Notice> notices() {
    return items.stream()
        .filter(Item.Read.class::isInstance)
        .map(item -> ((Item.Read) item).notice())
        .toList();
  }

  List<Problem> problems() {
    return items.stream()
        .filter(Item.Refused.class::isInstance)
        .flatMap(item -> ((Item.Refused) item).problems().stream())
        .toList();
  }

  /// `code at path` of each.
  List<String> codes() {
    return problems().stream().map(problem -> problem.code() + " at " + problem.path()).toList();
  }
}
