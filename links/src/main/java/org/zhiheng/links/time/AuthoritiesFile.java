package org.zhiheng.links.time;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhiheng.jobs.prove.Stamper;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Which time authorities a workspace asks: a file of lines in its folder, and the certificates it
/// believes beside it.
///
/// | line | what it says |
/// |---|---|
/// | `NAME URL sha256` or `NAME URL sm3` | ask this one to stamp that hash |
/// | `# …`, empty | nothing |
///
/// The certificates are the files of the folder `authorities.d`: `*.pem`, `*.crt`, `*.cer`,
/// `*.der`. Nobody is asked where the file is missing.
public final class AuthoritiesFile {

  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(sha256|sm3)");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String CERTIFICATE = "[a-z0-9][a-z0-9-]{0,30}\\.(pem|crt|cer|der)";

  private AuthoritiesFile() {}

  /// Reads who is asked.
  ///
  /// @throws IOException when the file is there and cannot be read
  /// @throws ProblemsException with `time-authority` and the number of the line
  public static Stamper.Authorities in(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException absent) {
      return Stamper.Authorities.NONE;
    }
    List<Stamper.Asked> asked = new ArrayList<>();
    // ends with the last of those that ask through it
    @SuppressWarnings("resource")
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LIMIT)
            .build();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      asked.add(one(line, number, client));
    }
    return new Stamper.Authorities(
        asked, certificates(file).values().stream().map(Octets::bytes).toList());
  }

  private static Stamper.Asked one(String line, int number, HttpClient client) {
    Matcher words = LINE.matcher(line);
    if (words.matches()) {
      try {
        return new Stamper.Asked(
            new HttpTimeAuthority(words.group(1), URI.create(words.group(2)), LIMIT, client),
            words.group(3).equals("sm3") ? HashAlgorithm.SM3 : HashAlgorithm.SHA_256);
      } catch (IllegalArgumentException not) {
        throw refused(line, number, why(not));
      }
    }
    throw refused(line, number, "A line is NAME URL and sha256 or sm3.");
  }

  private static ProblemsException refused(String line, int number, String reason) {
    return new ProblemsException(Problem.of("time-authority", "line " + number, line, reason));
  }

  /// The certificates beside the file, by name; they go into bundles as hints.
  ///
  /// @throws IOException when one cannot be read
  public static SortedMap<String, Octets> certificates(Path file) throws IOException {
    SortedMap<String, Octets> certificates = new TreeMap<>();
    Path folder = file.resolveSibling(file.getFileName() + ".d");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path one : files.sorted().toList()) {
          String name = String.valueOf(one.getFileName());
          if (!name.matches(CERTIFICATE)) {
            throw new ProblemsException(
                Problem.of(
                    "time-authority",
                    folder.toString(),
                    name,
                    "A certificate's file has a short name in lower case and one of the endings"
                        + " .pem, .crt, .cer, .der."));
          } else {
            certificates.put(name, Octets.of(Files.readAllBytes(one)));
          }
        }
      }
    }
    return certificates;
  }

  /// What is wrong, without the address that is: it stands beside, cut and escaped.
  private static String why(IllegalArgumentException not) {
    return not.getCause() instanceof URISyntaxException wrong
        ? "The address is none: " + wrong.getReason() + "."
        : String.valueOf(not.getMessage());
  }
}
