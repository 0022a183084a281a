package org.zhiheng.server.paper;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.zhiheng.values.Digest;

/// A style sheet as it stands in a document: our own text, with nothing in it that anybody typed.
///
/// @param text the rules
public record Sheet(String text) implements Content {

  private static final String FILE = "/org/zhiheng/server/assets/paper.css";

  /// That of all documents.
  public static Sheet load() {
    try (InputStream in = Sheet.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + FILE);
      }
      return new Sheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + FILE, unreadable);
    }
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(text);
  }

  /// The policy of a document that holds this sheet: nothing else is loaded, run or sent.
  public String policy() {
    String hash =
        Base64.getEncoder()
            .encodeToString(Digest.of(text.getBytes(StandardCharsets.UTF_8)).bytes());
    return "default-src 'none'; style-src 'sha256-"
        + hash
        + "'; base-uri 'none'; form-action 'none'";
  }
}
