package org.zhiheng.server.deals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.deal.Deal;

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

  /// Reads them. An example `x.yaml` has its assumptions in `x-stress.yaml`.
  static Examples load() {
    List<Example> found = new ArrayList<>();
    for (String name :
        List.of("licence-back", "pledge-loan", "second-licence", "lease-back", "receivables")) {
      String deal = text(name + ".yaml");
      if (!deal.isEmpty()) {
        found.add(new Example(name, deal, text(name + "-stress.yaml")));
      }
    }
    return new Examples(found);
  }

  /// The one of this name, or the first.
  Example named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElse(all.getFirst());
  }

  private static String text(String file) {
    try (InputStream in = Deal.class.getResourceAsStream(FOLDER + file)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + FOLDER + file, unreadable);
    }
  }
}
