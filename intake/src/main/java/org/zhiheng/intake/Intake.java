package org.zhiheng.intake;

import java.io.IOException;
import java.io.InputStream;
import org.zhiheng.intake.archive.Archive;
import org.zhiheng.intake.archive.Member;
import org.zhiheng.intake.archive.RefusedBytes;

/// Reads a file of an office into items, in memory that does not grow with the file.
///
/// Gzip and zip are opened, whatever the name says. What refuses a whole file (format, encoding,
/// damaged packing) is one more refused item behind the last that was read.
public final class Intake {

  private Intake() {}

  /// Reads the file from its first byte until it ends or the consumer has enough.
  ///
  /// @throws IOException when the stream itself fails, or the consumer does
  public static void read(IntakeKind kind, IntakeFile file, ItemConsumer consumer)
      throws IOException {
    Items items = new Items(file.name(), consumer);
    try (InputStream in = file.opener().open()) {
      Archive.read(in, member -> member(kind, file, member, items));
    }
  }

  private static boolean member(IntakeKind kind, IntakeFile file, Member member, Items items)
      throws IOException {
    return switch (member) {
      case Member.Shut shut -> items.refuse(shut.problem());
      case Member.Open open -> {
        try {
          yield switch (kind) {
            case CNIPA_GAZETTE_CSV ->
                CsvItems.read(CsvItems.gazette(file), open.name(), open.in(), items);
            case CNIPA_XML -> new XmlItems(file, new CnipaFormat()).read(open.in(), items);
            case USPTO_XML -> new XmlItems(file, new UsptoFormat()).read(open.in(), items);
            case EPO_OPS_XML -> new XmlItems(file, new OpsFormat()).read(open.in(), items);
            case MARKS_CSV -> CsvItems.read(CsvItems.marks(file), open.name(), open.in(), items);
          };
        } catch (RefusedBytes refused) {
          yield items.refuse(refused.problem());
        }
      }
    };
  }
}
