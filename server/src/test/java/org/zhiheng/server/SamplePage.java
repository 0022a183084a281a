package org.zhiheng.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// One page for every public address, without a network; private ones are refused as the real one
/// refuses them.
final class SamplePage implements PageCapture {

  @Override
  public Page capture(WebAddress address, Reach reach, Look look) {
    if (reach == Reach.PUBLIC && address.host().startsWith("127.")) {
      throw new ProblemsException(
          Problem.of("capture-private", "url", address.toString(), "It is of this machine."));
    }
    return new Page(
        List.of(
            new Hop(
                Sample.CLOCK.instant(),
                address,
                "203.0.113.7:443",
                200,
                "GET / HTTP/1.1\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
                new Fields("text/html", ""),
                Optional.empty())),
        Bytes.of("<h1>shop</h1>".getBytes(StandardCharsets.UTF_8)),
        new Picture.NotTaken("no browser is installed"));
  }
}
