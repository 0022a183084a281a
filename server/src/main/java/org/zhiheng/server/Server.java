package org.zhiheng.server;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.zhiheng.server.operate.Meters;
import org.zhiheng.server.operate.Watch;

/// The running server.
///
/// Takes requests from the moment [#start] returns until [#close].
public final class Server implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Server(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Builds the house with its entrance, and opens the door: there is no house without one.
  public static Server start(ServerSettings settings, Floors floors, Door door) {
    return start(settings, floors, door, new Watch(new Meters()));
  }

  /// The same, watched.
  ///
  /// @param watch counts and tells the requests
  public static Server start(ServerSettings settings, Floors floors, Door door, Watch watch) {
    SpringApplication application = new SpringApplication(House.class, Entrance.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> {
      GenericApplicationContext generic = (GenericApplicationContext) context;
      generic.registerBean(ServerSettings.class, () -> settings);
      generic.registerBean(Floors.class, () -> floors);
      generic.registerBean(Door.class, () -> door);
      generic.registerBean(Watch.class, () -> watch);
    });
    return new Server(application.run());
  }

  /// The port it listens on.
  public int port() {
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      return web.getWebServer().getPort();
    }
    throw new IllegalStateException("the server was not started as a web server");
  }

  /// Lets running requests end, then stops.
  @Override
  public void close() {
    context.close();
  }

  private static Map<String, Object> properties(ServerSettings settings) {
    return Map.ofEntries(
        Map.entry("server.address", settings.address()),
        Map.entry("server.port", settings.port()),
        Map.entry("server.shutdown", "graceful"),
        Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
        Map.entry("server.server-header", ""),
        // who is in front of a proxy is read by ForwardFilter alone
        Map.entry("server.forward-headers-strategy", "none"),
        Map.entry("server.compression.enabled", "true"),
        Map.entry(
            "server.compression.mime-types",
            "text/html,text/css,text/javascript,image/svg+xml,application/json,text/csv"),
        // Who sends slowly holds a virtual thread: those do not run out, 32 of the others did.
        Map.entry("spring.threads.virtual.enabled", "true"),
        Map.entry("server.tomcat.connection-timeout", "20s"),
        Map.entry("server.servlet.session.tracking-modes", "cookie"),
        Map.entry("server.servlet.session.cookie.http-only", "true"),
        Map.entry("server.servlet.session.cookie.same-site", "lax"),
        Map.entry("spring.servlet.multipart.max-file-size", settings.uploadBytesMax() + "B"),
        Map.entry("spring.servlet.multipart.max-request-size", settings.uploadBytesMax() + "B"),
        Map.entry("spring.servlet.multipart.file-size-threshold", "64KB"),
        Map.entry("spring.web.resources.add-mappings", "false"),
        Map.entry("spring.mvc.servlet.load-on-startup", "1"),
        Map.entry("spring.main.lazy-initialization", "false"),
        Map.entry("spring.jmx.enabled", "false"),
        Map.entry("logging.level.root", "warn"));
  }
}
