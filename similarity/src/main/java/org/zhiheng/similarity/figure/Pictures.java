package org.zhiheng.similarity.figure;

import org.zhiheng.values.Parsed;

/// Reads the bytes of a picture file.
///
/// The content decides what kind of file it is, never its name. Width and height are read from the
/// file's head and judged before anything is decoded. Nothing outside the bytes is opened. A
/// picture that is refused leaves nothing behind. Safe for many threads.
public interface Pictures {

  /// The picture in these bytes, scaled down to [Picture#SIDE_MAX] where it is larger.
  ///
  /// @return refused with a code that begins with `picture-`
  Parsed<Picture> read(byte[] bytes, PictureLimits limits);
}
