// Signatures of certificates and time stamps: RSA and ECDSA by the browser, SM2 by sm2.js.
import { sha256, sha384, sha512 } from "./noble.js";
import { concat, hex, same, sm3 } from "./bytes.js";
import { der, oid, plain, tagged } from "./der.js";
import { sm2Holds } from "./sm2.js";

// What is in order as far as anybody knows here, and not judged on this page.
export class Unjudged extends Error {}

// The hashes that time is told by, by their object identifiers.
export const HASHES = {
  "608648016503040201": { title: "SHA-256", length: 32, of: (...parts) => sha256(concat(...parts)) },
  "608648016503040202": { title: "SHA-384", length: 48, of: (...parts) => sha384(concat(...parts)) },
  "608648016503040203": { title: "SHA-512", length: 64, of: (...parts) => sha512(concat(...parts)) },
  "2a811ccf55018311": { title: "SM3", length: 32, of: (...parts) => sm3(...parts) },
};
export const hashOf = (digits) => (Object.hasOwn(HASHES, digits) ? HASHES[digits] : null);
const titled = (title) => Object.values(HASHES).find((one) => one.title === title);

const RSA = "2a864886f70d010101";
const PSS = "2a864886f70d01010a";
const MGF1 = "2a864886f70d010108";
const EC = "2a8648ce3d0201";
const SM2_CURVE = "2a811ccf5501822d";

// What signs, and the hash it prescribes; null where it takes another's.
const SIGNING = {
  [RSA]: { kind: "rsa", hash: null },
  [PSS]: { kind: "pss", hash: null },
  "2a864886f70d01010b": { kind: "rsa", hash: titled("SHA-256") },
  "2a864886f70d01010c": { kind: "rsa", hash: titled("SHA-384") },
  "2a864886f70d01010d": { kind: "rsa", hash: titled("SHA-512") },
  "2a8648ce3d040302": { kind: "ec", hash: titled("SHA-256") },
  "2a8648ce3d040303": { kind: "ec", hash: titled("SHA-384") },
  "2a8648ce3d040304": { kind: "ec", hash: titled("SHA-512") },
  "2a811ccf55018375": { kind: "sm2", hash: titled("SM3") },
};
export const signingOf = (digits) => (Object.hasOwn(SIGNING, digits) ? SIGNING[digits] : null);

// MD2, MD4, MD5 and SHA-1 with RSA, with ECDSA and with DSA: nobody should have signed so.
const BROKEN = [
  "2a864886f70d010102", "2a864886f70d010103", "2a864886f70d010104", "2a864886f70d010105", "2b0e03021d", "2a8648ce3d0401",
  "2a8648ce380403", "2b0e03021b",
];
const SHA1 = "2b0e03021a";

// Curves that the browser knows: their names, and how long a number is.
const CURVES = {
  "2a8648ce3d030107": { name: "P-256", length: 32 },
  "2b81040022": { name: "P-384", length: 48 },
  "2b81040023": { name: "P-521", length: 66 },
};

// Curves that are too short to be believed: P-192 and P-224.
const SHORT = { "2a8648ce3d030101": 192, "2b81040021": 224 };

// A key out of a SubjectPublicKeyInfo; null where it is none.
export function keyOf(info) {
  const [by, bits] = info.items;
  const kind = oid(by);
  const bytes = bits.body.subarray(1);
  if (kind === RSA) {
    const pair = der(bytes);
    const ok = tagged(pair, 0x30, (one) => tagged(one, 0x02), (one) => tagged(one, 0x02)) && pair.items[0].body[0] < 0x80;
    return ok ? { kind: "rsa", info: info.whole, bits: bitsOf(pair.items[0].body) } : null;
  }
  if (kind !== EC || by.items.length !== 2 || by.items[1].tag !== 0x06) {
    throw new Unjudged();
  }
  const curve = oid(by.items[1]);
  if (curve === SM2_CURVE) {
    return { kind: "sm2", point: bytes, bits: 256 };
  }
  if (Object.hasOwn(SHORT, curve)) {
    return { kind: "short", bits: SHORT[curve] };
  }
  if (!Object.hasOwn(CURVES, curve)) {
    throw new Unjudged();
  }
  return { kind: "ec", info: info.whole, curve: CURVES[curve], bits: 8 * CURVES[curve].length };
}

const bitsOf = (body) => BigInt("0x" + hex(body)).toString(2).length;

