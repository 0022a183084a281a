package org.zhiheng.server.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.zhiheng.values.Problem;

/// What the page for signing in shows.
///
/// @param name as typed
/// @param to where to go then
/// @param problem why the last try was refused
/// @param outside where to sign in with a provider of identities; empty for nowhere
/// @param passwords whether a password lets anybody in
public record SignInView(
    String name, String to, Optional<Problem> problem, String outside, boolean passwords) {

  /// The way out to the provider, and from there to where one was going.
  public String wayOut() {
    return outside + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }
}
