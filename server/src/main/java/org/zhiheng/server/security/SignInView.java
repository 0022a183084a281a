package org.zhiheng.server.security;

import java.util.Optional;
import org.zhiheng.values.Problem;

/// What the page for signing in shows.
///
/// @param name as typed
/// @param to where to go then
/// @param problem why the last try was refused
/// @param outside where to sign in with a provider of identities; empty for nowhere
public record SignInView(String name, String to, Optional<Problem> problem, String outside) {}
