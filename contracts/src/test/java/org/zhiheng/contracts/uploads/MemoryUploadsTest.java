package org.zhiheng.contracts.uploads;

import org.zhiheng.jobs.uploads.UploadStore;

final class MemoryUploadsTest extends UploadStoreContract {

  private final UploadStore uploads = new MemoryUploads();

  @Override
  protected UploadStore uploads() {
    return uploads;
  }
}
