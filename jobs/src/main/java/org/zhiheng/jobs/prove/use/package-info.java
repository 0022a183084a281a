/// Use of registered marks: the locker of evidence, what it shows for each good, and declarations.
///
/// It prepares and decides nothing: whether use was genuine is for the office or a court. Start
/// with [org.zhiheng.jobs.prove.use.UseDesk]. Source: Trademark Law of China (2019), arts 48, 49,
/// 64, and its Implementing Regulations (2014), arts 66 to 68, text read 2026-11-29.
@NullMarked
package org.zhiheng.jobs.prove.use;

import org.jspecify.annotations.NullMarked;
