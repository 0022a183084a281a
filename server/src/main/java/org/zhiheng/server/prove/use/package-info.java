/// The pages of trademark use: what the evidence shows of three years, good by good, and
/// declarations of use. Start with [UsePages], which has the routes; [UseReading] puts answers into
/// words.
@NullMarked
package org.zhiheng.server.prove.use;

import org.jspecify.annotations.NullMarked;
