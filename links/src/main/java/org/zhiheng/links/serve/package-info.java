/// A small HTTP server on the JDK's own, for what is not a page of the product: a log's files, a
/// witness.
///
/// Not: TLS, names, many sites; a server in front does that. Start with
/// [org.zhiheng.links.serve.Listener]. Follows RFC 9110.
@NullMarked
package org.zhiheng.links.serve;

import org.jspecify.annotations.NullMarked;
