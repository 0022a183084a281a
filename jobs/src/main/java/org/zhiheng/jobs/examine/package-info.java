/// The job *examine*: which marks stand in a new one's way, and why.
///
/// It prepares decisions; a person takes them. The engine that compares is
/// [org.zhiheng.similarity]. Start with [NameList] for lists of names alone.
@NullMarked
package org.zhiheng.jobs.examine;

import org.jspecify.annotations.NullMarked;
