package org.zhiheng.contracts.jobs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// One organisation at work over stores in memory, on a day that does not move.
final class Room {

  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  static final OrganisationId ORGANISATION = new OrganisationId(1);

  final InstantSource clock = () -> NOW;
  final RegisterStores stores = new MemoryRegister(clock).stores();
  final MemoryDocuments documents = new MemoryDocuments();
  final Acting manager = Acting.as(ORGANISATION, "manager", Role.MANAGER);
  final Acting viewer = Acting.as(ORGANISATION, "viewer", Role.VIEWER);
  final Records records =
      new Records(stores.rights(), stores.parties(), documents, stores.trail(), clock);
  final Imports imports = new Imports(stores.runs(), stores.trail(), clock);
  final TableImports tables =
      new TableImports(stores.runs(), stores.rights(), records, stores.trail(), clock);
  final PartyBook parties = new PartyBook(stores.parties(), stores.trail(), clock);

  /// A granted invention patent of 甲示例公司, filed 2018-09-12, granted 2020-06-02.
  RightId patent() {
    Recording entered =
        records.enter(
            manager,
            RightKind.INVENTION_PATENT,
            Office.CN,
            Map.of(
                "title", "一种样例",
                "application-number", "201830514079.9",
                "filing-date", "2018-09-12",
                "grant-number", "CN110007813B",
                "grant-date", "2020-06-02",
                "applicants", "甲示例公司"),
            References.NONE);
    return ((Recording.Done) entered).id();
  }

  /// Records an event without a document on the newest version.
  Recording record(RightId id, FactKind kind, String on, Map<String, String> fields) {
    try {
      return records.record(
          manager, id, kind, LocalDate.parse(on), fields, Optional.empty(), Optional.empty());
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  Recording attach(RightId id, FactKind kind, String on, Map<String, String> fields, byte[] file)
      throws java.io.IOException {
    return records.record(
        manager,
        id,
        kind,
        LocalDate.parse(on),
        fields,
        Optional.empty(),
        Optional.of(new Attachment("notice.pdf", new ByteArrayInputStream(file))));
  }

  RightFile file(RightId id) {
    return records.show(manager, id).orElseThrow();
  }

  /// The party of a name that some record has.
  PartyId party(String name) {
    return Objects.requireNonNull(
        stores.parties().named(ORGANISATION, List.of(name)).get(name), name);
  }

  long rights() {
    return records.count(
        manager,
        new RightQuery(
            ORGANISATION,
            RightQuery.Scope.OWN,
            "",
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1),
        Integer.MAX_VALUE);
  }

  static IntakeFile file(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new IntakeFile(name, Digest.of(bytes), () -> new ByteArrayInputStream(bytes));
  }
}
