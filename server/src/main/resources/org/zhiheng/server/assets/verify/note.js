// Signed notes, checkpoints, proofs and policies as C2SP has them.
import { ml_dsa44 } from "./noble.js";
import { big64, concat, hex, latin1, latin1AsUtf8, Refused, same, sha, shown, text, unbase64, utf8 } from "./bytes.js";
import { ed25519Holds, sm2Holds } from "./sm2.js";

const WHOLE_MAX = 2n ** 63n - 1n;
const BLANK = "\\u{9}-\\u{d}\\u{1c}-\\u{20}\\u{1680}\\u{2000}-\\u{2006}\\u{2008}-\\u{200a}\\u{2028}\\u{2029}\\u{205f}\\u{3000}";
const ONLY_BLANK = new RegExp(`^[${BLANK}]*$`, "u");
const AROUND = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, "gu");

// Whether a text has nothing but white space, of which a space that does not break is none.
export const blank = (value) => ONLY_BLANK.test(value);

// A size or an index: decimal, no leading zero, below 2^63; null when it is none.
export function whole(digits) {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(digits)) {
    return null;
  }
  const value = BigInt(digits);
  return value <= WHOLE_MAX ? value : null;
}

const named = (name) => name !== "" && !/[+\u0000-\u001f\p{Z}]/u.test(name);

// How lines are signed: what stands before the public key, and how long that is.
const ALGORITHMS = [
  { name: "ed25519", prefix: Uint8Array.of(1), length: 32 },
  { name: "cosignature", prefix: Uint8Array.of(4), length: 32 },
  { name: "ml-dsa-44", prefix: Uint8Array.of(6), length: 1312 },
  { name: "sm2", prefix: concat(Uint8Array.of(0xff), utf8("zhiheng.org/note/sm2-sm3/v1")), length: 65 },
];

// A verifier key, `name+id+base64`; refused when it is none.
export function verifierKey(written) {
  const parts = /^([^+]*)\+([0-9a-f]{8})\+([^]*)$/.exec(written);
  const encoded = parts && named(parts[1]) && unbase64(parts[3]);
  const algorithm =
    encoded &&
    ALGORITHMS.find(
      (one) =>
        encoded.length === one.prefix.length + one.length &&
        same(encoded.subarray(0, one.prefix.length), one.prefix));
  if (!algorithm || hex(sha(utf8(parts[1] + "\n"), encoded).subarray(0, 4)) !== parts[2]) {
    throw new Refused("key", shown(written));
  }
  return {
    name: parts[1],
    id: parts[2],
    algorithm: algorithm.name,
    key: encoded.subarray(algorithm.prefix.length),
    spelled: written,
  };
}

const equal = (one, other) => one.spelled === other.spelled;
const sameKey = (one, other) => same(one.key, other.key);

function signatureLine(line) {
  const parts = line.startsWith("— ") ? line.slice(2).split(" ") : [];
  const bytes = parts.length === 2 && named(parts[0]) ? unbase64(parts[1]) : null;
  if (!bytes || bytes.length <= 4) {
    throw new Refused("note");
  }
  return { name: parts[0], id: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4), line };
}

// A text and the lines of those who signed it; says nothing of whether they did.
export function note(written) {
  const split = written.lastIndexOf("\n\n");
  if (utf8(written).length > 1_000_000 || /[\u0000-\u0009\u000b-\u001f]/.test(written) || split < 0 || !written.endsWith("\n")) {
    throw new Refused("note");
  }
  const below = written.slice(split + 2);
  const signatures = below === "" ? [] : below.slice(0, -1).split("\n").map(signatureLine);
  if (signatures.length < 1 || signatures.length > 64) {
    throw new Refused("note");
  }
  return { text: written.slice(0, split + 1), signatures, written };
}

// What a log says of itself.
export function checkpoint(body) {
  const lines = body.slice(0, -1).split("\n");
  const size = whole(lines[1] ?? "");
  const root = hash(lines[2] ?? "");
  if (!body.endsWith("\n") || lines.length < 3 || lines.includes("") || size === null || !root) {
    throw new Refused("checkpoint");
  }
  return { origin: lines[0], size, root, extensions: lines.slice(3) };
}

