/// What every page is made of: the frame, the words in both languages, the reason drawer, the
/// assets, and how a template becomes a response.
///
/// Not any page: each feature has a package of its own beside this one, and leans on this one.
/// Start with [Rendering].
@NullMarked
package org.zhiheng.server.page;

import org.jspecify.annotations.NullMarked;
