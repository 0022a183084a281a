package org.zhiheng.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.audit.AuditPages;
import org.zhiheng.server.error.ErrorPages;
import org.zhiheng.server.home.HomePages;
import org.zhiheng.server.imports.ImportPages;
import org.zhiheng.server.imports.ProgressPages;
import org.zhiheng.server.job.JobPages;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.parties.PartyPages;
import org.zhiheng.server.right.DocumentPages;
import org.zhiheng.server.right.EntryPages;
import org.zhiheng.server.right.EventPages;
import org.zhiheng.server.right.RightPages;
import org.zhiheng.server.rights.RightsPages;
import org.zhiheng.server.security.AccountPages;
import org.zhiheng.server.security.Guard;
import org.zhiheng.server.security.PasswordPages;
import org.zhiheng.server.security.SignInPages;
import org.zhiheng.server.security.UsersPages;

/// The house, built from the bottom up. Nothing is scanned for and nothing is guessed: the list
/// below is all of Spring that runs, and each method is one storey.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
public class House {

  @Bean
  Assets assets() {
    return Assets.load();
  }

  @Bean
  Guard guard(Floors floors) {
    Floors.Door door = floors.door();
    return new Guard(door.settings(), door.gate(), door.accounts(), floors.clock());
  }

  @Bean
  Rendering rendering(Assets assets, Guard guard, ServerSettings settings) {
    return new Rendering(assets, guard.visitors(), settings.zone());
  }

  /// First, so that whatever is turned away has a number in the log too.
  @Bean
  FilterRegistrationBean<Filter> policy() {
    FilterRegistrationBean<Filter> policy = new FilterRegistrationBean<>(new PolicyFilter());
    policy.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return policy;
  }

  @Bean
  FilterRegistrationBean<Filter> door(Guard guard, Rendering rendering) {
    FilterRegistrationBean<Filter> door = new FilterRegistrationBean<>(guard.filter(rendering));
    door.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    door.setDispatcherTypes(DispatcherType.REQUEST);
    return door;
  }

  @Bean
  ServletContextInitializer sessionCookie(Guard guard) {
    return guard.sessionCookie();
  }

  @Bean
  ErrorPageRegistrar errorPages() {
    return registry -> registry.addErrorPages(new ErrorPage(ErrorPages.PATH));
  }

  @Bean
  RouterFunction<ServerResponse> pages(
      Assets assets, Rendering rendering, Guard guard, Floors floors, ServerSettings settings) {
    Floors.Jobs jobs = floors.jobs();
    Records records = jobs.records();
    InstantSource clock = floors.clock();
    ErrorPages errors = new ErrorPages(rendering);
    return new FramePages(assets)
        .routes()
        .and(access(rendering, guard, floors))
        .and(new HomePages(rendering, records, jobs.imports(), clock).routes())
        .and(new RightsPages(rendering, records, jobs.parties(), clock).routes())
        .and(new EntryPages(rendering, records).routes())
        .and(new RightPages(rendering, records, clock, settings.zone()).routes())
        .and(new EventPages(rendering, records, clock, settings.zone()).routes())
        .and(new DocumentPages(rendering, records).routes())
        .and(new PartyPages(rendering, jobs.parties(), records).routes())
        .and(
            new ImportPages(
                    rendering, jobs.imports(), jobs.desk(), clock, settings.uploadBytesMax())
                .routes())
        .and(new ProgressPages(rendering, jobs.imports(), jobs.desk(), clock).routes())
        .and(new AuditPages(rendering, jobs.audit()).routes())
        .and(new JobPages(rendering).routes())
        .filter(errors::guard)
        .and(errors.routes());
  }

  private static RouterFunction<ServerResponse> access(
      Rendering rendering, Guard guard, Floors floors) {
    Floors.Door door = floors.door();
    return new SignInPages(rendering, guard, door.gate(), floors.clock())
        .routes()
        .and(new PasswordPages(rendering, guard, door.gate(), door.book()).routes())
        .and(new AccountPages(rendering, door.book()).routes())
        .and(new UsersPages(rendering, door.book()).routes());
  }
}
