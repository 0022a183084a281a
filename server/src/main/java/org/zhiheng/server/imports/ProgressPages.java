package org.zhiheng.server.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.ImportId;

/// The progress of a run as server-sent events: `progress` with the fragment that the page has,
/// then `ended`.
public final class ProgressPages {

  /// A browser that is left open comes back by itself after this.
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Rendering rendering;
  private final Imports imports;
  private final ImportDesk desk;
  private final InstantSource clock;

  /// Over the desk.
  public ProgressPages(Rendering rendering, Imports imports, ImportDesk desk, InstantSource clock) {
    this.rendering = rendering;
    this.imports = imports;
    this.desk = desk;
    this.clock = clock;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET("/imports/{id:I[0-9]+}/progress", this::progress).build();
  }

  private ServerResponse progress(ServerRequest request) {
    Acting acting = rendering.acting(request);
    ImportId id = ImportId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
    if (imports.find(acting, id).isEmpty()) {
      throw new Absent();
    }
    Words words = rendering.words(request.servletRequest());
    org.zhiheng.server.page.Frame frame = rendering.frame(request.servletRequest(), Place.IMPORTS);
    return ServerResponse.sse(
        sse -> {
          AtomicReference<ImportDesk.Watch> watch = new AtomicReference<>(() -> {});
          sse.onComplete(() -> watch.get().close());
          sse.onTimeout(() -> watch.get().close());
          sse.onError(_ -> watch.get().close());
          watch.set(
              desk.watch(
                  acting,
                  id,
                  run -> {
                    try {
                      send(sse, frame, words, run);
                    } catch (IOException left) {
                      watch.get().close();
                      sse.error(left);
                    } catch (IllegalStateException over) {
                      watch.get().close();
                    }
                  }));
        },
        LIFE);
  }

  private void send(
      ServerResponse.SseBuilder sse,
      org.zhiheng.server.page.Frame frame,
      Words words,
      ImportRun run)
      throws IOException {
    ImportLine line = ImportLine.of(words, run, clock.instant());
    byte[] fragment = rendering.bytes(frame, "imports/progress.jte", line);
    sse.event("progress").data(new String(fragment, StandardCharsets.UTF_8));
    if (!line.running()) {
      sse.event("ended").data(line.state());
      sse.complete();
    }
  }
}
