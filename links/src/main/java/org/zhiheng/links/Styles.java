package org.zhiheng.links;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// A style sheet as it stands in a page: our own text, with nothing in it that anybody typed.
///
/// @param text the rules
public record Styles(String text) implements Content {

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(text);
  }
}
