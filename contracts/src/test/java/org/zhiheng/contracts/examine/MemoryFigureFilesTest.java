package org.zhiheng.contracts.examine;

import org.zhiheng.jobs.examine.FigureFiles;
import org.zhiheng.values.OrganisationId;

final class MemoryFigureFilesTest extends FigureFilesContract {

  private final FigureFiles files = new MemoryFigureFiles();
  private long last;

  @Override
  protected FigureFiles files() {
    return files;
  }

  @Override
  protected OrganisationId newOrganisation() {
    last++;
    return new OrganisationId(last);
  }
}
