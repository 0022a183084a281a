package org.zhiheng.intake.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// The problems of one row or document, collected so that all are found in one pass.
///
/// One thread.
public final class Findings {

  /// More than so many problems of one document tell nothing new.
  public static final int PROBLEMS_MAX = 20;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  /// Of a row of this file.
  public Findings(String file) {
    this.file = file;
  }

  /// Adds one, found at this path.
  public void add(Problem problem, String path) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(problem.at(path).from(file));
    }
  }

  /// Adds one.
  public void add(String code, String path, String given, String reason) {
    add(Problem.of(code, path, given, reason), path);
  }

  /// The value; a refusal is kept as found at this path.
  public <T> Optional<T> of(Parsed<T> parsed, String path) {
    return switch (parsed) {
      case Parsed.Ok<T> ok -> Optional.of(ok.value());
      case Parsed.Refused<T> refused -> {
        add(refused.problem(), path);
        yield Optional.empty();
      }
    };
  }

  /// Whether nothing was found.
  public boolean none() {
    return problems.isEmpty();
  }

  /// All of them.
  public List<Problem> all() {
    return List.copyOf(problems);
  }
}
