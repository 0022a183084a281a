package org.zhiheng.links.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.witness.AddCheckpoint;
import org.zhiheng.values.Parsed;

/// One witness that is asked: its address, its keys, and the size it signed last. For one thread at
/// a time.
///
/// Source: C2SP tlog-witness v1.0.0, add-checkpoint.
final class HttpWitness {

  /// Sixteen signatures of ML-DSA-44 in base64 are some 55 KB; more bytes are not read.
  static final int ANSWER_BYTES_MAX = 100_000;

  private final HttpClient client;
  private final URI address;
  private final List<VerifierKey> keys;

  /// What it signed last, as far as it told; 0 before it did. Written by who asks it.
  private volatile long known;

  /// @param address prefix, without a slash at its end
  /// @param keys that its lines count by
  HttpWitness(HttpClient client, URI address, List<VerifierKey> keys) {
    this.client = client;
    this.address = address;
    this.keys = List.copyOf(keys);
  }

  String name() {
    return address.toString();
  }

  /// Asks for its signature; when it says that it signed another size last, once more from there.
  ///
  /// @throws IOException when growth cannot be proved; what the network does is a reply
  WitnessReply ask(SignedNote note, long size, Witnesses.Growth growth, Duration wait)
      throws IOException, InterruptedException {
    long old = Math.min(known, size);
    Said first = send(note, old, growth, wait);
    Optional<Long> latest = first.conflict();
    if (latest.isEmpty()) {
      return reply(first, note, old, size);
    }
    if (latest.get() > size) {
      return new WitnessReply.Ahead(name(), latest.get());
    }
    known = latest.get();
    Said second = send(note, known, growth, wait);
    Optional<Long> again = second.conflict();
    // from the same size there is only one root; whoever refuses that has signed another
    if (again.isPresent()) {
      return again.get() >= size
          ? new WitnessReply.Ahead(name(), again.get())
          : new WitnessReply.Behind(name(), again.get());
    }
    return reply(second, note, known, size);
  }

  /// Asks which size it signed last, by a checkpoint of the log without entries: it signs that, and
  /// nothing is lost, or says what it has.
  ///
  /// @return 0 when it signed none; nothing when it did not say
  Optional<Long> largestSeen(SignedNote empty, Duration wait) throws InterruptedException {
    Said said = post(new AddCheckpoint(0, List.of(), empty).toString(), wait);
    Optional<Long> latest = said.status() == 200 ? Optional.of(0L) : said.conflict();
    latest.ifPresent(size -> known = size);
    return latest;
  }

  private Said send(SignedNote note, long old, Witnesses.Growth growth, Duration wait)
      throws IOException, InterruptedException {
    List<Hash> path = old == 0 ? List.of() : growth.since(old).path();
    return post(new AddCheckpoint(old, path, note).toString(), wait);
  }

  private Said post(String body, Duration wait) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
            .timeout(wait)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      HttpResponse<byte[]> response =
          client.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
      return new Said(
          response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), "");
    } catch (IOException failed) {
      return new Said(0, "", failed.getClass().getSimpleName() + ": " + failed.getMessage());
    }
  }

  /// What came back.
  ///
  /// @param status 0 when nothing did
  /// @param body as text
  /// @param failure why nothing did
  private record Said(int status, String body, String failure) {

    /// The size it signed last, where it says that this is another one.
    Optional<Long> conflict() {
      return status == 409 ? Checkpoint.number(body.stripTrailing()) : Optional.empty();
    }
  }

  private WitnessReply reply(Said said, SignedNote note, long old, long size) {
    return switch (said.status()) {
      case 0 -> new WitnessReply.Failed(name(), said.failure());
      case 200 -> signed(said.body(), note, size);
      // before 2026 the specification asked for 409 here, since then for 422
      case 422 ->
          old == size && size > 0
              ? new WitnessReply.Ahead(name(), size)
              : refused(said, "It does not see that the log grew out of what it signed.");
      case 409 -> new WitnessReply.Failed(name(), "It says 409 and no size that helps.");
      case 404 -> refused(said, "It does not watch this log.");
      case 403 -> refused(said, "It does not know the log's key.");
      default -> refused(said, "It did not sign.");
    };
  }

  private WitnessReply refused(Said said, String reason) {
    return new WitnessReply.Refused(name(), said.status(), reason);
  }

  private WitnessReply signed(String body, SignedNote note, long size) {
    Parsed<SignedNote> parsed =
        SignedNote.parse((note.text() + "\n" + body).getBytes(StandardCharsets.UTF_8));
    if (parsed.refusal().isPresent()) {
      return new WitnessReply.Invalid(
          name(), "What it sent are no signatures: " + parsed.refusal().get().reason());
    }
    return switch (parsed.orThrow().check(keys)) {
      case NoteCheck.Refused refused -> new WitnessReply.Invalid(name(), refused.reason());
      case NoteCheck.Held held -> {
        known = size;
        List<VerifierKey> counted = held.signed().stream().map(NoteCheck.Signed::key).toList();
        yield new WitnessReply.Signed(
            name(), counted, lines(parsed.orThrow().signatures(), counted));
      }
    };
  }

  /// The line of each key that was checked: the first that bears its name and id.
  private static List<SignatureLine> lines(List<SignatureLine> all, List<VerifierKey> of) {
    List<SignatureLine> lines = new ArrayList<>();
    for (VerifierKey key : of) {
      all.stream()
          .filter(line -> line.name().equals(key.name()) && line.keyId() == key.id())
          .findFirst()
          .ifPresent(lines::add);
    }
    return lines;
  }
}
