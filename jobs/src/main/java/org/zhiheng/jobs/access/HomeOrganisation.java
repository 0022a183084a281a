package org.zhiheng.jobs.access;

import java.time.Instant;

/// The organisation that a workspace belongs to: its first, made when the workspace is first used.
public final class HomeOrganisation {

  /// What it is called until somebody names it: 本机构, this organisation.
  public static final String NAME = "本机构";

  private HomeOrganisation() {}

  /// The first organisation; made now if there is none.
  public static Organisation of(Accounts accounts, Instant at) {
    return accounts.organisations().stream()
        .findFirst()
        .orElseGet(() -> accounts.addOrganisation(NAME, at));
  }
}
