package org.zhiheng.jobs.prove.use;

import org.zhiheng.values.Citation;

/// A point of law that an answer stands on.
///
/// @param id of the point (`non-use`)
/// @param citation where it stands, and how far that was checked
/// @param said what it says, in our words
public record UsePoint(String id, Citation citation, Said said) {}
