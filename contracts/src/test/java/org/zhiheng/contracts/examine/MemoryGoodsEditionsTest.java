package org.zhiheng.contracts.examine;

import org.zhiheng.jobs.examine.GoodsEditions;

final class MemoryGoodsEditionsTest extends GoodsEditionsContract {

  private final GoodsEditions editions = new MemoryGoodsEditions();
  private int count;

  @Override
  protected GoodsEditions editions() {
    return editions;
  }

  @Override
  protected String unique() {
    count++;
    return "n" + count;
  }
}
