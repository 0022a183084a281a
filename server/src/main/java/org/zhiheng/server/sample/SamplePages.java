package org.zhiheng.server.sample;

import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.PolicyFilter;

/// The figures of the sample's marks, as pictures that may do nothing but be looked at.
public final class SamplePages {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(SampleMarks.FIGURES + "{name:[a-z0-9_]{1,60}[.]svg}", this::figure)
        .build();
  }

  private ServerResponse figure(ServerRequest request) throws IOException {
    byte[] picture = SampleMarks.figure(request.pathVariable("name")).orElseThrow(Absent::new);
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("image/svg+xml"))
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
        .build((_, response) -> {
          response.setHeader(PolicyFilter.HEADER, POLICY);
          response.getOutputStream().write(picture);
          return null;
        });
  }
}
