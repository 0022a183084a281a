package org.zhiheng.register.number;

/// A symbol of a classification, in its canonical form.
///
/// @param scheme which classification
/// @param symbol `G06F3/0481`, `01-01`, `28`, `2802`
public record ClassSymbol(ClassScheme scheme, String symbol) {

  /// @throws IllegalArgumentException when the symbol is blank or over 40 characters
  public ClassSymbol {
    if (symbol.isBlank() || symbol.length() > 40) {
      throw new IllegalArgumentException("symbol must be 1..40 characters: " + symbol);
    }
  }
}
