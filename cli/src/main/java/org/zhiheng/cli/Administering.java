package org.zhiheng.cli;

import org.zhiheng.jobs.administer.desk.AdministerDesk;

/// Opens what administering rights needs; the rules of time are read for no other command.
interface Administering {

  /// The desk.
  AdministerDesk open();
}
