package org.zhiheng.contracts.access;

import org.zhiheng.jobs.access.Accounts;

final class MemoryAccountsTest extends AccountsContract {

  private final MemoryAccounts accounts = new MemoryAccounts();
  private int count;

  @Override
  protected Accounts accounts() {
    return accounts;
  }

  @Override
  protected synchronized String unique() {
    count++;
    return "n" + count;
  }
}
