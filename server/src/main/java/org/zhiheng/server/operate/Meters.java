package org.zhiheng.server.operate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/// The figures of one server, in Prometheus' text form.
///
/// A label is a method, the pattern of a route or a class of answers, never what somebody typed:
/// the number of series is bounded by the number of routes. Safe for many threads.
public final class Meters implements AutoCloseable {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /// With the figures of the process.
  public Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /// A figure that is asked for when somebody looks.
  public void figure(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /// A request was answered.
  void answered(String method, String route, int status, Duration took) {
    Timer.builder("zhiheng.requests")
        .description("Requests that were answered, by route and class of answer")
        .tag("method", method)
        .tag("route", route)
        .tag("status", status / 100 + "xx")
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  /// A request was turned away because too many were under way.
  void turnedAway() {
    Counter.builder("zhiheng.requests.turned.away")
        .description("Requests that were answered 503 because too many were under way")
        .register(registry)
        .increment();
  }

  /// All of them, as Prometheus reads them.
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
