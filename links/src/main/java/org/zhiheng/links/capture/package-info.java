/// Pages of the web fetched over sockets and looked at by a browser, within limits.
///
/// Not what is made of them: that is [org.zhiheng.jobs.prove.capture]. Start with
/// [org.zhiheng.links.capture.SocketPages]. HTTP is that of RFC 9112.
@NullMarked
package org.zhiheng.links.capture;

import org.jspecify.annotations.NullMarked;
