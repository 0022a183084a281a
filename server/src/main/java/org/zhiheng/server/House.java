package org.zhiheng.server;

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
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.server.home.HomePages;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.rights.RightsPages;

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

  /// Where the container sends what went wrong outside a page.
  static final String ERROR_PATH = "/error";

  @Bean
  Assets assets() {
    return Assets.load();
  }

  @Bean
  Rendering rendering(Assets assets, Floors floors, ServerSettings settings) {
    return new Rendering(assets, floors.visitors(), settings.zone());
  }

  @Bean
  PolicyFilter policyFilter() {
    return new PolicyFilter();
  }

  @Bean
  ErrorPageRegistrar errorPages() {
    return registry -> registry.addErrorPages(new ErrorPage(ERROR_PATH));
  }

  @Bean
  RouterFunction<ServerResponse> pages(Assets assets, Rendering rendering, Floors floors) {
    return new FramePages(assets)
        .routes()
        .and(new HomePages(rendering).routes())
        .and(
            new RightsPages(rendering, floors.rights(), floors.parties(), floors.clock()).routes());
  }
}
