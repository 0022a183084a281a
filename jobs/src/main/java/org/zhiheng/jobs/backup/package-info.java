/// A workspace in one file, taken while people work in it, and put back elsewhere.
///
/// Not when copies are taken or where they are kept: whoever runs the workspace decides that. Start
/// with [Backup].
@NullMarked
package org.zhiheng.jobs.backup;

import org.jspecify.annotations.NullMarked;