function hash(letters) {
  const bytes = letters.length === 44 ? unbase64(letters) : null;
  return bytes?.length === 32 ? bytes : null;
}

function timedMessage(key, body, seconds) {
  if (key.algorithm === "cosignature") {
    return utf8(`cosignature/v1\ntime ${seconds}\n${body}`);
  }
  const stated = checkpoint(body);
  const [name, origin] = [utf8(key.name), utf8(stated.origin)];
  if (name.length > 255 || origin.length > 255) {
    throw new Refused("checkpoint");
  }
  return concat(
    utf8("subtree/v1\n\0"), Uint8Array.of(name.length), name, big64(seconds),
    Uint8Array.of(origin.length), origin, big64(0), big64(stated.size), stated.root);
}

async function holds(key, body, signature) {
  if (key.algorithm === "ed25519") {
    return (await ed25519Holds(key.key, utf8(body), signature)) ? { key } : null;
  }
  if (key.algorithm === "sm2") {
    return sm2Holds(key.key, utf8(body), signature) ? { key } : null;
  }
  if (signature.length <= 8) {
    return null;
  }
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigInt64(0);
  // the last second that a time of Java can name
  if (seconds < 0n || seconds > 31556889864403199n) {
    return null;
  }
  try {
    const message = timedMessage(key, body, seconds);
    const rest = signature.subarray(8);
    const held =
      key.algorithm === "ml-dsa-44"
        ? ml_dsa44.verify(rest, message, key.key)
        : await ed25519Holds(key.key, message, rest);
    return held ? { key, seconds } : null;
  } catch {
    return null;
  }
}

// Who of these keys signed a note. `false` names the key whose line is false: then nobody counts.
export async function signers(signed, keys) {
  const found = [];
  for (const line of signed.signatures) {
    for (const key of keys) {
      if (line.name !== key.name || line.id !== key.id || found.some((one) => equal(one.key, key))) {
        continue;
      }
      const held = await holds(key, signed.text, line.signature);
      if (!held) {
        return { signed: [], false: key.name };
      }
      found.push(held);
    }
  }
  return { signed: found };
}

// Whether a note has a line that says it is of this key.
export const lineOf = (signed, key) => signed.signatures.some((one) => one.name === key.name && one.id === key.id);

// A proof of C2SP tlog-proof in its one spelling.
export function proof(bytes) {
  const written = text(bytes);
  const split = written.indexOf("\n\n");
  if (split < 0) {
    throw new Refused("proof");
  }
  const lines = written.slice(0, split).split("\n");
  let at = 1;
  if (lines[at]?.startsWith("extra ")) {
    const extra = unbase64(lines[at].slice(6));
    if (!extra?.length) {
      throw new Refused("proof");
    }
    at++;
  }
  const index = lines[at]?.startsWith("index ") ? whole(lines[at].slice(6)) : null;
  const path = lines.slice(at + 1).map(hash);
  if (lines[0] !== "c2sp.org/tlog-proof@v1" || index === null || path.length > 63 || path.includes(null)) {
    throw new Refused("proof");
  }
  const signed = note(written.slice(split + 2));
  return { index, path, note: signed, stated: checkpoint(signed.text) };
}

