package org.zhiheng.server;

import org.zhiheng.server.page.Visitors;

/// What the roof stands on: the jobs, and who signs people in.
///
/// @param visitors tells who sent a request
public record Floors(Visitors visitors) {}
