// CBOR, signed statements and receipts (RFC 8949, 9052, 9943, 9942) as docs/formats/statement.md has
// them. What would be written otherwise is refused.
import { concat, hex, json, Refused, same, sha, sm3, text, utf8 } from "./bytes.js";
import { blank, climb, leafHash, verifierKey, whole } from "./note.js";
import { ed25519Holds } from "./sm2.js";

export const KINDS = [
  "deposit", "use-declaration", "data-ip", "valuation", "register-change", "examination", "deal-report",
  "supersede", "revoke", "key-event", "erasure-notice", "sibling-root", "beacon", "chain-anchor",
];

const refuse = (code) => {
  throw new Refused(code);
};

// One value of CBOR and nothing behind it: lengths that are said, numbers in their shortest form.
export function cbor(bytes) {
  let at = 0;
  let values = 0;
  const take = (length) => {
    if (length > BigInt(bytes.length - at)) {
      refuse("cbor");
    }
    at += Number(length);
    return bytes.subarray(at - Number(length), at);
  };
  const argument = (low) => {
    if (low < 24) {
      return BigInt(low);
    }
    if (low > 27) {
      refuse("cbor");
    }
    const value = BigInt("0x" + hex(take(BigInt(1 << (low - 24)))));
    if (value >= 2n ** 63n || value < [24n, 0x100n, 0x10000n, 0x100000000n][low - 24]) {
      refuse("cbor");
    }
    return value;
  };
  const many = (count) => {
    if (count > BigInt(bytes.length - at)) {
      refuse("cbor");
    }
    return Number(count);
  };
  const value = (depth) => {
    if (depth > 16 || ++values > 200_000 || at >= bytes.length) {
      refuse("cbor");
    }
    const first = bytes[at++];
    const major = first >> 5;
    if (major === 7) {
      const word = { 0xf4: false, 0xf5: true, 0xf6: null }[first];
      return word === undefined ? refuse("cbor") : { word };
    }
    const number = argument(first & 0x1f);
    switch (major) {
      case 0:
        return { whole: number };
      case 1:
        return { whole: -1n - number };
      case 2:
        return { bytes: take(number) };
      case 3:
        return { text: text(take(number)) };
      case 4:
        return { items: Array.from({ length: many(number) }, () => value(depth + 1)) };
      case 5: {
        const fields = new Map();
        for (let count = many(number); count > 0; count--) {
          const from = at;
          const name = (value(depth + 1), hex(bytes.subarray(from, at)));
          if (fields.has(name)) {
            refuse("cbor");
          }
          fields.set(name, value(depth + 1));
        }
        return { fields };
      }
      default:
        return { tag: number, of: value(depth + 1) };
    }
  };
  const found = value(0);
  return at === bytes.length ? found : refuse("cbor");
}

const head = (major, number) => {
  const value = BigInt(number);
  const width = value < 24n ? 0 : value < 0x100n ? 1 : value < 0x10000n ? 2 : value < 0x100000000n ? 4 : 8;
  const out = new Uint8Array(1 + width);
  out[0] = (major << 5) | (width === 0 ? Number(value) : 24 + Math.log2(width));
  for (let at = width, rest = value; at > 0; at--, rest >>= 8n) {
    out[at] = Number(rest & 0xffn);
  }
  return out;
};
const octets = (bytes) => concat(head(2, bytes.length), bytes);
const letters = (value) => concat(head(3, utf8(value).length), utf8(value));

// The name of a field as it is written.
const named = (number) => hex(number < 0 ? head(1, -1 - number) : head(0, number));

function sign1(bytes) {
  const read = cbor(bytes);
  const parts = read.tag === 18n ? read.of.items : undefined;
  if (parts?.length !== 4 || !parts[0].bytes || !parts[1].fields || !parts[3].bytes || !(parts[2].bytes || parts[2].word === null)) {
    refuse("cose");
  }
  const header = parts[0].bytes.length === 0 ? { fields: new Map() } : cbor(parts[0].bytes);
  if (!header.fields) {
    refuse("cose");
  }
  return {
    protected: parts[0].bytes,
    header: header.fields,
    unsigned: parts[1].fields,
    payload: parts[2].bytes ?? null,
    signature: parts[3].bytes,
  };
}

