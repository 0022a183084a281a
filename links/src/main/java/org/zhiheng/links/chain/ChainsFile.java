package org.zhiheng.links.chain;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.jobs.prove.ChainAnchor;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Which chains a workspace anchors in: a file of lines in its folder.
///
/// | line | what it says |
/// |---|---|
/// | `NAME URL ID account ADDRESS` | by this node of the chain with this id, from an account it holds |
/// | `NAME URL ID key FILE` | the same, signed here by the key in a file beside this one |
/// | `# …`, empty | nothing |
///
/// A file of a key holds 64 hexadecimal digits, and nobody but its owner may read it. No chain is
/// asked where the file is missing.
public final class ChainsFile {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+(\\S+)\\s+([1-9][0-9]{0,14})\\s+"
              + "(?:account\\s+0x([0-9a-fA-F]{40})|key\\s+([A-Za-z0-9][A-Za-z0-9._-]*))");
  private static final int KEY_FILE_BYTES_MAX = 100;

  private ChainsFile() {}

  /// Reads which.
  ///
  /// @throws IOException when the file, or one of a key, is there and cannot be read
  /// @throws ProblemsException with `chain-line` and the number of the line
  public static List<ChainAnchor> in(Path file) throws IOException {
    return in(file, EthereumChain.Waits.USUAL);
  }

  static List<ChainAnchor> in(Path file, EthereumChain.Waits waits) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException absent) {
      return List.of();
    }
    List<ChainAnchor> chains = new ArrayList<>();
    // ends with the last of those that ask through it
    @SuppressWarnings("resource")
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(waits.exchange())
            .build();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        chains.add(one(file, line, number, waits, client));
      }
    }
    return chains;
  }

  private static ChainAnchor one(
      Path file, String line, int number, EthereumChain.Waits waits, HttpClient client)
      throws IOException {
    Matcher words = LINE.matcher(line);
    if (!words.matches()) {
      throw refused(
          number, line, "A line is NAME URL ID account ADDRESS, or NAME URL ID key FILE.");
    }
    String address = words.group(4);
    try {
      return new EthereumChain(
          words.group(1),
          URI.create(words.group(2)),
          Long.parseLong(words.group(3)),
          address == null
              ? new EthereumChain.Sender.Own(key(file.resolveSibling(words.group(5)), number))
              : new EthereumChain.Sender.Held(Octets.of(HexFormat.of().parseHex(address))),
          waits,
          client);
    } catch (IllegalArgumentException not) {
      throw refused(number, line, why(not));
    }
  }

  private static AccountKey key(Path file, int number) throws IOException {
    String name = String.valueOf(file.getFileName());
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null
        && posix.readAttributes().permissions().stream()
            .anyMatch(one ->
                one == PosixFilePermission.GROUP_READ || one == PosixFilePermission.OTHERS_READ)) {
      throw refused(number, name, "Others may read the key: take that from them (chmod 600).");
    }
    String text =
        Files.size(file) > KEY_FILE_BYTES_MAX
            ? ""
            : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
    if (!text.matches("(0x)?[0-9a-fA-F]{64}")) {
      // never with what it holds
      throw refused(number, name, "A file of a key holds 64 hexadecimal digits.");
    }
    return AccountKey.of(HexFormat.of().parseHex(text, text.length() - 64, text.length()));
  }

  private static ProblemsException refused(int number, String given, String reason) {
    return new ProblemsException(Problem.of("chain-line", "line " + number, given, reason));
  }

  /// What is wrong, without the address that is: it stands beside, cut and escaped.
  private static String why(IllegalArgumentException not) {
    return not.getCause() instanceof URISyntaxException wrong
        ? "The address is none: " + wrong.getReason() + "."
        : String.valueOf(not.getMessage());
  }
}
