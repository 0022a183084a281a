package org.zhiheng.server.imports;

import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhiheng.jobs.imports.TableImports.TableKind;
import org.zhiheng.values.Digest;

/// A table that was brought and waits to be taken in.
///
/// @param kind what it holds
/// @param name of the file
/// @param digest under which its bytes are kept
/// @param bytes its size
public record TableUpload(TableKind kind, String name, Digest digest, long bytes) {

  /// Reads what a form carries on; empty when it is not what we wrote into it.
  static Optional<TableUpload> parse(ServerRequest request) {
    Optional<TableKind> kind = kind(request.param("kind").orElse(""));
    Optional<Digest> digest = request.param("digest").flatMap(text -> Digest.parse(text).found());
    Optional<Long> bytes =
        request.param("bytes").filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong);
    Optional<String> name = request.param("name").filter(text -> !text.isBlank());
    if (kind.isEmpty() || digest.isEmpty() || bytes.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new TableUpload(kind.get(), name.get(), digest.get(), bytes.get()));
  }

  /// `portfolio-table` or `event-table`.
  static Optional<TableKind> kind(String code) {
    for (TableKind kind : TableKind.values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