// What is signed: the Sig_structure of RFC 9052 section 4.4.
const toBeSigned = (header, payload) =>
  concat(Uint8Array.of(0x84), letters("Signature1"), octets(header), octets(new Uint8Array(0)), octets(payload));

// A time as java.time.Instant prints it.
function instant(value) {
  const parts = /^(\d{4}|-\d{4}|[+-][1-9]\d{4,9})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}(?:\d{3}){0,2}))?Z$/.exec(value);
  if (!parts || parts[1] === "-0000") {
    return false;
  }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  const inside = Math.abs(year) <= 1_000_000_000 && !(parts[1][0] === "+" && year < 10_000);
  return inside && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60 && !(parts[7] ?? "1").endsWith("000");
}

const fits = (value, most) => typeof value === "string" && utf8(value).length <= most;
const only = (value, names) =>
  value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).sort().join() === names;
const digest = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

function file(one) {
  return (
    only(one, "capturedAt,environment,name,sha256,size,sm3,tool,type") &&
    [one.name, one.type, one.tool, one.environment].every((value) => fits(value, 1_000)) && one.name !== "" &&
    Number.isInteger(one.size) && one.size >= 0 && one.size <= 2 ** 31 &&
    digest(one.sha256) && digest(one.sm3) &&
    (one.capturedAt === "" || (typeof one.capturedAt === "string" && instant(one.capturedAt)))
  );
}

function right(subject) {
  if (subject === "") {
    return true;
  }
  return typeof subject === "string" && /^R[1-9][0-9]{0,17}$/.test(subject);
}

function manifest(bytes) {
  const read = json(bytes);
  const ok =
    only(read, "files,kind,statement,subject,version") && read.version === 1 && KINDS.includes(read.kind) &&
    right(read.subject) && Array.isArray(read.files) && read.files.length <= 9_999 && read.files.every(file) &&
    only(read.statement, Object.keys(read.statement ?? {}).sort().join()) && Object.keys(read.statement).length <= 1_000 &&
    Object.entries(read.statement).every(
      ([name, value]) => /^[A-Za-z][A-Za-z0-9.-]{0,63}$/.test(name) && fits(value, 64_000));
  return ok ? read : refuse("manifest");
}

// A signed statement. Every byte follows from what it says.
export function statement(bytes) {
  const read = sign1(bytes);
  const key = read.header.get(named(4))?.bytes;
  const claims = read.header.get(named(15))?.fields;
  const issuer = claims?.get(named(1))?.text;
  const seconds = claims?.get(named(6))?.whole;
  if (read.payload === null || !key || issuer === undefined || seconds === undefined) {
    refuse("statement");
  }
  const stated = manifest(read.payload);
  const issuerBytes = utf8(issuer).length;
  if (key.length !== 32 || read.signature.length !== 64 || issuerBytes < 1 || issuerBytes > 255 || seconds < 0n || seconds > 253402300799n) {
    refuse("statement");
  }
  const subject = stated.subject || "sha-256:" + hex(sha(read.payload));
  const header = concat(
    Uint8Array.of(0xa5, 0x01, 0x27, 0x03), letters("application/vnd.zhiheng.manifest+json"),
    Uint8Array.of(0x04), octets(key),
    Uint8Array.of(0x0f, 0xa3, 0x01), letters(issuer), Uint8Array.of(0x02), letters(subject), Uint8Array.of(0x06), head(0, seconds),
    Uint8Array.of(0x10), letters("application/scitt-statement+cose"));
  const again = concat(Uint8Array.of(0xd2, 0x84), octets(header), Uint8Array.of(0xa0), octets(read.payload), octets(read.signature));
  if (!same(again, bytes)) {
    refuse("statement");
  }
  return {
    manifest: stated, header, payload: read.payload, issuer, seconds, key, encoded: bytes,
    holds: () => ed25519Holds(key, toBeSigned(header, read.payload), read.signature),
  };
}

