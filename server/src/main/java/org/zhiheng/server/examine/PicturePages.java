package org.zhiheng.server.examine;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.images.imageio.PngFile;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// The pictures of marks, drawn anew as PNG: no bytes that a stranger sent reach a browser here.
final class PicturePages {

  private static final String PATH = ExaminePages.PATH + "/pictures";

  /// The longer side in a list: twice what is shown, for fine screens.
  private static final int THUMB = 128;

  private final Rendering rendering;
  private final FigureDesk figures;

  PicturePages(Rendering rendering, FigureDesk figures) {
    this.rendering = rendering;
    this.figures = figures;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH + "/{digest:[0-9a-f]{64}}.png", this::deposited)
        .GET(PATH + "/{id:R[0-9]+}/{digest:[0-9a-f]{64}}.png", this::attached)
        .build();
  }

  /// Where a picture that is asked about is shown.
  static String of(Digest picture) {
    return PATH + "/" + picture.hex() + ".png";
  }

  /// Where a picture of a mark is shown.
  static String of(RightId right, Digest picture) {
    return PATH + "/" + right + "/" + picture.hex() + ".png";
  }

  /// The same, small.
  static String thumb(String address) {
    return address + "?small";
  }

  private ServerResponse deposited(ServerRequest request) throws IOException {
    return drawn(request, figures.picture(rendering.acting(request), digest(request)));
  }

  private ServerResponse attached(ServerRequest request) throws IOException {
    RightId right = RightId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
    return drawn(request, figures.picture(rendering.acting(request), right, digest(request)));
  }

  private static Digest digest(ServerRequest request) {
    return new Digest(request.pathVariable("digest"));
  }

  private static ServerResponse drawn(ServerRequest request, Optional<Parsed<Picture>> read) {
    Picture picture = read.flatMap(Parsed::found).orElseThrow(Absent::new);
    byte[] png = PngFile.of(picture, request.param("small").isPresent() ? THUMB : Picture.SIDE_MAX);
    // the address holds the digest: what it shows never changes
    return ServerResponse.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate().immutable())
        .body(png);
  }
}
