package org.zhiheng.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.bundle.AnchorJudge;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.BundlePolicy;
import org.zhiheng.ledger.bundle.HeldBytes;
import org.zhiheng.ledger.bundle.StampJudge;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;
import org.zhiheng.values.Parsed;

/// The page in a browser beside the verifier in Java: both judge the same bundles, with the same
/// things given from outside, on the same date.
final class BesideJava implements AutoCloseable {

  private static final Look LOOK = new Look("en", 1280, "light", Script.ON);

  /// Judges bundles in the page, as the page does: `[date of checking, policy, count of files, name
  /// and bytes of each, bundle...]`, bytes in base64; a line for each bundle, and why.
  private static final String JUDGE =
      """
      async ([asOf, policy, count, ...rest]) => {
        const at = document.querySelector('script[type=module]').src.replace('page.js', '');
        const { check } = await import(at + 'judge.js');
        const { trustOf } = await import(at + 'given.js');
        const { policyOutside } = await import(at + 'note.js');
        const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
        const given = { asOf: BigInt(asOf) };
        if (policy) { given.policy = policyOutside(bytes(policy)); }
        const files = [];
        for (let file = 0; file < 2 * count; file += 2) {
          files.push({ name: rest[file], bytes: bytes(rest[file + 1]) });
        }
        given.trust = trustOf(files);
        const said = [];
        for (const bundle of rest.slice(2 * count)) {
          const found = await check(new Blob([bytes(bundle)]), given);
          const why = found.verdicts.flatMap(
              one => [one, ...(one.also ?? [])].map(each => each.reason + ' ' + each.values.join(' | ')));
          said.push(found.outcome + ' ' + found.verdicts.map(one => one.result).join(' ') + '\\n' + why.join('\\n'));
        }
        return said;
      }
      """;

  private final Server server;
  private final Browsing browsing;

  /// Opened once: each opening loads all scripts anew.
  private final Browsing.Seen seen;

  private BesideJava(Server server, Browsing browsing) {
    this.server = server;
    this.browsing = browsing;
    this.seen = browsing.open(LOOK, "/verify");
  }

  /// Opens a server and a browser; empty where there is no browser.
  static Optional<BesideJava> open() {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return Optional.empty();
    }
    Server started = Sample.ground(0).start();
    return Optional.of(
        new BesideJava(
            started, Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow()));
  }

  @Override
  public void close() {
    seen.close();
    browsing.close();
    server.close();
  }

  /// What was given from outside.
  ///
  /// @param policy empty for none
  /// @param trust files of a folder of keys, by name; empty for none
  /// @param asOf the date of checking
  record Given(String policy, SortedMap<String, byte[]> trust, Instant asOf) {

    static Given nothing(Instant asOf) {
      return new Given("", new TreeMap<>(), asOf);
    }

    Given with(String name, byte[] file) {
      SortedMap<String, byte[]> more = new TreeMap<>(trust);
      more.put(name, file);
      return new Given(policy, more, asOf);
    }

    Given on(Instant date) {
      return new Given(policy, trust, date);
    }

    Given asking(String asked) {
      return new Given(asked, trust, asOf);
    }

    @Override
    public String toString() {
      return (policy.isEmpty() ? "no policy" : "a policy") + ", " + trust.keySet() + ", " + asOf;
    }
  }

  /// What the page says of a bundle, and the reasons behind it.
  ///
  /// @param line the outcome and the five results
  /// @param why names of sentences with their values, one a line
  record Said(String line, String why) {}

  /// Judges bundles by the page alone.
  List<Said> page(List<byte[]> bundles, Given given) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(ChronoUnit.NANOS.between(Instant.EPOCH, given.asOf())));
    arguments.add(base64(given.policy().getBytes(StandardCharsets.UTF_8)));
    arguments.add(Integer.toString(given.trust().size()));
    given
        .trust()
        .forEach((name, bytes) -> {
          arguments.add(name);
          arguments.add(base64(bytes));
        });
    bundles.forEach(bundle -> arguments.add(base64(bundle)));
    return ((List<?>) seen.page().evaluate(JUDGE, arguments))
        .stream()
            .map(String::valueOf)
            .map(one -> {
              int end = one.indexOf('\n');
              return new Said(one.substring(0, end), one.substring(end + 1));
            })
            .toList();
  }

  /// Judges bundles by both, sees that they say the same, and gives what they said.
  List<Said> same(List<byte[]> bundles, Given given) {
    List<Said> said = page(bundles, given);
    SoftAssertions softly = new SoftAssertions();
    for (int at = 0; at < bundles.size(); at++) {
      Verdicts verdicts = java(bundles.get(at), given);
      softly
          .assertThat(said.get(at).line())
          .as("bundle %s, %s:%n%s%n%s", at, given, said.get(at).why(), verdicts.text())
          .isEqualTo(line(verdicts));
    }
    softly.assertAll();
    return said;
  }

  /// What Java says, as the page would say it.
  static String line(Verdicts verdicts) {
    StringBuilder said =
        new StringBuilder(
            verdicts.refusal().isPresent() ? "refused" : verdicts.holds() ? "holds" : "fails");
    verdicts.all().forEach(one -> said.append(' ').append(one.result().word()));
    return said.toString();
  }

  static Verdicts java(byte[] bundle, Given given) {
    try {
      return new BundleCheck(new StampJudge(given.asOf()), new AnchorJudge())
          .check(
              new HeldBytes(Octets.of(bundle)),
              given.policy().isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      BundlePolicy.parse(given.policy().getBytes(StandardCharsets.UTF_8))
                          .orThrow()),
              given.trust().isEmpty() ? Optional.empty() : Optional.of(trust(given.trust())));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Trust trust(SortedMap<String, byte[]> files) {
    return new Trust(
        lines(files, "logs.txt", VerifierKey::parse),
        lines(files, "witnesses.txt", VerifierKey::parse),
        lines(files, "issuers.txt", VerifierKey::parse),
        files.entrySet().stream()
            .filter(one -> one.getKey().endsWith(".der"))
            .map(one -> Octets.of(one.getValue()))
            .toList(),
        lines(files, "chain.txt", ChainFact::parse));
  }

  private static <T> List<T> lines(
      SortedMap<String, byte[]> files, String name, Function<String, Parsed<T>> parse) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> parse.apply(line).orThrow())
        .toList();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
