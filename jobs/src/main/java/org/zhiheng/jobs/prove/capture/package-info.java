/// What is fetched or taken apart before it is deposited: pages of the web, mails.
///
/// Not how it is fetched (a port), and no judgement of what it shows. Start with
/// [org.zhiheng.jobs.prove.capture.Captures].
@NullMarked
package org.zhiheng.jobs.prove.capture;

import org.jspecify.annotations.NullMarked;
