package org.zhiheng.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.answers.MemoryAnswers;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.uploads.ContentDigest;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.UploadLimits;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.links.JtePaperPages;
import org.zhiheng.seeds.Seed;
import org.zhiheng.server.SampleDesk;
import org.zhiheng.server.SampleDocket;
import org.zhiheng.server.security.Browser;
import org.zhiheng.server.security.DoorHouse;
import org.zhiheng.server.security.GuardSettings;
import org.zhiheng.store.files.FileDocuments;
import org.zhiheng.store.files.FileUploads;
import org.zhiheng.values.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Large files in parts over real HTTP, on files.
final class UploadsApiIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String UPLOADS = "/api/v1/uploads";

  /// Two whole parts and one of 1,000 bytes.
  private static final byte[] BYTES = bytes();

  private static final int OPEN_MAX = 3;
  private static final UploadLimits LIMITS =
      new UploadLimits(OPEN_MAX, 100L << 20, Duration.ofDays(3));

  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

  @TempDir static Path folder;
  private static DoorHouse house;
  private static ImportDesk desk;
  private static Uploads uploads;
  private static FileDocuments documents;
  private static String ours;
  private static String colleague;
  private static String theirs;
  private static String reader;

  private static byte[] bytes() {
    byte[] bytes = new byte[2 * DeclaredFile.PART_BYTES + 1_000];
    Seed.of(11).random().nextBytes(bytes);
    return bytes;
  }

  @BeforeAll
  static void open() throws IOException {
    RegisterStores stores = new MemoryRegister(NOW::get).stores();
    documents = FileDocuments.open(folder.resolve("documents"), NOW::get);
    Records records =
        new Records(stores.rights(), stores.parties(), documents, stores.trail(), NOW::get);
    Imports imports = new Imports(stores.runs(), stores.trail(), NOW::get);
    desk = new ImportDesk(imports, documents);
    ExamineDesk examine =
        SampleDesk.over(
            stores.rights(), stores.parties(), records, documents, stores.trail(), NOW::get);
    uploads =
        new Uploads(
            FileUploads.open(folder.resolve("uploads"), NOW::get),
            LIMITS,
            stores.trail(),
            new SecureRandom(),
            NOW::get);
    ProveDesk prove =
        ProveDesk.of(
            new MemoryProving().stores(),
            records,
            documents,
            stores.trail(),
            new SecureRandom(),
            NOW::get);
    house =
        new DoorHouse(
            GuardSettings.loopback(),
            (visitors, _) ->
                new Api(
                        new Api.Jobs(
                            records,
                            new PartyBook(stores.parties(), stores.trail(), NOW::get),
                            imports,
                            desk,
                            1 << 20,
                            stores.trail(),
                            new MemoryAnswers(),
                            _ -> false,
                            examine,
                            SampleDesk.reports(examine, stores.trail(), NOW::get),
                            prove,
                            SampleDocket.over(stores.rights(), records, stores.trail(), NOW::get),
                            uploads,
                            new JtePaperPages(),
                            SampleDocket.finance(records, stores.trail(), NOW::get),
                            SampleDocket.deals(records, stores.trail(), NOW::get)),
                        visitors,
                        NOW::get)
                    .routes());
    Set<Permission> all = Acting.permissionsOf(Role.EXAMINER);
    ours = house.token(house.user("one.clerk", Role.EXAMINER), all);
    colleague = house.token(house.user("another.clerk", Role.EXAMINER), all);
    reader = house.token(house.user("one.reader", Role.VIEWER), Set.of(Permission.READ));
    theirs = house.token(house.elsewhere("their.admin"), all);
  }

  @AfterAll
  static void close() {
    house.close();
    desk.close();
  }

  @BeforeEach
  void discardAll() throws IOException {
    for (String token : List.of(ours, colleague, theirs)) {
      for (JsonNode one : json(send(token, "GET", UPLOADS, "")).path("items")) {
        send(token, "DELETE", UPLOADS + "/" + one.path("id").asString(), "");
      }
    }
  }

  private static Browser.Answer send(
      String token, String method, String path, String body, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Authorization: Bearer " + token;
    return new Browser(house.port()).send(method, path, body, all);
  }

  private static JsonNode json(Browser.Answer answer) {
    return JSON.readTree(answer.body());
  }

  private static String declared(String name, byte[] bytes) {
    return JSON.createObjectNode()
        .put("name", name)
        .put("type", "video/mp4")
        .put("size", bytes.length)
        .put("sha256", Digest.of(bytes).hex())
        .toString();
  }

  private static String begun(String token, String name) throws IOException {
    Browser.Answer answer = send(token, "POST", UPLOADS, declared(name, BYTES));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    String location = answer.header("Location").orElseThrow();
    assertThat(location).isEqualTo(UPLOADS + "/" + json(answer).path("id").asString());
    return location;
  }

  private static byte[] part(int number) {
    int from = (number - 1) * DeclaredFile.PART_BYTES;
    return Arrays.copyOfRange(BYTES, from, Math.min(BYTES.length, from + DeclaredFile.PART_BYTES));
  }

  /// Sends bytes as they are.
  private static Browser.Answer put(
      String token, String path, byte[] bytes, int sent, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("PUT " + path + " HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:").append(house.port()).append("\r\n");
    head.append("Authorization: Bearer ").append(token).append("\r\n");
    head.append("Content-Length: ").append(bytes.length).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, 0, sent);
      out.flush();
      if (sent < bytes.length) {
        return new Browser.Answer(0, List.of(), "");
      }
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      in.transferTo(read);
      String all = read.toString(StandardCharsets.UTF_8);
      int blank = all.indexOf("\r\n\r\n");
      return new Browser.Answer(
          Integer.parseInt(all.split(" ", 3)[1]),
          List.of(all.substring(0, blank).split("\r\n", -1)),
          all.substring(blank + 4));
    }
  }

  private static Browser.Answer put(String token, String upload, int number, byte[] bytes)
      throws IOException {
    return put(
        token,
        upload + "/parts/" + number,
        bytes,
        bytes.length,
        ContentDigest.HEADER + ": " + ContentDigest.of(Digest.of(bytes)));
  }

  private static List<Integer> there(String upload) throws IOException {
    return json(send(ours, "GET", upload, ""))
        .path("there")
        .valueStream()
        .map(JsonNode::asInt)
        .toList();
  }

  private static Browser.Answer deposit(String token, String uploads, String... headers)
      throws IOException {
    String ids = uploads.replace(UPLOADS + "/", "");
    return send(token, "POST", "/api/v1/evidence?title=x&uploads=" + ids, "", headers);
  }

  private static String code(Browser.Answer answer) {
    return json(answer).path("code").asString();
  }

  @Test
  void depositsWhatCameInPartsOfAnyOrder() throws IOException {
    String upload = begun(ours, "监控录像.mp4");
    JsonNode told = json(send(ours, "GET", upload, ""));
    assertThat(told.path("parts").asInt()).isEqualTo(3);
    assertThat(told.path("partSize").asInt()).isEqualTo(8_388_608);
    assertThat(told.path("sweptAt").asString()).isEqualTo("2026-11-25T08:00:00Z");
    for (int number : new int[] {3, 1, 2}) {
      Browser.Answer answer = put(ours, upload, number, part(number));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }
    assertThat(there(upload)).containsExactly(1, 2, 3);
    Browser.Answer deposited = deposit(ours, upload);
    assertThat(deposited.status()).as(deposited.toString()).isEqualTo(201);
    JsonNode file =
        json(send(ours, "GET", deposited.header("Location").orElseThrow(), ""))
            .path("files")
            .path(0);
    assertThat(file.path("name").asString()).isEqualTo("监控录像.mp4");
    assertThat(file.path("sha256").asString()).isEqualTo(Digest.of(BYTES).hex());
    try (InputStream in = documents.open(Digest.of(BYTES)).orElseThrow()) {
      assertThat(Digest.of(in)).isEqualTo(Digest.of(BYTES));
    }
    assertThat(send(ours, "GET", upload, "").status()).isEqualTo(404);
    assertThat(json(send(ours, "GET", UPLOADS, "")).path("items")).isEmpty();
  }

  @Test
  void goesOnAfterACutConnection() throws IOException {
    String upload = begun(ours, "cut.mp4");
    put(ours, upload, 1, part(1));
    byte[] second = part(2);
    put(
        ours,
        upload + "/parts/2",
        second,
        second.length / 2,
        ContentDigest.HEADER + ": " + ContentDigest.of(Digest.of(second)));
    assertThat(there(upload)).containsExactly(1);
    Browser.Answer early = deposit(ours, upload);
    assertThat(early.status()).isEqualTo(422);
    assertThat(code(early)).isEqualTo("upload-missing");
    // the same file again: the same upload
    assertThat(begun(ours, "cut.mp4")).isEqualTo(upload);
    put(ours, upload, 2, second);
    put(ours, upload, 3, part(3));
    assertThat(deposit(ours, upload).status()).isEqualTo(201);
  }

  @Test
  void takesAPartThatIsSentTwice() throws IOException {
    String upload = begun(ours, "twice.mp4");
    assertThat(put(ours, upload, 3, part(3)).status()).isEqualTo(204);
    assertThat(put(ours, upload, 3, part(3)).status()).isEqualTo(204);
    assertThat(there(upload)).containsExactly(3);
  }

  @Test
  void refusesAPartThatIsNotWhatItsHeaderSays() throws IOException {
    String upload = begun(ours, "wrong.mp4");
    byte[] third = part(3);
    String path = upload + "/parts/3";
    Browser.Answer other =
        put(
            ours,
            path,
            third,
            third.length,
            ContentDigest.HEADER + ": " + ContentDigest.of(Digest.of(BYTES)));
    assertThat(other.status()).isEqualTo(422);
    assertThat(code(other)).isEqualTo("upload-part-digest");
    assertThat(other.body()).contains(Digest.of(third).hex(), Digest.of(BYTES).hex());
    assertThat(code(put(ours, path, third, third.length))).isEqualTo("content-digest");
    assertThat(code(put(ours, path, third, third.length, ContentDigest.HEADER + ": md5=:x:")))
        .isEqualTo("content-digest");
    assertThat(there(upload)).isEmpty();
  }

  @Test
  void refusesPartsBeyondTheSize() throws IOException {
    String upload = begun(ours, "beyond.mp4");
    assertThat(code(put(ours, upload, 4, new byte[1]))).isEqualTo("upload-part");
    assertThat(code(put(ours, upload, 0, new byte[1]))).isEqualTo("upload-part");
    assertThat(code(put(ours, upload, 3, new byte[1_001]))).isEqualTo("upload-part-size");
    assertThat(code(put(ours, upload, 3, new byte[999]))).isEqualTo("upload-part-size");
    assertThat(code(put(ours, upload + "/parts/x", new byte[1], 1))).isEqualTo("upload-part");
    assertThat(there(upload)).isEmpty();
  }

  @Test
  void refusesADepositOfOtherBytesThanDeclared() throws IOException {
    String upload = begun(ours, "other.mp4");
    put(ours, upload, 1, part(2));
    put(ours, upload, 2, part(1));
    put(ours, upload, 3, part(3));
    Browser.Answer refused = deposit(ours, upload);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(code(refused)).isEqualTo("file-digest");
    assertThat(refused.body()).contains(Digest.of(BYTES).hex());
    put(ours, upload, 1, part(1));
    put(ours, upload, 2, part(2));
    assertThat(deposit(ours, upload).status()).isEqualTo(201);
  }

  @Test
  void refusesFilesThatNobodyTakes() throws IOException {
    for (String body :
        List.of(
            "{\"name\":\"a\",\"size\":2147483649,\"sha256\":\"" + "0".repeat(64) + "\"}",
            "{\"name\":\"a\",\"size\":0,\"sha256\":\"" + "0".repeat(64) + "\"}",
            "{\"name\":\"a\",\"size\":\"1.5\",\"sha256\":\"" + "0".repeat(64) + "\"}",
            "{\"name\":\"a\",\"sha256\":\"" + "0".repeat(64) + "\"}")) {
      Browser.Answer answer = send(ours, "POST", UPLOADS, body);
      assertThat(answer.status()).as(body).isEqualTo(422);
      assertThat(code(answer)).as(body).isEqualTo("upload-size");
    }
    assertThat(code(send(ours, "POST", UPLOADS, "{\"name\":\"a\",\"size\":1,\"sha256\":\"x\"}")))
        .isEqualTo("digest");
    assertThat(code(deposit(ours, "UPx"))).isEqualTo("upload-id");
  }

  @Test
  void showsNothingToOthers() throws IOException {
    String upload = begun(ours, "secret.mp4");
    for (String token : List.of(colleague, theirs)) {
      assertThat(send(token, "GET", upload, "").status()).isEqualTo(404);
      assertThat(put(token, upload, 3, part(3)).status()).isEqualTo(404);
      assertThat(send(token, "DELETE", upload, "").status()).isEqualTo(404);
      assertThat(deposit(token, upload).status()).isEqualTo(404);
      assertThat(send(token, "GET", UPLOADS, "").body()).doesNotContain("secret");
    }
    assertThat(send(reader, "GET", upload, "").status()).isEqualTo(403);
    assertThat(send(reader, "POST", UPLOADS, declared("a", BYTES)).status()).isEqualTo(403);
    assertThat(there(upload)).isEmpty();
  }

  @Test
  void keepsToItsNumberAndItsBytes() throws IOException {
    for (int at : IntStream.range(0, OPEN_MAX).toArray()) {
      begun(at == 0 ? colleague : ours, at + ".mp4");
    }
    Browser.Answer full = send(ours, "POST", UPLOADS, declared("full.mp4", BYTES));
    assertThat(full.status()).isEqualTo(422);
    assertThat(code(full)).isEqualTo("uploads-open");
    assertThat(send(theirs, "POST", UPLOADS, declared("full.mp4", BYTES)).status()).isEqualTo(201);
    discardAll();
    String large =
        "{\"name\":\"a\",\"size\":%d,\"sha256\":\"%s\"}".formatted((100 << 20) + 1, "0".repeat(64));
    assertThat(code(send(ours, "POST", UPLOADS, large))).isEqualTo("uploads-bytes");
  }

  @Test
  void answersARepeatedDepositTheSame() throws IOException {
    String upload = begun(ours, "again.mp4");
    for (int number = 1; number <= 3; number++) {
      put(ours, upload, number, part(number));
    }
    Browser.Answer first = deposit(ours, upload, "Idempotency-Key: deposit-1");
    Browser.Answer again = deposit(ours, upload, "Idempotency-Key: deposit-1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(deposit(ours, upload).status()).isEqualTo(404);
  }

  @Test
  void sweepsWhatWasLeft() throws IOException {
    String upload = begun(ours, "left.mp4");
    put(ours, upload, 3, part(3));
    Instant before = NOW.get();
    try {
      NOW.set(before.plus(LIMITS.idle()).plusSeconds(1));
      assertThat(uploads.sweep("server")).isEqualTo(1);
    } finally {
      NOW.set(before);
    }
    assertThat(send(ours, "GET", upload, "").status()).isEqualTo(404);
    Browser.Answer late = put(ours, upload, 1, part(1));
    assertThat(late.status()).isEqualTo(404);
    assertThat(code(late)).isEqualTo("not-found");
  }
}
