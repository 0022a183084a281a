package org.zhiheng.intake.xml;

import java.io.IOException;

/// Takes elements in the order of the document.
@FunctionalInterface
public interface ElementConsumer {

  /// Takes one, whole; it has no parent.
  ///
  /// @return false to stop
  /// @throws IOException which ends the reading and is passed on
  boolean take(Element element) throws IOException;
}
