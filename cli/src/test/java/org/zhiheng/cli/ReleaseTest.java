package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReleaseTest {

  @Test
  void isThatOfThePom() throws IOException {
    Path pom = Path.of(System.getProperty("zhiheng.root", ".."), "pom.xml");

    assertThat(Files.readString(pom)).contains("<version>" + Release.NUMBER + "</version>");
  }
}
