package org.zhiheng.server.paper;

import org.zhiheng.links.Styles;

/// What a template of a document is given.
///
/// @param styles the style sheet that stands in it
/// @param view what it shows
/// @param <T> the view's type
public record Document<T>(Styles styles, T view) {}
