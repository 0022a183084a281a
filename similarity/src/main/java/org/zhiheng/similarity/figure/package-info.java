/// Figure marks: how a picture is read into the features of a figure, how alike two figures are,
/// and which of many figures are nearest.
///
/// Not the decoding of files, which is behind the port [Pictures], nor the words inside a figure,
/// which nobody reads. Start with [Figures].
@NullMarked
package org.zhiheng.similarity.figure;

import org.jspecify.annotations.NullMarked;