// A receipt of RFC 9942 with one proof; refused when it is none.
export function receipt(bytes) {
  const read = sign1(bytes);
  const inclusions = read.unsigned.get(named(396))?.fields?.get(named(-1))?.items;
  if (read.payload !== null || read.header.get(named(395))?.whole !== 1n || inclusions?.length !== 1 || !inclusions[0].bytes) {
    refuse("receipt");
  }
  const [size, index, path] = cbor(inclusions[0].bytes).items ?? [];
  const count = cbor(inclusions[0].bytes).items?.length;
  const hashes = path?.items?.map((one) => one.bytes);
  const ok =
    count === 3 && size.whole >= 1n && index.whole >= 0n && index.whole < size.whole &&
    hashes?.length <= 63 && hashes.every((one) => one?.length === 32);
  if (!ok) {
    refuse("receipt");
  }
  return {
    index: index.whole,
    // by a key of Ed25519, for logs of ours have no other
    async holds(key, leaf) {
      const root = climb(sha, leafHash(sha, leaf), index.whole, size.whole, hashes);
      return (
        root !== null && read.header.get(named(1))?.whole === -8n &&
        ed25519Holds(key, toBeSigned(read.protected, root), read.signature)
      );
    },
  };
}

// The commitments of a leaf: by SHA-256, by SM3.
export function commitment(salt, statementBytes) {
  const parts = [utf8("ipl/commit/v1\0"), salt, statementBytes];
  return concat(sha(...parts), sm3(...parts));
}

// A leaf of the log.
export function leaf(bytes) {
  const kind = (bytes[2] << 8) | bytes[3];
  if (bytes.length !== 100 || bytes[0] !== 1 || bytes[1] !== 1 || kind < 1 || kind > KINDS.length) {
    refuse("leaf");
  }
  return { bytes, kind: KINDS[kind - 1], commitment: bytes.subarray(4, 68), previous: bytes.subarray(68) };
}

// The leaf that puts a head of the SM3 tree into the first tree.
export function siblingLeaf(text) {
  return concat(Uint8Array.of(1, 1, 0, 12), commitment(new Uint8Array(32), utf8(text)), new Uint8Array(32));
}

// The notice of an erasure that a manifest is; null when it is none.
export function notice(stated) {
  const facts = stated.statement;
  const index = whole(facts.index ?? "");
  const ok =
    stated.kind === "erasure-notice" && only(facts, "basis,index,leaf,log") && index !== null && digest(facts.leaf) &&
    !blank(facts.basis) && utf8(facts.basis).length <= 200 && stated.subject === "" && stated.files.length === 0;
  return ok ? { log: facts.log, index, leaf: facts.leaf, basis: facts.basis } : null;
}

// The revocation that a manifest is; null when it is none.
export function revocation(stated) {
  const facts = stated.statement;
  const index = whole(facts.index ?? "");
  const ok =
    stated.kind === "revoke" && only(facts, "evidence,index,leaf,log,reason") && index !== null && digest(facts.leaf) &&
    !blank(facts.reason) && utf8(facts.reason).length <= 1_000 && stated.files.length === 0;
  return ok ? { log: facts.log, index, leaf: facts.leaf, reason: facts.reason } : null;
}

// The key that a statement makes the successor of the one it names as its own; null when it is no such
// statement. Whether its signature holds is asked of the statement.
export function successor(stated) {
  const { kind, subject, files, statement: facts } = stated.manifest;
  const ok =
    kind === "key-event" && !subject && files.length === 0 && only(facts, "last,log,new,old,reason,step,use") &&
    facts.use === "statement" && facts.step === "changed" && (facts.last === "" || whole(facts.last) !== null) &&
    !blank(facts.reason) && utf8(facts.reason).length <= 1_000;
  if (!ok) {
    return null;
  }
  try {
    const [old, fresh] = [facts.old, facts.new].map(verifierKey);
    const own = old.name === stated.issuer && same(old.key, stated.key);
    return own && fresh.name === stated.issuer ? fresh.key : null;
  } catch (refused) {
    if (refused instanceof Refused) {
      return null;
    }
    throw refused;
  }
}
