package org.zhiheng.ledger.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// A policy file: any of its logs, and of its witnesses as many as its quorum asks for.
///
/// Source: C2SP tlog-policy. It is read as bytes, one char a byte: names are no text.
///
/// @param logs keys of logs
/// @param witnesses all that are named, in or outside the quorum
/// @param quorum which of them are enough
public record TrustPolicy(List<VerifierKey> logs, List<Quorum.Witness> witnesses, Quorum quorum) {

  /// Longer files are refused.
  public static final int LENGTH_BYTES_MAX = 1_000_000;

  /// More lines of a kind are refused; the specification asks for 32 at least.
  public static final int LINES_MAX = 1_000;

  /// Groups within groups: deeper is refused, for whether a quorum is reached is asked of each in
  /// turn.
  static final int DEPTH_MAX = 32;

  private static final Pattern SPACES = Pattern.compile("[ \t]+");

  /// Copies the lists.
  public TrustPolicy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
  }

  /// Reads a policy file; refused with the number of the line.
  public static Parsed<TrustPolicy> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return Parsed.refused("log-policy", bytes.length + " bytes", "A policy has at most 1 MB.");
    }
    return new Reading().read(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /// What was read so far.
  private static final class Reading {
    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<Quorum.Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private Optional<Quorum> quorum = Optional.empty();

    private Parsed<TrustPolicy> read(String text) {
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        Optional<String> reason = line(line);
        if (reason.isPresent()) {
          return new Parsed.Refused<>(
              Problem.of("log-policy", "line " + number, line, reason.get()));
        }
      }
      return quorum.isEmpty()
          ? Parsed.refused("log-policy", "", "A policy has one line quorum.")
          : Parsed.ok(new TrustPolicy(logs, witnesses, quorum.get()));
    }

    /// What is wrong with a line.
    private Optional<String> line(String line) {
      if (controls(line)) {
        return Optional.of("A line has no control characters but tabs.");
      }
      List<String> words =
          Arrays.stream(SPACES.split(line)).filter(word -> !word.isEmpty()).toList();
      if (words.isEmpty() || words.getFirst().startsWith("#")) {
        return Optional.empty();
      }
      if (logs.size() + named.size() >= LINES_MAX) {
        return Optional.of("A policy has at most " + LINES_MAX + " lines that define something.");
      }
      return switch (words.getFirst()) {
        case "log" -> log(words);
        case "witness" -> witness(words);
        case "group" -> group(words);
        case "quorum" -> quorum(words);
        default -> Optional.of("A line begins with log, witness, group or quorum.");
      };
    }

    private static boolean controls(String line) {
      for (int at = 0; at < line.length(); at++) {
        char one = line.charAt(at);
        if ((one < 0x20 && one != '\t') || one == 0x7f) {
          return true;
        }
      }
      return false;
    }

    private Optional<String> log(List<String> words) {
      if (words.size() < 2 || words.size() > 3) {
        return Optional.of("A log is written: log KEY [ADDRESS].");
      }
      Parsed<VerifierKey> key = key(words.get(1));
      if (key.refusal().isPresent()) {
        return key.refusal().map(Problem::reason);
      }
      VerifierKey known = key.orThrow();
      if (logs.stream().anyMatch(one -> same(one, known))) {
        return Optional.of("This key of a log stands here already.");
      }
      logs.add(known);
      return Optional.empty();
    }

    private Optional<String> witness(List<String> words) {
      if (words.size() < 3 || words.size() > 4) {
        return Optional.of("A witness is written: witness NAME KEY [ADDRESS].");
      }
      Parsed<VerifierKey> key = key(words.get(2));
      if (key.refusal().isPresent()) {
        return key.refusal().map(Problem::reason);
      }
      VerifierKey known = key.orThrow();
      if (known.algorithm() != NoteAlgorithm.COSIGNATURE_ED25519
          && known.algorithm() != NoteAlgorithm.ML_DSA_44) {
        return Optional.of("A witness signs with a key for cosignatures.");
      }
      if (witnesses.stream().anyMatch(one -> same(one.key(), known))) {
        return Optional.of("This key of a witness stands here already.");
      }
      Quorum.Witness witness =
          new Quorum.Witness(words.get(1), known, words.size() == 4 ? words.get(3) : "");
      Optional<String> taken = name(words.get(1), witness);
      if (taken.isEmpty()) {
        witnesses.add(witness);
      }
      return taken;
    }

    private Optional<String> group(List<String> words) {
      if (words.size() < 4) {
        return Optional.of("A group is written: group NAME all|any|K MEMBER….");
      }
      List<Quorum> of = new ArrayList<>();
      int depth = 1;
      for (String member : words.subList(3, words.size())) {
        Quorum known = named.get(member);
        if (known == null) {
          return Optional.of("A member is named on a line before: " + Problem.shown(member));
        }
        if (!members.add(member)) {
          return Optional.of("A member stands in one group, once: " + Problem.shown(member));
        }
        of.add(known);
        depth = Math.max(depth, depths.getOrDefault(member, 0) + 1);
      }
      if (depth > DEPTH_MAX) {
        return Optional.of("Groups stand at most " + DEPTH_MAX + " deep in one another.");
      }
      depths.put(words.get(1), depth);
      int least =
          switch (words.get(2)) {
            case "all" -> of.size();
            case "any" -> 1;
            default -> words.get(2).matches("[1-9][0-9]{0,3}") ? Integer.parseInt(words.get(2)) : 0;
          };
      if (least < 1 || least > of.size()) {
        return Optional.of("A group asks for all, any or 1 to " + of.size() + " of its members.");
      }
      return name(words.get(1), new Quorum.Group(words.get(1), least, of));
    }

    private Optional<String> quorum(List<String> words) {
      if (words.size() != 2) {
        return Optional.of("The quorum is written: quorum NAME, or quorum none.");
      }
      if (quorum.isPresent()) {
        return Optional.of("A policy has one line quorum.");
      }
      Quorum found = words.get(1).equals("none") ? new Quorum.Nobody() : named.get(words.get(1));
      if (found == null) {
        return Optional.of("The quorum is named on a line before.");
      }
      quorum = Optional.of(found);
      return Optional.empty();
    }

    private Optional<String> name(String name, Quorum means) {
      if (name.equals("none") || named.containsKey(name)) {
        return Optional.of("This name means something already: " + Problem.shown(name));
      }
      named.put(name, means);
      return Optional.empty();
    }

    private static boolean same(VerifierKey one, VerifierKey other) {
      return Arrays.equals(one.publicKey(), other.publicKey());
    }

    /// Names of keys are text again.
    private static Parsed<VerifierKey> key(String bytes) {
      return VerifierKey.parse(
          new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
  }

  /// The witnesses but those whose keys are one's own: whoever keeps a log is no witness of it.
  /// Keys are told by their bytes; another name makes none of them somebody else's.
  ///
  /// @param own the operator's, of its log and its witness
  public List<Quorum.Witness> witnessesBut(Collection<VerifierKey> own) {
    return witnesses.stream()
        .filter(witness ->
            own.stream()
                .noneMatch(key -> Arrays.equals(key.publicKey(), witness.key().publicKey())))
        .toList();
  }

  /// Who of the witnesses signed a checkpoint, and whether they are enough.
  ///
  /// @param signed each once
  /// @param of how many are named and not one's own
  /// @param enough for the quorum
  public record Witnessed(List<NoteCheck.Signed> signed, int of, boolean enough) {
    /// Copies the list.
    public Witnessed {
      signed = List.copyOf(signed);
    }
  }

  /// Looks who signed. Where a line of one of them is false, nobody counts, as signed-note asks.
  ///
  /// @param own keys of the log's operator: they never count, whatever the quorum says
  public Witnessed witnessed(SignedNote checkpoint, Collection<VerifierKey> own) {
    List<VerifierKey> keys = witnessesBut(own).stream().map(Quorum.Witness::key).toList();
    List<NoteCheck.Signed> signed = checkpoint.check(keys).signers();
    return new Witnessed(
        signed,
        keys.size(),
        quorum.reached(signed.stream().map(NoteCheck.Signed::key).collect(Collectors.toSet())));
  }

  /// The keys of all witnesses.
  public List<VerifierKey> witnessKeys() {
    return witnesses.stream().map(Quorum.Witness::key).toList();
  }
}
