package org.zhiheng.links.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;

/// Answers of web servers, spoilt. Exceptions that may come out: [IOException] for what is no HTTP
/// or ends early, [ProblemsException] for what is too long.
final class HttpFuzz {

  private static final int LENGTH_MAX = 10_000;

  private static final List<String> ANSWERS =
      List.of(
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3;x=y\r\nabc\r\n0\r\nA: b\r\n\r\n",
          "HTTP/1.0 301 Moved\r\nLocation: /a\r\n\r\n",
          "HTTP/1.1 204 No Content\r\nX-知: 1\r\n\r\n");

  @Seeds(400)
  void isReadOrRefused(Seed seed) {
    String sound = seed.oneOf(ANSWERS);
    byte[] spoilt =
        seed.chance(0.5)
            ? Spoilt.bytes(seed, sound.getBytes(StandardCharsets.UTF_8))
            : Spoilt.text(seed, sound).getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(spoilt);
    try {
      HttpHead head = HttpHead.read(in);
      assertThat(head.written().length()).isLessThanOrEqualTo(2 * HttpHead.LENGTH_BYTES_MAX);
      assertThat(head.text("Content-Type")).isNotNull();
      assertThat(HttpBody.read(head, in, LENGTH_MAX).length).isLessThanOrEqualTo(LENGTH_MAX);
    } catch (IOException none) {
      assertThat(none.getMessage()).isNotBlank();
    } catch (ProblemsException tooLong) {
      assertThat(tooLong.problems()).extracting("code").containsExactly("capture-too-large");
    }
  }
}
