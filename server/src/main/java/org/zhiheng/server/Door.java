package org.zhiheng.server;

import java.time.InstantSource;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.server.api.Api;
import org.zhiheng.server.security.Guard;

/// What keeps the door: the filters before every page, and who may come in.
///
/// @param guard the filters
/// @param gate tells who somebody is
/// @param accounts users, passwords, tokens
/// @param api answers programs
/// @param clock that dates what is done
public record Door(Guard guard, Gate gate, AccountBook accounts, Api api, InstantSource clock) {}
