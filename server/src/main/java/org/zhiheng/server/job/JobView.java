package org.zhiheng.server.job;

/// What the page of a job that is not built yet shows.
///
/// @param code of the job
/// @param points how many things it will do
public record JobView(String code, int points) {}
