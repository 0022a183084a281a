package org.zhiheng.server.security;

import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.ApiToken;
import org.zhiheng.jobs.access.User;
import org.zhiheng.values.Problem;

/// What the pages of users show.
public sealed interface UsersView {

  /// All users, and the form for one more.
  ///
  /// @param users by id
  /// @param welcomed whom a one-time password was made for just now
  /// @param form as it was filled in
  /// @param problem why it was refused
  record All(List<User> users, Optional<Welcomed> welcomed, Form form, Optional<Problem> problem)
      implements UsersView {
    /// Copies the list.
    public All {
      users = List.copyOf(users);
    }
  }

  /// One user.
  ///
  /// @param user who
  /// @param tokens by id
  /// @param welcomed whom a one-time password was made for just now
  /// @param problem why a change was refused
  record One(
      User user, List<ApiToken> tokens, Optional<Welcomed> welcomed, Optional<Problem> problem)
      implements UsersView {
    /// Copies the list.
    public One {
      tokens = List.copyOf(tokens);
    }
  }

  /// A one-time password, shown once.
  ///
  /// @param name of whom
  /// @param password to be handed over
  record Welcomed(String name, String password) {}

  /// A user that is asked for, as typed.
  record Form(String name, String displayName, String role) {
    /// Nothing yet.
    public static final Form EMPTY = new Form("", "", "viewer");
  }
}
