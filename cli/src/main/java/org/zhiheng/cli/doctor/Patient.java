package org.zhiheng.cli.doctor;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// What is looked over.
///
/// @param home the workspace's folder
/// @param databaseUrl an external database, if there is one
/// @param searchPath the folders of programs, for the browser that prints
/// @param clock the machine's
public record Patient(
    Path home, Optional<String> databaseUrl, String searchPath, InstantSource clock) {}
