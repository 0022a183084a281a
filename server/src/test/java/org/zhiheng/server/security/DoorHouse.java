package org.zhiheng.server.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.contracts.MemoryAuditTrail;
import org.zhiheng.contracts.access.MemoryAccounts;
import org.zhiheng.contracts.access.PlainPasswords;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.jobs.access.User;
import org.zhiheng.server.ServerSettings;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Visitors;

/// A house with a door and nothing behind it: the guard's filters and pages over accounts in
/// memory, and a handler that answers `inside` to whatever gets through.
public final class DoorHouse implements AutoCloseable {

  /// The password of everybody here.
  public static final String PASSWORD = "seventeen quiet herons";

  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
  public final MemoryAccounts accounts = new MemoryAccounts();
  final MemoryAuditTrail trail = new MemoryAuditTrail();
  final PlainPasswords passwords = new PlainPasswords();
  final Gate gate = new Gate(accounts, trail, passwords, now::get);
  public final AccountBook book =
      new AccountBook(accounts, trail, passwords, new Secrets(new SecureRandom()), now::get);
  final Organisation organisation = accounts.addOrganisation("示例代理", now.get());
  final AccountBook.Welcomed first =
      book.first(organisation.id(), new LoginName("first.admin"), "First", "cli").orElseThrow();
  public final User admin = book.changePassword(first.user(), first.oneTimePassword(), PASSWORD);
  private final ConfigurableApplicationContext context;

  /// With nothing behind the door.
  DoorHouse(GuardSettings settings) {
    this(
        settings,
        (_, _) ->
            RouterFunctions.route()
                .route(_ -> true, _ -> ServerResponse.ok().body("inside"))
                .build());
  }

  /// What is behind the door.
  public interface Behind {
    /// Its routes.
    RouterFunction<ServerResponse> routes(Visitors visitors, Rendering rendering);
  }

  /// With this behind the door.
  public DoorHouse(GuardSettings settings, Behind behind) {
    Guard guard = new Guard(settings, gate, accounts, now::get);
    SpringApplication application = new SpringApplication(Walls.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(
        Map.of(
            "server.address", "127.0.0.1",
            "server.port", "0",
            "spring.main.banner-mode", "off",
            "spring.web.resources.add-mappings", "false",
            "logging.level.root", "warn"));
    application.addInitializers(made -> {
      GenericApplicationContext generic = (GenericApplicationContext) made;
      generic.registerBean(DoorHouse.class, () -> this);
      generic.registerBean(Guard.class, () -> guard);
      generic.registerBean(Behind.class, () -> behind);
    });
    this.context = application.run();
  }

  public int port() {
    WebServer web = ((WebServerApplicationContext) context).getWebServer();
    if (web == null) {
      throw new IllegalStateException("no web server");
    }
    return web.getPort();
  }

  public User user(String name, Role role) {
    AccountBook.Welcomed welcomed =
        book.add(admin.acting(), new LoginName(name), "Somebody " + name, role);
    return book.changePassword(welcomed.user(), welcomed.oneTimePassword(), PASSWORD);
  }

  /// An administrator of another organisation.
  public User elsewhere(String name) {
    Organisation other = accounts.addOrganisation("别家", now.get());
    AccountBook.Welcomed welcomed =
        book.first(other.id(), new LoginName(name), "Somebody " + name, "cli").orElseThrow();
    return book.changePassword(welcomed.user(), welcomed.oneTimePassword(), PASSWORD);
  }

  public String token(User user, Set<Permission> scopes) {
    return book.issue(user, "test", scopes, Duration.ofDays(1)).secret();
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Walls {

    @Bean
    Rendering rendering(Guard guard) {
      return new Rendering(Assets.load(), guard.visitors(), ServerSettings.BEIJING);
    }

    @Bean
    FilterRegistrationBean<Filter> door(Guard guard, Rendering rendering) {
      FilterRegistrationBean<Filter> door = new FilterRegistrationBean<>(guard.filter(rendering));
      door.setOrder(Ordered.HIGHEST_PRECEDENCE);
      door.setDispatcherTypes(DispatcherType.REQUEST);
      return door;
    }

    @Bean
    ServletContextInitializer cookie(Guard guard) {
      return guard.sessionCookie();
    }

    @Bean
    RouterFunction<ServerResponse> routes(
        DoorHouse house, Guard guard, Rendering rendering, Behind behind) {
      return new FramePages(Assets.load())
          .routes()
          .and(new SignInPages(rendering, guard, house.gate, house.now::get).routes())
          .and(new PasswordPages(rendering, guard, house.gate, house.book).routes())
          .and(new AccountPages(rendering, guard, house.gate, house.book).routes())
          .and(new UsersPages(rendering, house.book).routes())
          .and(behind.routes(guard.visitors(), rendering));
    }
  }
}
