package org.zhiheng.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.OrganisationId;

/// A schema of one test class: in the server of `ZHIHENG_DATABASE_URL`, else in one embedded server
/// that all test classes share and that lies in `target`.
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private final String schema;
  private Optional<Database> database = Optional.empty();

  /// With this schema, made empty before the class and dropped behind it.
  public TestDatabase(String schema) {
    this.schema = schema;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (nested(context)) {
      return;
    }
    Database before = opened();
    before.dropSchema(); // of a run that was killed
    database = Optional.of(opened());
  }

  /// The schema through a pool of its own; the caller closes it.
  ///
  /// @throws IOException when it does not open
  public Database opened() throws IOException {
    return Database.openSchema(home(), external(), schema);
  }

  static Path home() {
    return Path.of("target", "test-postgres");
  }

  static Optional<String> external() {
    return Optional.ofNullable(System.getenv("ZHIHENG_DATABASE_URL")).filter(url -> !url.isBlank());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (!nested(context)) {
      database.orElseThrow().dropSchema();
    }
  }

  private static boolean nested(ExtensionContext context) {
    return context.getRequiredTestClass().getEnclosingClass() != null;
  }

  /// The schema, open.
  public Database get() {
    return database.orElseThrow();
  }

  RegisterStores stores() {
    return new RegisterStores(
        new PostgresRights(get(), InstantSource.system()),
        new PostgresParties(get(), InstantSource.system()),
        new PostgresImportRuns(get(), InstantSource.system()),
        new PostgresAuditTrail(get()));
  }

  /// The rights of the schema.
  public Rights rights() {
    return stores().rights();
  }

  /// An organisation without records.
  public OrganisationId newOrganisation() {
    return new OrganisationId(
        get().client().sql("select nextval('event_id_seq')").query(Long.class).single());
  }
}
