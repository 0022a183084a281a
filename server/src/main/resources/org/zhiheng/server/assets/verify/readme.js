// The two pages in a bundle that tell an expert how to check it by hand. They follow from its parts, as
// docs/formats/bundle.md has them: whoever changes them, and be it by a comma, has no bundle. The
// templates are those of the verifier; they are here before a file is chosen.
import { base64, hex, sha, utf8 } from "./bytes.js";
import { leafHash } from "./note.js";
import { commitment, notice, siblingLeaf } from "./statement.js";

const FILES_MAX = 200;

// What stands before an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410).
const ED25519_INFO = "302a300506032b6570032100";

async function template(language) {
  const asked = await fetch(new URL(`README-1.${language}.html`, import.meta.url));
  if (!asked.ok) {
    throw new Error("no template " + language);
  }
  const lines = (await asked.text()).split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

const TEMPLATES = new Map(
  await Promise.all(["zh", "en"].map(async (language) => [`README.${language}.html`, await template(language)])));

const hidden = (point) =>
  point < 0x20 || (point >= 0x7f && point <= 0x9f) || point === 0xad || point === 0x61c ||
  (point >= 0x180b && point <= 0x180f) || (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x2028 && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f) || point === 0xfeff ||
  (point >= 0xfff0 && point <= 0xffff) || (point >= 0xe0000 && point <= 0xe0fff);

const MARKUP = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&#39;" };

// Text that is no markup, and whose signs nobody can hide or turn around.
function escaped(text) {
  let out = "";
  for (const sign of text) {
    const point = sign.codePointAt(0);
    out += MARKUP[sign] ?? (hidden(point) ? "\\u{" + point.toString(16) + "}" : sign);
  }
  return out;
}

// Bytes as every shell's printf writes them.
const octal = (digits) =>
  digits.match(/../g).map((two) => "\\" + parseInt(two, 16).toString(8).padStart(3, "0")).join("");

// How many bytes CBOR puts before so many bytes.
const headBytes = (count) => (count < 24 ? 1 : count < 0x100 ? 2 : count < 0x10000 ? 3 : 5);

const instant = (seconds) => new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z");

// On which side each hash of the path stands: RFC 9162 section 2.1.3.2, step 4.
function steps({ index, stated, path }) {
  let node = index;
  let last = stated.size - 1n;
  return path.map((beside) => {
    const left = (node & 1n) === 1n || node === last;
    while (left && (node & 1n) === 0n && node !== 0n) {
      node >>= 1n;
      last >>= 1n;
    }
    node >>= 1n;
    last >>= 1n;
    return (left ? "L:" : "R:") + hex(beside);
  }).join(" ");
}

function ofEntry(entry, put) {
  const { stated } = entry.proof;
  put("origin", stated.origin);
  put("index", String(entry.proof.index));
  put("size", String(stated.size));
  put("root", hex(stated.root));
  put("leafKind", entry.leaf.kind);
  put("leafHash", hex(leafHash(sha, entry.leaf.bytes)));
  put("steps", steps(entry.proof));
  const sibling = entry.siblingProof.stated;
  put("siblingOrigin", sibling.origin);
  put("siblingSize", String(sibling.size));
  put("siblingRoot", hex(sibling.root));
  put("siblingRootBase64", base64(sibling.root));
  put("siblingSteps", steps(entry.siblingProof));
  const head = `${sibling.origin}\n${sibling.size}\n${base64(sibling.root)}\n`;
  put("rootLeafHash", hex(leafHash(sha, siblingLeaf(head))));
  put("rootIndex", String(entry.siblingRoot.index));
  put("rootSteps", steps(entry.siblingRoot));
}

function ofStatement({ statement, salt }, put, rows) {
  put("issuer", statement.issuer);
  put("issuedAt", instant(statement.seconds));
  put("kind", statement.manifest.kind);
  put("issuerKey", octal(ED25519_INFO + hex(statement.key)));
  // tag and list take 2 bytes; the unsigned header is 1, the signature 2 and 64
  const header = statement.header.length + headBytes(statement.header.length);
  const payload = statement.payload.length;
  put("headerBytes", String(header));
  put("payloadFrom", String(2 + header + 1 + 1));
  put("payloadBytes", String(payload + headBytes(payload)));
  put("manifestBytes", String(payload));
  const committed = commitment(salt, statement.encoded);
  put("commitmentSha256", hex(committed.subarray(0, 32)));
  put("commitmentSm3", hex(committed.subarray(32)));
  const files = statement.manifest.files;
  put("files", String(files.length));
  rows(files.slice(0, FILES_MAX).map((file, at) =>
    `<tr><td>files/${String(at + 1).padStart(4, "0")}</td><td><bdi>${escaped(file.name)}</bdi></td><td>${file.size}` +
    `</td><td class="d">${file.sha256}<br>${file.sm3}</td></tr>`).join(""));
}

// The first key of Ed25519 with the log's name that the bundle names and that has a line.
function ofLogKey(entry, policy, put) {
  const { note, stated } = entry.proof;
  for (const key of policy.logs) {
    const line = note.signatures.find((one) => one.name === key.name && one.id === key.id);
    if (key.algorithm === "ed25519" && key.name === stated.origin && line) {
      put("logKeyText", key.spelled);
      put("logKey", octal(ED25519_INFO + hex(key.key)));
      put("logSignature", octal(hex(line.signature)));
      return ["logKey"];
    }
  }
  return [];
}

// The pages of a bundle, by their names, as bytes.
//
// parts: content, entry and policy, as they were read
// stamps: which of sha256, sm3 and record are there
// anchors: how many
export function readmes({ content, entry, policy }, stamps, anchors) {
  const values = new Map();
  const put = (name, value) => values.set(name, escaped(value));
  const so = new Set(stamps);
  so.add(stamps.length ? "stamped" : "unstamped");
  so.add(anchors ? "anchored" : "unanchored");
  put("anchors", String(anchors));
  ofEntry(entry, put);
  if (content.statement) {
    so.add("held");
    ofStatement(content, put, (rows) => values.set("fileRows", rows));
    if (content.sm2) {
      so.add("sm2");
    }
    if (content.statement.manifest.files.length > FILES_MAX) {
      so.add("moreFiles");
    }
  } else {
    so.add("erased");
    put("issuer", content.notice.issuer);
    put("issuedAt", instant(content.notice.seconds));
    put("basis", notice(content.notice.manifest)?.basis ?? "?");
    put("noticeLog", content.proof.stated.origin);
    put("noticeIndex", String(content.proof.index));
  }
  ofLogKey(entry, policy, put).forEach((word) => so.add(word));
  return new Map([...TEMPLATES].map(([name, lines]) => [name, utf8(filled(lines, so, values))]));
}

// A line `@if WORD` begins what stands only when the word is so, `@end` ends it, `{{name}}` is a value.
function filled(lines, so, values) {
  let shown = true;
  let out = "";
  for (const line of lines) {
    if (line.startsWith("@if ")) {
      shown = so.has(line.slice(4));
    } else if (line === "@end") {
      shown = true;
    } else if (shown) {
      out += line.replace(/\{\{(.*?)\}\}/g, (_, name) => {
        if (!values.has(name)) {
          throw new Error("the page asks for a value that there is not: " + name);
        }
        return values.get(name);
      }) + "\n";
    }
  }
  return out;
}
