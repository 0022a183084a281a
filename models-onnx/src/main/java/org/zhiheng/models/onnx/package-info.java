/// Places Chinese texts by their sense, with the model bge-small-zh-v1.5 on ONNX Runtime.
///
/// Not a translator, and no judge of marks: see what it can't do at [OnnxEmbeddings]. Model and
/// vocabulary come from the published package that the module depends on; `NOTICE` beside the
/// classes names them. Start with [OnnxEmbeddings].
@NullMarked
package org.zhiheng.models.onnx;

import org.jspecify.annotations.NullMarked;
