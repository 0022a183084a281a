/// A screen of absolute grounds: what stands in a name that the Trademark Law's articles 10 to 12
/// may refuse, by lists and plain rules.
///
/// Not an examination: lists are never complete, words have other meanings, figures and solid forms
/// (article 12) are not looked at, and acquired distinctiveness is not known here. A person
/// decides. Start with [Grounds].
@NullMarked
package org.zhiheng.similarity.grounds;

import org.jspecify.annotations.NullMarked;
