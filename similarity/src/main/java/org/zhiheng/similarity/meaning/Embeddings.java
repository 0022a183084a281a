package org.zhiheng.similarity.meaning;

import java.io.Closeable;
import java.util.List;

/// The port to a model that places texts by their sense, so that texts of like sense lie close.
///
/// Safe for many threads. What such a model can't do: tell a word from its opposite, place a name
/// that it has never seen, or join two languages that it was not taught together. Closing gives its
/// memory back; afterwards nothing can be placed.
public interface Embeddings extends Closeable {

  /// Where the text lies; the same text always lies in the same place. A text that is too long is
  /// cut at the model's limit.
  Vector embed(String text);

  /// The same for each text, in their order.
  List<Vector> embed(List<String> texts);

  /// What the model is called, with its version.
  String modelName();

  /// SHA-256 of the model and of what it reads with, as 64 hexadecimal digits: a record of an
  /// examination names it.
  String modelHash();
}
