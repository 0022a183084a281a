package org.zhiheng.jobs.access;

/// Somebody as an OpenID Connect provider knows them.
///
/// @param issuer the provider's address, as in the claim `iss`
/// @param subject the claim `sub`: never given to another
public record ExternalIdentity(String issuer, String subject) {

  /// OpenID Connect Core 1.0, section 2: a subject has at most 255 ASCII characters.
  public static final int SUBJECT_LENGTH_MAX = 255;

  /// An address longer than this is no issuer of ours.
  public static final int ISSUER_LENGTH_MAX = 500;

  /// @throws IllegalArgumentException when one is blank or too long
  public ExternalIdentity {
    if (issuer.isBlank() || issuer.length() > ISSUER_LENGTH_MAX) {
      throw new IllegalArgumentException("issuer has 1.." + ISSUER_LENGTH_MAX + " characters");
    }
    if (subject.isBlank() || subject.length() > SUBJECT_LENGTH_MAX) {
      throw new IllegalArgumentException("subject has 1.." + SUBJECT_LENGTH_MAX + " characters");
    }
  }
}
