package org.zhiheng.ledger.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.Problem;

/// Five verdicts about a bundle, one for each [Check], in their order. There is no single one.
///
/// @param all five
/// @param required which of them had to pass
/// @param refusal why the bundle was refused before anything in it was judged
/// @param facts what the bundle says of itself, by name; whether to believe it, the verdicts say.
///   Values are escaped
public record Verdicts(
    List<Verdict> all,
    Set<Check> required,
    Optional<Problem> refusal,
    SortedMap<String, String> facts) {

  /// @throws IllegalArgumentException when there is not one verdict for each check
  public Verdicts {
    all = List.copyOf(all);
    required = Collections.unmodifiableSet(EnumSet.copyOf(required));
    SortedMap<String, String> ordered = new TreeMap<>();
    ordered.putAll(facts);
    facts = Collections.unmodifiableSortedMap(ordered);
    if (!all.stream().map(Verdict::check).toList().equals(Arrays.asList(Check.values()))) {
      throw new IllegalArgumentException("one verdict for each check, in their order");
    }
  }

  /// The verdicts about a bundle that is none: it is refused, and five times failed.
  ///
  /// @param problem why
  /// @param required what had to pass
  public static Verdicts refused(Problem problem, Set<Check> required) {
    List<Verdict> all = new ArrayList<>();
    for (Check check : Check.values()) {
      all.add(
          new Verdict(
              check,
              Verdict.Result.FAILED,
              "Not judged, for the bundle is refused. " + problem.line()));
    }
    return new Verdicts(all, required, Optional.of(problem), new TreeMap<>());
  }

  /// The same for what cannot even be read.
  ///
  /// @param reason one sentence
  public static Verdicts unreadable(String given, String reason, Optional<BundlePolicy> policy) {
    return refused(
        Problem.of("bundle-unreadable", "bundle", given, reason),
        policy.map(BundlePolicy::required).orElse(BundlePolicy.LEAST));
  }

  static Verdicts of(Bundle bundle, List<Verdict> all, Set<Check> required, Known known) {
    SortedMap<String, String> facts = new TreeMap<>();
    BundleParts.Entry entry = bundle.parts().entry();
    Checkpoint checkpoint = entry.checkpoint();
    facts.put("log", Problem.shown(checkpoint.origin()));
    facts.put("index", Long.toString(entry.proof().inclusion().index()));
    facts.put("size", Long.toString(checkpoint.head().size()));
    facts.put("root", checkpoint.head().root().base64());
    facts.put("kind", Manifest.word(entry.leaf().kind()));
    SignedStatement statement =
        switch (bundle.parts().content()) {
          case BundleParts.Held held -> held.statement();
          case BundleParts.Erased erased -> erased.notice();
        };
    facts.put("issuer", Problem.shown(statement.issuer()));
    facts.put("issuerSays", statement.issuedAt().toString());
    statement.manifest().subject().ifPresent(right -> facts.put("subject", right.toString()));
    if (bundle.parts().content() instanceof BundleParts.Held) {
      facts.put("files", Integer.toString(statement.manifest().files().size()));
      // what is merely brought tells nothing: anybody may put it there
      if (RevocationJudge.judge(bundle, statement, known)
          instanceof RevocationJudge.Withdrawn withdrawn) {
        facts.put("revokedAt", Long.toString(withdrawn.index()));
      }
    }
    return new Verdicts(all, required, Optional.empty(), facts);
  }

  /// Whether all that is asked for holds. Nothing may have failed, asked for or not: a false stamp
  /// is worse than none. A statement that was erased by law holds as what remains of it.
  public boolean holds() {
    return refusal.isEmpty()
        && all.stream()
            .allMatch(verdict ->
                switch (verdict.result()) {
                  case PASSED, ERASED -> true;
                  case ABSENT -> !required.contains(verdict.check());
                  case FAILED -> false;
                });
  }

  /// The verdict of a check.
  public Verdict of(Check check) {
    return all.stream().filter(one -> one.check() == check).findFirst().orElseThrow();
  }

  /// As JSON: `holds`, `verdicts` with `check`, `result`, `reason`, `required`, `facts`, and
  /// `refusal` with `code` and `reason`, empty when it was not refused.
  public Json json() {
    List<Json> listed = new ArrayList<>();
    for (Verdict verdict : all) {
      listed.add(
          fields(
              Map.of(
                  "check", new Json.Text(verdict.check().word()),
                  "result", new Json.Text(verdict.result().word()),
                  "reason", new Json.Text(verdict.reason()),
                  "required", bool(required.contains(verdict.check())))));
    }
    SortedMap<String, Json> said = new TreeMap<>();
    facts.forEach((name, value) -> said.put(name, new Json.Text(value)));
    return fields(
        Map.of(
            "holds",
            bool(holds()),
            "verdicts",
            new Json.Items(listed),
            "facts",
            new Json.Fields(said),
            "refusal",
            fields(
                Map.of(
                    "code", new Json.Text(refusal.map(Problem::code).orElse("")),
                    "reason", new Json.Text(refusal.map(Problem::line).orElse(""))))));
  }

  private static Json fields(Map<String, Json> values) {
    return new Json.Fields(new TreeMap<>(values));
  }

  private static Json bool(boolean value) {
    return value ? Json.Word.TRUE : Json.Word.FALSE;
  }

  /// As lines of text: what the bundle says of itself, a line for each verdict, and whether all
  /// that is asked for holds.
  public String text() {
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    for (Verdict verdict : all) {
      text.append(verdict.check().word())
          .append(": ")
          .append(verdict.result().word())
          .append(required.contains(verdict.check()) ? " (required)" : "")
          .append(". ")
          .append(verdict.reason())
          .append('\n');
    }
    return text.append(
            holds() ? "All that is asked for holds.\n" : "NOT all that is asked for holds.\n")
        .toString();
  }
}
