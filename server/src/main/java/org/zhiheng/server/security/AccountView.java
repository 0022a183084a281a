package org.zhiheng.server.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.access.ApiToken;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.User;
import org.zhiheng.values.Problem;

/// What the page of one's own account shows.
///
/// @param user who
/// @param organisation its name
/// @param scopes those a token may have, in their order
/// @param tokens there are, by id
/// @param secret of the token that was made just now; empty for none
/// @param form as it was filled in
/// @param asksPassword whether a new token asks for one's password
/// @param problem why it was refused
public record AccountView(
    User user,
    String organisation,
    List<Permission> scopes,
    List<ApiToken> tokens,
    String secret,
    Form form,
    boolean asksPassword,
    Optional<Problem> problem) {

  /// Copies the lists.
  public AccountView {
    scopes = List.copyOf(scopes);
    tokens = List.copyOf(tokens);
  }

  /// A token that is asked for.
  ///
  /// @param label as typed
  /// @param scopes codes as ticked
  /// @param days as chosen
  public record Form(String label, Set<String> scopes, String days) {
    /// Reads, for a quarter.
    public static final Form EMPTY = new Form("", Set.of("read"), "90");

    /// Copies the set.
    public Form {
      scopes = Set.copyOf(scopes);
    }
  }
}
