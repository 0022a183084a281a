package org.zhiheng.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.server.error.ErrorPages;
import org.zhiheng.server.operate.Watch;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.security.AccountPages;
import org.zhiheng.server.security.PasswordPages;
import org.zhiheng.server.security.SignInPages;
import org.zhiheng.server.security.UsersPages;

/// The house's entrance: the guard's filters before everything, the pages of signing in, and what
/// answers programs.
///
/// A server that people reach always has it; only the tests of single pages do without.
@Configuration(proxyBeanMethods = false)
final class Entrance {

  /// Right behind the filter that tells how parameters are encoded: the guard reads a form's token,
  /// and whoever reads the first parameter decides the encoding of all.
  @Bean
  FilterRegistrationBean<Filter> guardFilter(Door door, Rendering rendering) {
    FilterRegistrationBean<Filter> filter =
        new FilterRegistrationBean<>(door.guard().filter(rendering));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    return filter;
  }

  /// Before the guard: what the guard refuses is counted too.
  @Bean
  FilterRegistrationBean<Watch> watchFilter(Watch watch) {
    FilterRegistrationBean<Watch> filter = new FilterRegistrationBean<>(watch);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    return filter;
  }

  @Bean
  ServletContextInitializer sessionCookie(Door door) {
    return door.guard().sessionCookie();
  }

  @Bean
  RouterFunction<ServerResponse> entrancePages(Door door, Rendering rendering) {
    return new SignInPages(rendering, door.guard(), door.gate(), door.clock())
        .routes()
        .and(new PasswordPages(rendering, door.guard(), door.gate(), door.accounts()).routes())
        .and(new AccountPages(rendering, door.guard(), door.gate(), door.accounts()).routes())
        .and(new UsersPages(rendering, door.accounts()).routes())
        // programs are told what is refused in their own way
        .filter(new ErrorPages(rendering)::guard)
        .and(door.api().guide(rendering))
        .and(door.api().routes());
  }
}
