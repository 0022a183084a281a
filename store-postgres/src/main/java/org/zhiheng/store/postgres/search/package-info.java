/// How texts, numbers and facets are made findable: normal forms and the codes of the search index.
///
/// Not the questions asked of it: [org.zhiheng.store.postgres] asks them. Start with [SearchText].
@NullMarked
package org.zhiheng.store.postgres.search;

import org.jspecify.annotations.NullMarked;
