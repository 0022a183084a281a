package org.zhiheng.store.postgres.examine;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.examine.GoodsEditionsContract;
import org.zhiheng.jobs.examine.GoodsEditions;
import org.zhiheng.store.postgres.TestDatabase;

final class PostgresGoodsEditionsTest extends GoodsEditionsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_goodseditions");

  private final GoodsEditions editions = new PostgresGoodsEditions(DATABASE.get());

  @Override
  protected GoodsEditions editions() {
    return editions;
  }

  @Override
  protected String unique() {
    return DATABASE.newOrganisation().toString();
  }
}