// Where a path leads; null when it does not fit. RFC 9162 section 2.1.3.2, the numbers are its steps.
export function climb(digest, leaf, index, size, path) {
  if (index >= size) { // 1
    return null;
  }
  let node = index; // 2
  let last = size - 1n;
  let reached = leaf; // 3
  for (const beside of path) { // 4
    if (last === 0n) {
      return null;
    }
    if ((node & 1n) === 1n || node === last) {
      reached = digest(Uint8Array.of(1), beside, reached);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      reached = digest(Uint8Array.of(1), reached, beside);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n ? reached : null; // 5
}

export const leafHash = (digest, leaf) => digest(Uint8Array.of(0), leaf);

// Whether a leaf stands under the root that a proof's checkpoint states.
export function leads(digest, leaf, one) {
  const reached = climb(digest, leafHash(digest, leaf), one.index, one.stated.size, one.path);
  return reached !== null && same(reached, one.stated.root);
}

// A policy of C2SP tlog-policy.
export function policy(bytes) {
  if (bytes.length > 1_000_000) {
    throw new Refused("policy", "1");
  }
  const logs = [];
  const witnesses = [];
  const names = new Map();
  const members = new Set();
  let quorum = null;
  const name = (word, means) => !(word === "none" || names.has(word)) && names.set(word, means);
  const kinds = {
    log(words) {
      const key = words.length === 2 || words.length === 3 ? verifierKey(latin1AsUtf8(words[1])) : null;
      return key && !logs.some((one) => sameKey(one, key)) && logs.push(key);
    },
    witness(words) {
      const key = words.length === 3 || words.length === 4 ? verifierKey(latin1AsUtf8(words[2])) : null;
      const witness = { name: words[1], key };
      return (
        key && ["cosignature", "ml-dsa-44"].includes(key.algorithm) &&
        !witnesses.some((one) => sameKey(one.key, key)) && name(words[1], witness) && witnesses.push(witness)
      );
    },
    group(words) {
      const of = words.slice(3);
      if (of.some((one) => !names.has(one) || members.has(one) || !members.add(one))) {
        return false;
      }
      const number = /^[1-9][0-9]{0,3}$/.test(words[2]) ? Number(words[2]) : 0;
      const least = { all: of.length, any: 1 }[words[2]] ?? number;
      const group = { name: words[1], least, members: of.map((one) => names.get(one)) };
      return of.length > 0 && least >= 1 && least <= of.length && name(words[1], group);
    },
    quorum(words) {
      const found = words[1] === "none" ? { nobody: true } : names.get(words[1]);
      const ok = words.length === 2 && quorum === null && found;
      quorum = ok ? found : quorum;
      return ok;
    },
  };
  latin1(bytes).split("\n").forEach((line, at) => {
    const words = line.split(/[ \t]+/).filter(Boolean);
    const nothing = words.length === 0 || words[0].startsWith("#");
    let ok = !/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line);
    try {
      ok &&= nothing || (logs.length + names.size < 1_000 && Object.hasOwn(kinds, words[0]) && kinds[words[0]](words));
    } catch (refused) {
      ok = false;
    }
    if (!ok) {
      throw new Refused("policy", String(at + 1));
    }
  });
  if (quorum === null) {
    throw new Refused("policy", "-");
  }
  return { logs, witnesses, quorum };
}

// Whether those who signed are enough.
export function reached(quorum, keys) {
  if (quorum.nobody) {
    return true;
  }
  return quorum.members
    ? quorum.members.filter((one) => reached(one, keys)).length >= quorum.least
    : keys.some((key) => equal(key, quorum.key));
}

export const CHECKS = ["statement", "inclusion", "witness", "time", "anchor"];

// A policy from outside, with the lines `#require` and `#operator`.
export function policyOutside(bytes) {
  const read = policy(bytes);
  const required = new Set(["statement", "inclusion"]);
  const operators = [];
  latin1(bytes).split("\n").forEach((line, at) => {
    const [first, ...words] = line.replace(/^[ \t]+|[ \t]+$/g, "").split(/[ \t]+/);
    for (const word of first === "#require" || first === "#operator" ? words : []) {
      const witness = read.witnesses.find((one) => one.name === word);
      if (first === "#require" ? !CHECKS.includes(word) : !witness) {
        throw new Refused("policy", String(at + 1));
      }
      first === "#require" ? required.add(word) : operators.push(witness.key);
    }
  });
  if (!read.quorum.nobody) {
    required.add("witness");
  }
  return { ...read, required, operators };
}

// The lines of a file of keys that say something.
export const lines = (bytes) =>
  text(bytes).split(/\r\n|\r|\n/)
    .filter((line) => !blank(line) && !line.startsWith("#"))
    .map((line) => line.replace(AROUND, ""));

// A file of keys, one a line.
export const keys = (bytes) => lines(bytes).map(verifierKey);
