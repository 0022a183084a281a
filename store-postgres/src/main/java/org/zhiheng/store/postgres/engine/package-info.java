/// The embedded database server: unpacked, made, started, joined and stopped.
///
/// Not what lies in it: the migrations say that. Start with [Engine].
@NullMarked
package org.zhiheng.store.postgres.engine;

import org.jspecify.annotations.NullMarked;
