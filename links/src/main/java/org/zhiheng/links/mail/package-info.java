/// Letters handed to a mail server by SMTP. Start with [SmtpPostman].
@NullMarked
package org.zhiheng.links.mail;

import org.jspecify.annotations.NullMarked;
