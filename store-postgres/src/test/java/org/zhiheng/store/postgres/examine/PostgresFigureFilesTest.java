package org.zhiheng.store.postgres.examine;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.examine.FigureFilesContract;
import org.zhiheng.jobs.examine.FigureFiles;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;

final class PostgresFigureFilesTest extends FigureFilesContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_figurefiles");

  private final FigureFiles files = new PostgresFigureFiles(DATABASE.get());

  @Override
  protected FigureFiles files() {
    return files;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
