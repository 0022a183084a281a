package org.zhiheng.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// What the one who checks asks of a bundle: a policy of C2SP tlog-policy, which says whom to
/// trust, with two lines more that others read as comments.
///
/// | line | what it says |
/// |---|---|
/// | `#require CHECK…` | these must pass too: `witness`, `time`, `anchor` |
/// | `#operator WITNESS…` | these witnesses of the policy are the log's operator, and never count |
///
/// @param trust logs, witnesses and quorum
/// @param required what must pass. Statement and inclusion always; witnesses where the quorum asks
///   for some
/// @param operators keys of witnesses that do not count
public record BundlePolicy(TrustPolicy trust, Set<Check> required, Set<VerifierKey> operators) {

  private static final String REQUIRE = "#require";
  private static final String OPERATOR = "#operator";

  /// What must pass where no policy is given.
  static final Set<Check> LEAST =
      Collections.unmodifiableSet(EnumSet.of(Check.STATEMENT, Check.INCLUSION));

  /// Adds what must pass anyway.
  public BundlePolicy {
    EnumSet<Check> all = EnumSet.copyOf(LEAST);
    all.addAll(required);
    if (!(trust.quorum() instanceof Quorum.Nobody)) {
      all.add(Check.WITNESS);
    }
    required = Collections.unmodifiableSet(all);
    operators = Set.copyOf(operators);
  }

  /// Reads a policy file; refused with the number of the line.
  public static Parsed<BundlePolicy> parse(byte[] bytes) {
    Parsed<TrustPolicy> read = TrustPolicy.parse(bytes);
    if (read.refusal().isPresent()) {
      return new Parsed.Refused<>(read.refusal().get());
    }
    TrustPolicy trust = read.orThrow();
    EnumSet<Check> required = EnumSet.noneOf(Check.class);
    Set<VerifierKey> operators = new HashSet<>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      number++;
      List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("[ \t]+")));
      String first = words.removeFirst();
      if (!first.equals(REQUIRE) && !first.equals(OPERATOR)) {
        continue;
      }
      for (String word : words) {
        Optional<Check> check = Check.of(word);
        Optional<Quorum.Witness> witness =
            trust.witnesses().stream().filter(one -> one.name().equals(word)).findFirst();
        if (first.equals(REQUIRE) ? check.isEmpty() : witness.isEmpty()) {
          return new Parsed.Refused<>(
              Problem.of(
                  "bundle-policy",
                  "line " + number,
                  word,
                  "Behind #require stand statement, inclusion, witness, time or anchor,"
                      + " behind #operator names of witnesses of this policy."));
        }
        if (first.equals(REQUIRE)) {
          check.ifPresent(required::add);
        } else {
          witness.ifPresent(one -> operators.add(one.key()));
        }
      }
    }
    return Parsed.ok(new BundlePolicy(trust, required, operators));
  }
}
