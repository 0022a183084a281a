package org.zhiheng.store.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.right.Right;

/// Whom a right names: its bibliography but for examiners, its owners, and who has or had an
/// interest in it; each name once, in that order.
final class Names {

  private final Map<String, Named> byKey = new LinkedHashMap<>();

  private Names() {}

  /// The names of a right, by [PartyKey].
  static Map<String, Named> of(Right right) {
    Names names = new Names();
    for (Named named : right.bibliography().named()) {
      if (named.role() != Role.EXAMINER) {
        names.add(named);
      }
    }
    right.interests().owners().forEach(names::add);
    right.interests().all().forEach(names::add);
    return names.byKey;
  }

  private void add(Interest interest) {
    switch (interest) {
      case Interest.Ownership ownership -> ownership.owners().forEach(this::add);
      case Interest.Pledge pledge -> {
        add(pledge.pledgor());
        add(pledge.pledgee());
      }
      case Interest.Licence licence -> {
        add(licence.licensor());
        add(licence.licensee());
      }
      case Interest.Preservation _ -> {}
    }
  }

  private void add(Fact.Share share) {
    add(share.name());
  }

  private void add(String name) {
    add(Named.of(Role.HOLDER, name));
  }

  private void add(Named named) {
    String key = PartyKey.of(named.name());
    if (!key.isEmpty()) {
      byKey.putIfAbsent(key, named);
    }
  }
}
