package org.zhiheng.server.home;

/// What the first page shows.
///
/// @param rights how many there are
public record HomeView(long rights) {}
