package org.zhiheng.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.zhiheng.similarity.meaning.Embeddings;
import org.zhiheng.similarity.meaning.Vector;

/// The model bge-small-zh-v1.5 (BAAI, quantised to 8 bits), 512 dimensions, on the processor.
///
/// Made for Chinese sentences. What it can't do:
///
/// - join Chinese and English: a word lies barely closer to its translation than to another word
///   (about .09 of cosine between the two), so it must not be used as a bridge between them;
/// - tell a word from its opposite: 高 and 低 lie close, since they stand in like sentences;
/// - place a made-up name, or one rarer than its 21,128 pieces: it reads the characters one by one;
/// - say that two texts mean *nothing* alike: short texts without anything in common still have a
///   cosine of .2 to .5, which [org.zhiheng.similarity.meaning.Meanings] takes for nothing.
///
/// Safe for many threads: the runtime's session may be run by many at once.
public final class OnnxEmbeddings implements Embeddings {

  /// A longer text is cut: a name of [org.zhiheng.similarity.word.Words#LENGTH_MAX] characters is
  /// no name that a sense could be found in.
  public static final int PIECES_MAX = 128;

  /// So many texts are placed in one run; more are placed in several.
  public static final int BATCH_MAX = 32;

  /// Where the system shows the command line that started this process.
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  /// With a longer one the model is not opened. The runtime (1.29.0, Linux) reads it into a room of
  /// fixed size and ends the process: 3,710 bytes passed, 4,010 did not. A class path of many jars
  /// is that long; as the variable `CLASSPATH` it does not count.
  static final int COMMAND_LINE_BYTES_MAX = 3_600;

  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces words;
  private final String modelHash;

  private OnnxEmbeddings(
      OrtEnvironment environment, OrtSession session, WordPieces words, String modelHash) {
    this.environment = environment;
    this.session = session;
    this.words = words;
    this.modelHash = modelHash;
  }

  /// Loads model and vocabulary from the class path; takes about a second and 100 MB.
  ///
  /// @throws IOException when they are missing or the runtime refuses them
  public static OnnxEmbeddings load() throws IOException {
    if (Files.isReadable(COMMAND_LINE)) {
      checkCommandLine(Files.readAllBytes(COMMAND_LINE).length);
    }
    byte[] model = resource(MODEL);
    byte[] tokenizer = resource(TOKENIZER);
    WordPieces words = WordPieces.parse(new String(tokenizer, StandardCharsets.UTF_8));
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread each run: the callers bring their own, and sums keep their order.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new OnnxEmbeddings(
          environment, environment.createSession(model, options), words, hash(model, tokenizer));
    } catch (OrtException e) {
      throw new IOException("the runtime refuses the model " + MODEL + ": " + e.getMessage(), e);
    }
  }

  static void checkCommandLine(int bytes) throws IOException {
    if (bytes > COMMAND_LINE_BYTES_MAX) {
      throw new IOException(
          "the command line has "
              + bytes
              + " bytes, and with more than "
              + COMMAND_LINE_BYTES_MAX
              + " the runtime of the model fails; give the class path as CLASSPATH");
    }
  }

  @Override
  public Vector embed(String text) {
    return embed(List.of(text)).getFirst();
  }

  @Override
  public List<Vector> embed(List<String> texts) {
    List<Vector> vectors = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += BATCH_MAX) {
      run(texts.subList(from, Math.min(texts.size(), from + BATCH_MAX)), vectors);
    }
    return List.copyOf(vectors);
  }

  @Override
  public String modelName() {
    return "bge-small-zh-v1.5-q";
  }

  @Override
  public String modelHash() {
    return modelHash;
  }

  /// Gives the model's memory back; afterwards nothing can be placed.
  ///
  /// @throws IOException when the runtime fails to
  @Override
  public void close() throws IOException {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IOException("the runtime can't close the model: " + e.getMessage(), e);
    }
  }

  private void run(List<String> texts, List<Vector> vectors) {
    List<long[]> rows = texts.stream().map(text -> words.read(text, PIECES_MAX)).toList();
    int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    LongBuffer pieces = LongBuffer.allocate(rows.size() * width);
    LongBuffer seen = LongBuffer.allocate(rows.size() * width);
    for (int row = 0; row < rows.size(); row++) {
      long[] numbers = rows.get(row);
      for (int at = 0; at < numbers.length; at++) {
        pieces.put(row * width + at, numbers[at]);
        seen.put(row * width + at, 1);
      }
    }
    long[] shape = {rows.size(), width};
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, pieces, shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, seen, shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(rows.size() * width), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      for (float[][] state : states) {
        // The model's makers take the state of the first piece as the text's place.
        vectors.add(Vector.of(state[0]));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed on " + texts.size() + " texts", e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = OnnxEmbeddings.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("not on the class path: " + name);
      }
      return stream.readAllBytes();
    }
  }

  private static String hash(byte[] model, byte[] tokenizer) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(model);
      digest.update(tokenizer);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
