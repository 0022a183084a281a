package org.zhiheng.links;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.zhiheng.values.Digest;

/// A style sheet as it stands in a page: our own text, with nothing in it that anybody typed.
///
/// @param text the rules
public record Styles(String text) implements Content {

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(text);
  }

  /// The policy of a page that holds this sheet: nothing else is loaded, run or sent.
  public String policy() {
    String hash =
        Base64.getEncoder()
            .encodeToString(Digest.of(text.getBytes(StandardCharsets.UTF_8)).bytes());
    return "default-src 'none'; style-src 'sha256-"
        + hash
        + "'; base-uri 'none'; form-action 'none'";
  }
}
