/// What whoever runs the server watches: health, figures, a line for each request.
///
/// Not what people look at: nothing here says who asked for what. Start with [Watch].
@NullMarked
package org.zhiheng.server.operate;

import org.jspecify.annotations.NullMarked;
