package org.zhiheng.ledger.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Sign1;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.TreeAlgorithm;

/// The page in a bundle that tells an expert how to check it by hand. It follows from the parts, so
/// that nobody can put other instructions into a bundle: whatever changes these pages, and be it a
/// comma, is a new version of the format.
final class Readme {

  static final Readme CHINESE = new Readme("README-1.zh.html");
  static final Readme ENGLISH = new Readme("README-1.en.html");

  /// Files that are named; the statement names all.
  private static final int FILES_MAX = 200;

  /// With few files.
  private static final int LENGTH_BYTES_USUAL = 16_384;

  /// What stands before an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410).
  private static final String ED25519_INFO = "302a300506032b6570032100";

  private final List<Block> blocks;

  private Readme(String resource) {
    try (InputStream in = Readme.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      this.blocks = blocks(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException damaged) {
      throw new IllegalStateException(resource + " is damaged in the jar", damaged);
    }
  }

  /// A line `@if NAME` begins what stands there only when something is so, `@end` ends it.
  private static List<Block> blocks(String page) {
    List<Block> blocks = new ArrayList<>();
    String when = "";
    StringBuilder text = new StringBuilder();
    for (String line : page.lines().toList()) {
      boolean begins = line.startsWith("@if ");
      if (begins || line.equals("@end")) {
        blocks.add(new Block(when, text.toString()));
        when = begins ? line.substring(4) : "";
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    blocks.add(new Block(when, text.toString()));
    return List.copyOf(blocks);
  }

  /// Texts, in UTF-8 already, and the names of the values between them; `{{name}}` is one.
  private static final class Block {
    private final String when;
    private final List<byte[]> texts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private Block(String when, String text) {
      this.when = when;
      int at = 0;
      for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
        int close = text.indexOf("}}", open);
        texts.add(text.substring(at, open).getBytes(StandardCharsets.UTF_8));
        names.add(text.substring(open + 2, close));
        at = close + 2;
      }
      texts.add(text.substring(at).getBytes(StandardCharsets.UTF_8));
    }

    private void write(Values values, ByteArrayOutputStream page) {
      if (!when.isEmpty() && !values.so.contains(when)) {
        return;
      }
      page.writeBytes(texts.getFirst());
      for (int at = 0; at < names.size(); at++) {
        byte[] word = values.words.get(names.get(at));
        if (word == null) {
          throw new IllegalStateException(
              "the page asks for a value that there is not: " + names.get(at));
        }
        page.writeBytes(word);
        page.writeBytes(texts.get(at + 1));
      }
    }
  }

  /// The page for a bundle, in UTF-8.
  byte[] of(Values values) {
    ByteArrayOutputStream page = new ByteArrayOutputStream(LENGTH_BYTES_USUAL);
    blocks.forEach(block -> block.write(values, page));
    return page.toByteArray();
  }

  /// What stands on the pages of a bundle, escaped; the same in every language.
  static final class Values {
    private final Map<String, byte[]> words = new HashMap<>();
    private final Set<String> so = new HashSet<>();

    static Values of(BundleParts parts) {
      Values values = new Values();
      values.entry(parts);
      switch (parts.content()) {
        case BundleParts.Held held -> values.held(held);
        case BundleParts.Erased erased -> values.erased(erased);
      }
      values.logKey(parts);
      parts.stamps().sha256().ifPresent(_ -> values.so.add("sha256"));
      parts.stamps().sm3().ifPresent(_ -> values.so.add("sm3"));
      parts.stamps().record().ifPresent(_ -> values.so.add("record"));
      values.so.add(parts.stamps().none() ? "unstamped" : "stamped");
      values.so.add(parts.anchors().isEmpty() ? "unanchored" : "anchored");
      values.put("anchors", Integer.toString(parts.anchors().size()));
      return values;
    }

    private void put(String name, String value) {
      words.put(name, escaped(value).getBytes(StandardCharsets.UTF_8));
    }

    private void held(BundleParts.Held held) {
      so.add("held");
      SignedStatement statement = held.statement();
      held.sm2().ifPresent(_ -> so.add("sm2"));
      put("issuer", statement.issuer());
      put("issuedAt", statement.issuedAt().toString());
      put("kind", Manifest.word(statement.manifest().kind()));
      put("issuerKey", octal(ED25519_INFO + statement.key().hex()));
      Sign1 sign1 = statement.sign1();
      byte[] encoded = sign1.encoded();
      // tag and list take 2 bytes; the unsigned header is 1, the signature 2 and 64
      int header = sign1.header().length();
      int headerBytes = header + headBytes(header);
      int payload = sign1.payload().map(Octets::length).orElse(0);
      put("headerBytes", Integer.toString(headerBytes));
      put("payloadFrom", Integer.toString(2 + headerBytes + 1 + 1));
      put("payloadBytes", Integer.toString(payload + headBytes(payload)));
      put("manifestBytes", Integer.toString(payload));
      Commitment commitment = Commitment.to(held.salt().bytes(), encoded);
      put("commitmentSha256", commitment.sha256().hex());
      put("commitmentSm3", commitment.sm3().hex());
      List<StatedFile> files = statement.manifest().files();
      put("files", Integer.toString(files.size()));
      StringBuilder rows = new StringBuilder();
      for (int at = 0; at < Math.min(FILES_MAX, files.size()); at++) {
        StatedFile file = files.get(at);
        rows.append("<tr><td>").append(Layout.file(at)).append("</td><td><bdi>");
        rows.append(escaped(file.name())).append("</bdi></td><td>").append(file.sizeBytes());
        rows.append("</td><td class=\"d\">").append(file.sha256()).append("<br>");
        rows.append(file.sm3()).append("</td></tr>");
      }
      words.put("fileRows", rows.toString().getBytes(StandardCharsets.UTF_8));
      if (files.size() > FILES_MAX) {
        so.add("moreFiles");
      }
    }

    private void erased(BundleParts.Erased erased) {
      so.add("erased");
      SignedStatement notice = erased.notice();
      put("issuer", notice.issuer());
      put("issuedAt", notice.issuedAt().toString());
      put("basis", ErasureNotice.of(notice.manifest()).map(ErasureNotice::basis).orElse("?"));
      put("noticeLog", erased.proof().stated().origin());
      put("noticeIndex", Long.toString(erased.proof().inclusion().index()));
    }

    private void entry(BundleParts parts) {
      BundleParts.Entry entry = parts.entry();
      Checkpoint checkpoint = entry.checkpoint();
      put("origin", checkpoint.origin());
      put("index", Long.toString(entry.proof().inclusion().index()));
      put("size", Long.toString(checkpoint.head().size()));
      put("root", checkpoint.head().root().hex());
      put("leafKind", Manifest.word(entry.leaf().kind()));
      Hasher sha256 = TreeAlgorithm.SHA_256.hasher();
      put("leafHash", sha256.leaf(entry.leaf().bytes()).hex());
      put("steps", steps(entry.proof().inclusion()));
      Checkpoint sibling = entry.siblingProof().stated();
      put("siblingOrigin", sibling.origin());
      put("siblingSize", Long.toString(sibling.head().size()));
      put("siblingRoot", sibling.head().root().hex());
      put("siblingRootBase64", sibling.head().root().base64());
      put("siblingSteps", steps(entry.siblingProof().inclusion()));
      Leaf rootLeaf = SiblingRoot.leaf(sibling.origin(), sibling.head());
      put("rootLeafHash", sha256.leaf(rootLeaf.bytes()).hex());
      put("rootIndex", Long.toString(entry.siblingRoot().inclusion().index()));
      put("rootSteps", steps(entry.siblingRoot().inclusion()));
    }

    /// The log's first key of Ed25519 that the bundle names, and its line.
    private void logKey(BundleParts parts) {
      LogProof proof = parts.entry().proof();
      String origin = proof.stated().origin();
      for (VerifierKey key : parts.hints().trustPolicy().logs()) {
        Optional<SignatureLine> line =
            proof.checkpoint().signatures().stream()
                .filter(one -> one.name().equals(key.name()) && one.keyId() == key.id())
                .findFirst();
        if (key.algorithm() == NoteAlgorithm.ED25519
            && key.name().equals(origin)
            && line.isPresent()) {
          so.add("logKey");
          put("logKeyText", key.toString());
          put("logKey", octal(ED25519_INFO + HexFormat.of().formatHex(key.publicKey())));
          put("logSignature", octal(HexFormat.of().formatHex(line.get().signature())));
          return;
        }
      }
    }

    /// How many bytes CBOR puts before so many bytes.
    private static int headBytes(int count) {
      return count < 24 ? 1 : count < 0x100 ? 2 : count < 0x1_0000 ? 3 : 5;
    }

    /// Bytes as every shell's printf writes them.
    private static String octal(String hex) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      StringBuilder out = new StringBuilder(4 * bytes.length);
      for (byte one : bytes) {
        out.append('\\').append((char) ('0' + (one >> 6 & 3)));
        out.append((char) ('0' + (one >> 3 & 7))).append((char) ('0' + (one & 7)));
      }
      return out.toString();
    }

    /// On which side each hash of the path stands: RFC 9162 section 2.1.3.2, step 4.
    private static String steps(InclusionProof proof) {
      List<String> steps = new ArrayList<>();
      long node = proof.index();
      long last = proof.size() - 1;
      for (Hash beside : proof.path()) {
        if ((node & 1) == 1 || node == last) {
          steps.add("L:" + beside.hex());
          while ((node & 1) == 0 && node != 0) {
            node >>= 1;
            last >>= 1;
          }
        } else {
          steps.add("R:" + beside.hex());
        }
        node >>= 1;
        last >>= 1;
      }
      return String.join(" ", steps);
    }

    /// Text that is no markup, and whose signs nobody can hide or turn around.
    private static String escaped(String text) {
      if (plain(text)) {
        return text;
      }
      StringBuilder out = new StringBuilder(text.length() + 16);
      text.codePoints()
          .forEach(point -> {
            switch (point) {
              case '<' -> out.append("&lt;");
              case '>' -> out.append("&gt;");
              case '&' -> out.append("&amp;");
              case '"' -> out.append("&quot;");
              case '\'' -> out.append("&#39;");
              default -> {
                if (hidden(point)) {
                  out.append(String.format(Locale.ROOT, "\\u{%x}", point));
                } else {
                  out.appendCodePoint(point);
                }
              }
            }
          });
      return out.toString();
    }

    /// Whether there is nothing to escape; mostly so.
    private static boolean plain(String text) {
      for (int at = 0; at < text.length(); at++) {
        char one = text.charAt(at);
        if (one < 0x20 || one > 0x7e || "<>&\"'".indexOf(one) >= 0) {
          return false;
        }
      }
      return true;
    }

    /// By ranges and not by what this machine's Unicode says: the page must come out the same for
    /// ever.
    private static boolean hidden(int point) {
      return point < 0x20
          || (point >= 0x7f && point <= 0x9f)
          || point == 0xad
          || point == 0x61c
          || (point >= 0x180b && point <= 0x180f)
          || (point >= 0x200b && point <= 0x200f)
          || (point >= 0x2028 && point <= 0x202e)
          || (point >= 0x2060 && point <= 0x206f)
          || point == 0xfeff
          || (point >= 0xfff0 && point <= 0xffff)
          || (point >= 0xe0000 && point <= 0xe0fff);
    }
  }
}
