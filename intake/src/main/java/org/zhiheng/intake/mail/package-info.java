/// Mails taken apart: what their headers say, and what is attached.
///
/// Not their text, and no judgement of who sent them: headers are written by anybody. Start with
/// [org.zhiheng.intake.mail.Mail]. The formats are those of RFC 5322 and RFC 2045 to 2047.
@NullMarked
package org.zhiheng.intake.mail;

import org.jspecify.annotations.NullMarked;
