/// The pictures of figure marks, decoded within limits: PNG, JPEG and WebP through ImageIO, SVG
/// through JSVG, all in plain Java.
///
/// Not what a figure looks like; that is the engine's. Start with [JavaPictures]; [FigureFolder]
/// compares whole folders.
@NullMarked
package org.zhiheng.images.imageio;

import org.jspecify.annotations.NullMarked;
