package org.zhiheng.jobs.access;

import java.util.Set;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Who acts: every job is called in somebody's name.
///
/// @param organisation for whom
/// @param name the user's name, as the audit trail keeps it
/// @param permissions what they may; for a token, what its scopes leave of the user's role
public record Acting(OrganisationId organisation, String name, Set<Permission> permissions) {

  /// Copies the set.
  public Acting {
    permissions = Set.copyOf(permissions);
  }

  /// With all that the role may.
  public static Acting as(OrganisationId organisation, String name, Role role) {
    return new Acting(organisation, name, permissionsOf(role));
  }

  /// What a role may.
  public static Set<Permission> permissionsOf(Role role) {
    return switch (role) {
      case VIEWER -> Set.of(Permission.READ, Permission.EXPORT);
      case EXAMINER ->
          Set.of(Permission.READ, Permission.EXPORT, Permission.RECORD, Permission.IMPORT);
      case MANAGER ->
          Set.of(
              Permission.READ,
              Permission.EXPORT,
              Permission.RECORD,
              Permission.IMPORT,
              Permission.MANAGE);
      case AUDITOR -> Set.of(Permission.READ, Permission.EXPORT, Permission.AUDIT);
      case ADMINISTRATOR -> Set.of(Permission.values());
    };
  }

  /// Whether they may.
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /// Returns when they may.
  ///
  /// @throws ProblemsException with the code `forbidden` when they may not
  public void must(Permission permission) {
    if (!may(permission)) {
      throw new ProblemsException(
          Problem.of(
              "forbidden",
              "",
              name,
              "This needs the permission "
                  + permission.name().toLowerCase(java.util.Locale.ROOT)
                  + "."));
    }
  }
}
