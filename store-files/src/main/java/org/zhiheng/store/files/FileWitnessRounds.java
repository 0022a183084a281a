package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.prove.WitnessRound;
import org.zhiheng.jobs.prove.WitnessRounds;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.values.Parsed;

/// The last round as a file of JSON; a new one takes its place whole.
///
/// @param file which
public record FileWitnessRounds(Path file) implements WitnessRounds {

  @Override
  public void keep(WitnessRound round) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    Files.createDirectories(folder);
    Path aside = folder.resolve(file.getFileName() + ".next");
    Disk disk = Disk.real();
    try (FileChannel out =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      disk.write(out, ByteBuffer.wrap(bytes(round)));
    }
    // not synced: what the machine loses here is asked for anew
    disk.name(aside, file);
  }

  private static byte[] bytes(WitnessRound round) {
    List<Json> answered = new ArrayList<>();
    for (WitnessRound.Answered one : round.answered()) {
      answered.add(
          new Json.Fields(
              new TreeMap<>(
                  Map.of(
                      "address", new Json.Text(one.address()),
                      "answer", new Json.Text(one.answer().word()),
                      "size", new Json.Text(one.size().map(String::valueOf).orElse("")),
                      "reason", new Json.Text(one.reason())))));
    }
    return new Json.Fields(
            new TreeMap<>(
                Map.of(
                    "at", new Json.Text(round.at().toString()),
                    "size", new Json.Whole(round.size()),
                    "answered", new Json.Items(answered))))
        .bytes();
  }

  @Override
  public Optional<WitnessRound> latest() throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    if (!(Json.parse(bytes) instanceof Parsed.Ok<Json>(Json.Fields fields))
        || !(fields.values().get("at") instanceof Json.Text(String at))
        || !(fields.values().get("size") instanceof Json.Whole(long size))
        || !(fields.values().get("answered") instanceof Json.Items(List<Json> answered))) {
      throw strange();
    }
    List<WitnessRound.Answered> all = new ArrayList<>();
    for (Json one : answered) {
      all.add(answered(one));
    }
    try {
      return Optional.of(new WitnessRound(Instant.parse(at), size, all));
    } catch (DateTimeException unfit) {
      throw new IOException(strange().getMessage(), unfit);
    }
  }

  private WitnessRound.Answered answered(Json json) throws IOException {
    if (!(json instanceof Json.Fields fields)
        || !(fields.values().get("address") instanceof Json.Text(String address))
        || !(fields.values().get("answer") instanceof Json.Text(String answer))
        || !(fields.values().get("size") instanceof Json.Text(String size))
        || !(fields.values().get("reason") instanceof Json.Text(String reason))) {
      throw strange();
    }
    return new WitnessRound.Answered(
        address,
        WitnessRound.Answer.of(answer).orElseThrow(this::strange),
        Checkpoint.number(size),
        reason);
  }

  private IOException strange() {
    return new IOException(
        file + " is not what witnesses answered; it may be removed, the next round makes it anew");
  }
}
