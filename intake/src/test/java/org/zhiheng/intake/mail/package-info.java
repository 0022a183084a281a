@NullMarked
package org.zhiheng.intake.mail;

import org.jspecify.annotations.NullMarked;
