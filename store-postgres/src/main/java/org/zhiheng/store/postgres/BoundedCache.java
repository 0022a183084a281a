package org.zhiheng.store.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The ids last used of names, so that a name seen again need not be asked for. Ids never change;
/// only what was committed is put in. Guarded by itself.
final class BoundedCache {

  private final Map<String, Long> ids;

  BoundedCache(int sizeMax) {
    ids =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > sizeMax;
          }
        };
  }

  synchronized Optional<Long> find(String name) {
    return Optional.ofNullable(ids.get(name));
  }

  synchronized void putAll(Map<String, Long> more) {
    ids.putAll(more);
  }
}
