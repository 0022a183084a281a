package org.zhiheng.contracts.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.record.References;
import org.zhiheng.values.RightId;

/// A right with one of everything as JSON, compared with the file beside the tests' resources.
///
/// `-Dgolden=write` writes the file anew; the difference is read before it is committed.
final class RecordJsonGolden {

  private static final Path FILE =
      Path.of(
          System.getProperty("zhiheng.root", ".."),
          "contracts/src/test/resources/org/zhiheng/contracts/jobs/right.json");

  private final Room room = new Room();

  @Test
  void tellsARightWithOneOfEverything() throws IOException {
    RightId id = room.patent();
    room.record(id, FactKind.EXAMINATION_BEGUN, "2019-03-01", Map.of());
    room.record(
        id,
        FactKind.DESCRIBED,
        "2020-06-03",
        Map.of(
            "inventors", "张三; 李四",
            "classes", "G06F16/00; H04N7/173",
            "abstract", "一种样例，\"引号\" & <标签>。"));
    room.record(id, FactKind.OWNERS_RECORDED, "2020-06-04", Map.of("owners", "甲示例公司=60; 乙示例公司=40"));
    room.record(
        id,
        FactKind.PLEDGED,
        "2021-01-05",
        Map.of(
            "pledgor", "甲示例公司",
            "pledgee", "示例银行",
            "record-number", "Y1",
            "until", "2024-01-04",
            "amount", "CNY 1000000.00"));
    room.record(id, FactKind.PLEDGE_RELEASED, "2021-06-05", Map.of("record-number", "Y1"));
    room.record(
        id,
        FactKind.LICENSED,
        "2021-07-01",
        Map.of(
            "licence", "ordinary",
            "licensor", "甲示例公司",
            "licensee", "丙示例公司",
            "record-number", "X1"));
    room.record(
        id, FactKind.PRESERVED, "2022-01-01", Map.of("court", "示例法院", "record-number", "B1"));
    room.record(id, FactKind.PRESERVATION_LIFTED, "2022-02-01", Map.of("record-number", "B1"));
    room.record(id, FactKind.INVALIDATED, "2022-03-01", Map.of("claims", "1; 2"));
    room.record(id, FactKind.NOTED, "2022-04-01", Map.of("code", "annuity", "text", "第四年年费"));
    room.record(
        id, FactKind.CORRECTED, "2022-05-01", Map.of("target", "E11", "reason", "wrong day"));
    room.attach(
        id,
        FactKind.CEASED,
        "2023-09-12",
        Map.of("reason", "annuity"),
        "%PDF-1.4\nend".getBytes(StandardCharsets.US_ASCII));
    room.records.refer(room.manager, id, new References("ZH-1", "K-1", "客户"));
    RightFile file = room.file(id);

    // one line a field, so that a difference can be read
    String json =
        RecordJson.text(out -> RecordJson.right(file.record(), file.folded(), out))
                .replace(",\"", ",\n\"")
                .replace("},{", "},\n{")
            + "\n";

    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FILE.toAbsolutePath().getParent());
      Files.writeString(FILE, json);
    }
    assertThat(json).isEqualTo(Files.readString(FILE));
  }
}
