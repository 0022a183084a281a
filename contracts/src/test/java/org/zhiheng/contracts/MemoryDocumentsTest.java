package org.zhiheng.contracts;

import org.zhiheng.jobs.documents.Documents;

final class MemoryDocumentsTest extends DocumentsContract {

  private final Documents documents = new MemoryDocuments();

  @Override
  protected Documents documents() {
    return documents;
  }
}
