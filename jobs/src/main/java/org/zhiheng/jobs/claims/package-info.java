/// What the article said that this product began with, what was found, and the figures that were
/// published: each with its source and how far it was checked.
///
/// No statistics of our own. Start with [Claims].
@NullMarked
package org.zhiheng.jobs.claims;

import org.jspecify.annotations.NullMarked;
