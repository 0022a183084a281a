package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.bundle.BundlePolicy;
import org.zhiheng.ledger.bundle.BundleWriter;
import org.zhiheng.ledger.bundle.FileContent;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.HeldBytes;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;

/// The page that checks evidence bundles, in a browser, beside the verifier in Java.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyPageIT {

  private static final Look LOOK = new Look("en", 1280, "light", Script.ON);

  private static final List<Look> LOOKS =
      List.of(
          LOOK,
          new Look("zh", 1280, "dark", Script.ON),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 390, "dark", Script.ON),
          new Look("en", 1280, "light", Script.OFF));

  private static final int FLIPS = 240;
  private static final int CUTS = 40;
  private static final int CHANGES = 240;
  private static final long SEED = 20261129;

  /// Judges bundles in the page, as the page does: in base64 `[policy, logs, witnesses, issuers,
  /// bundle...]`, empty for what is not given; gives a line for each bundle.
  private static final String JUDGE =
      """
      async ([policy, logs, witnesses, issuers, ...bundles]) => {
        const at = document.querySelector('script[type=module]').src.replace('page.js', '');
        const { check } = await import(at + 'judge.js');
        const { keys, policyOutside } = await import(at + 'note.js');
        const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
        const given = {};
        if (policy) { given.policy = policyOutside(bytes(policy)); }
        if (logs) {
          given.trust = {
            logs: keys(bytes(logs)), witnesses: keys(bytes(witnesses)), issuers: keys(bytes(issuers))
          };
        }
        const said = [];
        for (const bundle of bundles) {
          const found = await check(new Blob([bytes(bundle)]), given);
          said.push(found.outcome + ' ' + found.verdicts.map(one => one.result).join(' '));
        }
        return said;
      }
      """;

  private final Path golden =
      Path.of(System.getProperty("zhiheng.root", ".."))
          .resolve("ledger/src/test/resources/golden/bundle");

  private @Nullable Server server;
  private @Nullable Browsing browsing;

  @BeforeAll
  void open() {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    Server started = Sample.ground(0).start();
    server = started;
    browsing = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
  }

  @AfterAll
  void close() {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    Optional.ofNullable(server).ifPresent(Server::close);
  }

  @Test
  void standsInEveryLookForWhoeverComes() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    byte[] torn = golden("held.ipev");
    torn[torn.length / 2] ^= 1;
    Path changed = Files.createTempFile("changed", ".ipev");
    Files.write(changed, torn);
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      Map<String, Path> files = new TreeMap<>();
      if (look.script() == Script.ON) {
        files.put("verify-held", golden.resolve("held.ipev"));
        files.put("verify-erased", golden.resolve("erased.ipev"));
        files.put("verify-refused", changed);
      }
      stands(softly, browser, look, "verify", Optional.empty());
      files.forEach((name, file) -> stands(softly, browser, look, name, Optional.of(file)));
    }
    softly.assertAll();
    Files.delete(changed);
  }

  private static void stands(
      SoftAssertions softly, Browsing browser, Look look, String name, Optional<Path> file) {
    try (Browsing.Seen seen = browser.open(look, "/verify")) {
      file.ifPresent(one -> {
        seen.page().setInputFiles("#v-bundle", one);
        seen.page().waitForSelector("#v-result:not([hidden])");
      });
      seen.stands(softly, name);
    }
  }

  @Test
  void asksTheNetworkForNothingWhileItChecks() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(LOOK, "/verify")) {
      Page page = seen.page();
      page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      List<String> asked = new ArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      page.locator(".given summary").click();
      page.fill("#v-policy", Files.readString(golden.resolve("policy.txt")));
      page.setInputFiles(
          "#v-trust",
          new Path[] {
            golden.resolve("trust/logs.txt"),
            golden.resolve("trust/witnesses.txt"),
            golden.resolve("trust/issuers.txt")
          });
      page.setInputFiles("#v-bundle", golden.resolve("held.ipev"));
      page.waitForSelector("#v-result:not([hidden])");
      assertThat(page.locator("#v-outcome h2").textContent())
          .isEqualTo("All that is asked for holds");
      assertThat(page.locator("#v-outcome").getAttribute("class")).isEqualTo("note");
      assertThat(page.locator("#v-outcome p").textContent()).contains("from outside");
      assertThat(page.locator("#v-table tbody tr").count()).isEqualTo(5);
      // without keys of issuers nobody's statement counts
      page.setInputFiles("#v-trust", golden.resolve("trust/logs.txt"));
      page.locator("#verify .btn").click();
      page.waitForSelector("tr[data-check=statement][data-result=failed]");
      page.fill("#v-policy", "quorum nobody-named");
      page.locator("#verify .btn").click();
      page.waitForSelector("#v-table[hidden]", attached());
      assertThat(page.locator("#v-outcome p").textContent()).contains("line 1");
      assertThat(asked).isEmpty();
      assertThat(seen.complaints()).isEmpty();
    }
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  @Test
  void comesToTheVerdictsOfTheVerifier() throws IOException {
    List<byte[]> bundles = List.of(golden("held.ipev"), golden("erased.ipev"));
    String own = text("policy.txt");
    String stranger = own.replace("quorum g", "group all all g\nquorum all");
    for (Given given :
        List.of(
            new Given("", false),
            new Given(own, false),
            new Given("", true),
            new Given(own, true),
            new Given(own + "#require time anchor\n", false),
            new Given(own + "#operator notary\n", true),
            new Given(stranger, true),
            new Given("quorum none\n", false),
            new Given("quorum none\n", true))) {
      same(bundles, given);
    }
  }

  @Test
  void refusesWhateverIsChangedOrCut() throws IOException {
    Random random = new Random(SEED);
    List<byte[]> changed = new ArrayList<>();
    for (String name : List.of("held.ipev", "erased.ipev")) {
      byte[] bundle = golden(name);
      for (int one = 0; one < FLIPS / 2; one++) {
        byte[] flipped = bundle.clone();
        flipped[random.nextInt(bundle.length)] ^= (byte) (1 << random.nextInt(8));
        changed.add(flipped);
      }
      for (int one = 0; one < CUTS / 2; one++) {
        changed.add(Arrays.copyOf(bundle, random.nextInt(bundle.length)));
      }
      changed.add(Arrays.copyOf(bundle, bundle.length + 1));
    }
    List<String> said = same(changed, new Given("", false));
    assertThat(said).allMatch(one -> one.startsWith("refused failed failed failed failed failed"));
  }

  /// Parts that were changed and put together again as a bundle must be: what is judged then is not
  /// the form but what the parts say.
  @Test
  void judgesChangedPartsAsTheVerifierDoes() throws IOException {
    Random random = new Random(SEED);
    List<byte[]> bundles = new ArrayList<>();
    bundles.add(swapped());
    for (String name : List.of("held.ipev", "erased.ipev")) {
      Map<String, byte[]> members = members(golden(name));
      List<String> judged =
          members.keySet().stream()
              .filter(one -> !one.matches("(README|files|manifest).*"))
              .toList();
      int put = 0;
      while (put < CHANGES / 2) {
        Map<String, byte[]> changed = new LinkedHashMap<>(members);
        String member = judged.get(random.nextInt(judged.size()));
        byte[] bytes = members.getOrDefault(member, new byte[0]).clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        changed.put(member, bytes);
        Optional<byte[]> bundle = put(changed);
        if (bundle.isPresent()) {
          bundles.add(bundle.get());
          put++;
        }
      }
    }
    same(bundles, new Given("", false));
    List<String> said = same(bundles, new Given(text("policy.txt"), true));
    assertThat(said.getFirst()).startsWith("fails failed passed");
    assertThat(said.stream().filter(one -> one.startsWith("fails")).count()).isGreaterThan(200);
  }

  /// What stands in a wrong place, is missing or added, is refused even where every sum fits.
  @Test
  void refusesForgedForms() throws IOException {
    Map<String, byte[]> members = members(golden("held.ipev"));
    assertThat(Resealed.of(members)).isEqualTo(golden("held.ipev"));
    List<byte[]> forged = new ArrayList<>();
    for (String name : members.keySet()) {
      Map<String, byte[]> less = new LinkedHashMap<>(members);
      less.remove(name);
      forged.add(Resealed.of(less));
      Map<String, byte[]> last = new LinkedHashMap<>(less);
      last.put(name, of(members, name));
      if (!name.equals("README.en.html") && !name.equals("manifest.json")) {
        forged.add(Resealed.of(last));
      }
    }
    for (String name : List.of("README.zh.html", "README.en.html")) {
      Map<String, byte[]> comma = new LinkedHashMap<>(members);
      byte[] page = of(members, name).clone();
      page[page.length / 2] ^= 1;
      comma.put(name, page);
      forged.add(Resealed.of(comma));
    }
    for (String name :
        List.of("notes.txt", "trust/A", "files/0003", "erasure.leaf", "chain/02.json")) {
      Map<String, byte[]> more = new LinkedHashMap<>(members);
      more.put(name, new byte[100]);
      forged.add(Resealed.of(more));
    }
    assertThat(same(forged, new Given("", false))).allMatch(one -> one.startsWith("refused"));
  }

  /// What was given from outside.
  private record Given(String policy, boolean trusted) {}

  /// Judges bundles by both, compares them, and gives what both said.
  private List<String> same(List<byte[]> bundles, Given given) throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return bundles.stream().map(bundle -> java(bundle, given)).toList();
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(base64(given.policy().getBytes(StandardCharsets.UTF_8)));
    for (String name : List.of("logs", "witnesses", "issuers")) {
      arguments.add(given.trusted() ? base64(golden("trust/" + name + ".txt")) : "");
    }
    bundles.forEach(bundle -> arguments.add(base64(bundle)));
    try (Browsing.Seen seen = browser.open(LOOK, "/verify")) {
      List<?> said = (List<?>) seen.page().evaluate(JUDGE, arguments);
      SoftAssertions softly = new SoftAssertions();
      for (int at = 0; at < bundles.size(); at++) {
        softly
            .assertThat(said.get(at))
            .as("bundle " + at + " of seed " + SEED + ", " + given)
            .isEqualTo(java(bundles.get(at), given));
      }
      softly.assertAll();
      return said.stream().map(Object::toString).toList();
    }
  }

  private String java(byte[] bundle, Given given) {
    try {
      Verdicts verdicts =
          new BundleCheck(_ -> unjudged(), _ -> unjudged())
              .check(
                  new HeldBytes(Octets.of(bundle)),
                  given.policy().isEmpty()
                      ? Optional.empty()
                      : Optional.of(
                          BundlePolicy.parse(given.policy().getBytes(StandardCharsets.UTF_8))
                              .orThrow()),
                  given.trusted()
                      ? Optional.of(
                          new Trust(keys("logs"), keys("witnesses"), keys("issuers"), List.of()))
                      : Optional.empty());
      StringBuilder said =
          new StringBuilder(
              verdicts.refusal().isPresent() ? "refused" : verdicts.holds() ? "holds" : "fails");
      verdicts.all().forEach(one -> said.append(' ').append(one.result().word()));
      return said.toString();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static Finding unjudged() {
    return new Finding(Verdict.Result.ABSENT, "Not judged in this test.");
  }

  private List<VerifierKey> keys(String name) throws IOException {
    return text("trust/" + name + ".txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> VerifierKey.parse(line).orThrow())
        .toList();
  }

  private static Map<String, byte[]> members(byte[] bundle) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
        members.put(one.getName(), in.readAllBytes());
      }
    }
    return members;
  }

  /// The bundle of these members, if they are parts that can be.
  private static Optional<byte[]> put(Map<String, byte[]> members) throws IOException {
    try {
      Octets salt =
          Octets.of(of(members, members.containsKey("salt.bin") ? "salt.bin" : "erasure.salt.bin"));
      BundleParts.Content content =
          members.containsKey("erasure.cose")
              ? new BundleParts.Erased(
                  SignedStatement.parse(of(members, "erasure.cose")).orThrow(),
                  salt,
                  Leaf.parse(of(members, "erasure.leaf")).orThrow(),
                  LogProof.parse(of(members, "erasure.tlog-proof")).orThrow())
              : new BundleParts.Held(
                  SignedStatement.parse(of(members, "statement.cose")).orThrow(),
                  Optional.empty(),
                  salt);
      BundleParts parts =
          new BundleParts(
              content,
              new BundleParts.Entry(
                  Leaf.parse(of(members, "entry.leaf")).orThrow(),
                  LogProof.parse(of(members, "proof.tlog-proof")).orThrow(),
                  LogProof.parse(of(members, "proof.gm.tlog-proof")).orThrow(),
                  LogProof.parse(of(members, "root.gm.tlog-proof")).orThrow(),
                  Optional.empty()),
              new BundleParts.Stamps(
                  octets(members, "checkpoint.sha256.tsr"),
                  octets(members, "checkpoint.sm3.tsr"),
                  octets(members, "record.ers")),
              octets(members, "chain/01.json").stream().toList(),
              new BundleParts.Hints(Octets.of(of(members, "policy.txt")), new TreeMap<>()));
      List<FileContent> files = new ArrayList<>();
      for (int at = 1; members.containsKey("files/000" + at); at++) {
        byte[] file = of(members, "files/000" + at);
        files.add(() -> new ByteArrayInputStream(file));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BundleWriter.write(parts, files, out);
      return Optional.of(out.toByteArray());
    } catch (org.zhiheng.values.ProblemsException | IllegalArgumentException cannotBe) {
      return Optional.empty();
    }
  }

  private static Optional<Octets> octets(Map<String, byte[]> members, String name) {
    return Optional.ofNullable(members.get(name)).map(Octets::of);
  }

  private static byte[] of(Map<String, byte[]> members, String name) {
    return members.getOrDefault(name, new byte[0]);
  }

  /// A bundle whose first file is another of the same length, with sums and digests that fit.
  private byte[] swapped() throws IOException {
    Map<String, byte[]> members = members(golden("held.ipev"));
    byte[] other = of(members, "files/0001").clone();
    other[0] ^= 1;
    members.put("files/0001", other);
    return Resealed.of(members);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private byte[] golden(String name) throws IOException {
    return Files.readAllBytes(golden.resolve(name));
  }

  private String text(String name) throws IOException {
    return Files.readString(golden.resolve(name));
  }
}