// The hash and the salt's length that parameters of RSASSA-PSS name (RFC 4055, section 3.1), with
// the hash in both places. `broken` where it is SHA-1, also where nothing is said.
function pss(by) {
  const found = new Map((by.items[1]?.items ?? []).map((one) => [one.tag, one.items[0]]));
  const hash = found.has(0xa0) ? oid(found.get(0xa0)) : SHA1;
  if (hash === SHA1) {
    return { broken: true };
  }
  const mask = found.get(0xa1);
  const same1 = mask && oid(mask) === MGF1 && mask.items.length === 2 && oid(mask.items[1]) === hash;
  const salt = found.get(0xa2)?.body;
  const trailer = found.get(0xa3)?.body;
  if (!hashOf(hash) || !same1 || (salt && salt.length > 2) || (trailer && hex(trailer) !== "01")) {
    throw new Unjudged();
  }
  return { hash: hashOf(hash), salt: salt ? parseInt(hex(salt), 16) : 20 };
}

// How an AlgorithmIdentifier says that was signed.
//
// digest: the hash where it prescribes none; nothing for a certificate
// Returns kind, hash and salt, or `broken`.
export function schemeOf(by, digest = null) {
  const signing = signingOf(oid(by));
  if (BROKEN.includes(oid(by))) {
    return { broken: true };
  }
  if (signing?.kind === "pss") {
    return { kind: "pss", ...pss(by) };
  }
  const hash = signing?.hash ?? digest;
  if (!signing || !hash || (signing.kind === "rsa" && hash.title === "SM3")) {
    throw new Unjudged();
  }
  return { kind: signing.kind, hash };
}

// A signature of ECDSA as the browser takes it; null where it is not written as DER asks.
function raw(signature, length) {
  const pair = der(signature);
  if (!tagged(pair, 0x30, (one) => tagged(one, 0x02), (one) => tagged(one, 0x02))) {
    return null;
  }
  const numbers = pair.items.map((one) => {
    const body = one.body[0] === 0 ? one.body.subarray(1) : one.body;
    return one.body[0] >= 0x80 || body.length > length ? null : concat(new Uint8Array(length - body.length), body);
  });
  return numbers.includes(null) ? null : concat(...numbers);
}

// Whether a signature holds under a key.
export async function signatureHolds(scheme, key, message, signature) {
  if (!key || scheme.broken) {
    return false;
  }
  if (scheme.kind === "sm2" && key.kind === "sm2") {
    return sm2Holds(key.point, message, signature);
  }
  if (key.kind !== (scheme.kind === "pss" ? "rsa" : scheme.kind)) {
    // ECDSA on the curve of SM2 and SM2 on another curve can be, and nobody uses them
    if (["ec", "sm2"].includes(scheme.kind) && ["ec", "sm2", "short"].includes(key.kind)) {
      throw new Unjudged();
    }
    return false;
  }
  const hash = scheme.hash.title;
  const names = {
    rsa: { name: "RSASSA-PKCS1-v1_5", hash },
    pss: { name: "RSA-PSS", hash, saltLength: scheme.salt },
    ec: { name: "ECDSA", hash, namedCurve: key.curve?.name },
  }[scheme.kind];
  const written = scheme.kind === "ec" ? raw(signature, key.curve.length) : signature;
  if (!written) {
    return false;
  }
  let known;
  try {
    known = await crypto.subtle.importKey("spki", key.info, names, false, ["verify"]);
  } catch {
    // such as a point in its short form
    throw new Unjudged();
  }
  return crypto.subtle.verify(names, known, written, message);
}

const PLAIN = Uint8Array.of(5, 0);

// Whether one certificate was signed with the other's key: "yes", "no", "broken" where a hash was used
// that is not believed, "unjudged".
export async function signedWith(one, other) {
  const alike = (left, right) =>
    oid(left) === oid(right) &&
    ((plain(left) && plain(right)) || same(left.items[1]?.whole ?? PLAIN, right.items[1]?.whole ?? PLAIN));
  if (!alike(one.inner, one.by)) {
    return "no";
  }
  try {
    const scheme = schemeOf(one.by);
    if (scheme.broken) {
      return "broken";
    }
    return (await signatureHolds(scheme, keyOf(other.key), one.tbs, one.signature)) ? "yes" : "no";
  } catch (unjudged) {
    if (unjudged instanceof Unjudged) {
      return "unjudged";
    }
    throw unjudged;
  }
}

// SHA-1, which only points to a certificate here.
export const sha1 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-1", bytes));
