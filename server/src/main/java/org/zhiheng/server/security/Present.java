package org.zhiheng.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.User;

/// Who sent a request, once that is known.
///
/// @param user who
/// @param acting in whose name jobs are called
/// @param organisation its name
/// @param way how they came in
record Present(User user, Acting acting, String organisation, Way way) {

  /// The authority of who may do nothing but change the password.
  static final String CHANGE_PASSWORD = "change-password";

  private static final String ATTRIBUTE = Present.class.getName();

  /// How somebody came in.
  enum Way {
    /// By a session, with all that the role may.
    SESSION,
    /// By a session that was opened with a one-time password.
    ONE_TIME,
    /// By a session that a provider of identities vouched for, with all that the role may.
    OUTSIDE,
    /// By a token.
    TOKEN
  }

  /// Who sent this request, if somebody is known to have.
  static Optional<Present> in(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Present present
        ? Optional.of(present)
        : Optional.empty();
  }

  /// Keeps it with the request.
  void keepIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /// As Spring Security sees it: an authority for each permission.
  Authentication authentication() {
    String[] authorities =
        switch (way) {
          case ONE_TIME -> new String[] {CHANGE_PASSWORD};
          case SESSION, OUTSIDE, TOKEN ->
              acting.permissions().stream().map(Permission::code).toArray(String[]::new);
        };
    return new PreAuthenticatedAuthenticationToken(
        acting.name(), "", AuthorityUtils.createAuthorityList(authorities));
  }
}
