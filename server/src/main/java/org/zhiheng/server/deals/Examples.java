package org.zhiheng.server.deals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.template.Template;

/// Deals to begin with, as the product ships them. Their comments say what of them is a fact.
///
/// @param all those there are; at least one
record Examples(List<Example> all) {

  private static final String FOLDER = "/org/zhiheng/cashflow/examples/";

  /// A deal, and what is supposed to happen to it.
  ///
  /// @param name by which it is asked for
  record Example(String name, String deal, String assume) {}

  Examples {
    all = List.copyOf(all);
  }

  /// Reads them: the worked example of the format, then the templates.
  static Examples load() {
    List<Example> found = new ArrayList<>();
    found.add(
        new Example("licence-back", text("licence-back.yaml"), text("licence-back-stress.yaml")));
    for (Template template : Template.values()) {
      found.add(new Example(template.code(), template.deal(), template.assumptions()));
    }
    return new Examples(found);
  }

  /// The one of this name, or the first.
  Example named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElse(all.getFirst());
  }

  private static String text(String file) {
    try (InputStream in = Deal.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + FOLDER + file, unreadable);
    }
  }
}
