package org.zhiheng.server.api;

import java.util.List;

/// What the page about the interface shows.
///
/// @param operations all, in the order of the table
/// @param document where the OpenAPI document is
public record GuideView(List<Operation> operations, String document) {

  /// Copies the list.
  public GuideView {
    operations = List.copyOf(operations);
  }

  /// All of it.
  static GuideView whole() {
    return new GuideView(Operation.all(), OpenApi.PATH);
  }

  /// The names that a body of this operation may hold.
  public List<String> fields(Operation operation) {
    return operation.spec().fields();
  }
}
