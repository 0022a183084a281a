package org.zhiheng.store.postgres.engine;

import java.util.Map;

/// How the embedded server is set: for one small machine that also runs the program itself.
///
/// `fsync` and `synchronous_commit` stay on: what a call returned is on disk.
final class Settings {

  /// Setting and value.
  static final Map<String, String> ONE_SMALL_MACHINE =
      Map.ofEntries(
          // loopback only, and no socket file that others could reach
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "60"),
          Map.entry("shared_buffers", "192MB"),
          Map.entry("effective_cache_size", "1GB"),
          Map.entry("work_mem", "16MB"),
          Map.entry("maintenance_work_mem", "128MB"),
          // nothing is replicated from here: less is written
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("wal_compression", "off"),
          Map.entry("wal_buffers", "16MB"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("min_wal_size", "128MB"),
          Map.entry("checkpoint_timeout", "15min"),
          // short questions: compiling them takes longer than answering them
          Map.entry("jit", "off"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("autovacuum_max_workers", "1"),
          Map.entry("io_method", "sync"),
          Map.entry("log_checkpoints", "off"),
          Map.entry("timezone", "UTC"));

  private Settings() {}
}
