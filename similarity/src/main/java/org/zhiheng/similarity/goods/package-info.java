/// Goods and services: how near two of them stand in the 类似商品和服务区分表, and which items free text
/// means.
///
/// Not the law on when goods are similar: the table is a presumption that a person may overturn,
/// and it is imported, never shipped. Start with [GoodsTable].
@NullMarked
package org.zhiheng.similarity.goods;

import org.jspecify.annotations.NullMarked;
