/// XML documents out of bytes, one at a time, as small trees, with every bound that a hostile file
/// tests: nothing is fetched, no entity is expanded, no text is kept beyond a limit.
///
/// Not what an element means. Start with [XmlDocuments].
@NullMarked
package org.zhiheng.intake.xml;

import org.jspecify.annotations.NullMarked;
