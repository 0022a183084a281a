// Signatures: Ed25519, SM2 with SM3 (GB/T 32918.2-2016) and the second signature of a statement, a
// CMS SignedData (RFC 5652) of SM2 in DER.
import { ed25519, weierstrass } from "./noble.js";
import { concat, hex, latin1, same, sm3, text, unhex, utf8 } from "./bytes.js";

// GB/T 32918.5-2017, the recommended curve sm2p256v1.
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const GX = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const GY = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;
const Point = weierstrass({ p: P, n: N, h: 1n, a: A, b: B, Gx: GX, Gy: GY });

const USER = utf8("1234567812345678");
const number = (bytes) => BigInt("0x" + (hex(bytes) || "0"));
const bytes32 = (value) => unhex(value.toString(16).padStart(64, "0"));

// Whether a signature of Ed25519 holds: by the browser where it has the algorithm, else by noble.
export async function ed25519Holds(key, message, signature) {
  if (key.length !== 32 || signature.length !== 64) {
    return false;
  }
  try {
    const known = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, known, signature, message);
  } catch {
    // an old browser, or a key that is no point: noble tells them apart
  }
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

// The point that a key is; null when it is none. The old form that says y twice is one too.
function point(key) {
  try {
    if ((key[0] === 6 || key[0] === 7) && key.length === 65 && (key[64] & 1) === (key[0] & 1)) {
      return Point.fromBytes(concat(Uint8Array.of(4), key.subarray(1)));
    }
    return Point.fromBytes(key);
  } catch {
    return null;
  }
}

// Whether a signature of SM2 in DER holds, by the usual user's id.
export function sm2Holds(key, message, signature) {
  const known = point(key);
  const pair = der(signature);
  if (!known || !pair || pair.tag !== 0x30 || pair.items.length !== 2) {
    return false;
  }
  if (pair.items.some((one) => one.tag !== 2 || one.body[0] & 0x80)) {
    return false;
  }
  const [r, s] = pair.items.map((one) => number(one.body));
  const t = (r + s) % N;
  if (r < 1n || r >= N || s < 1n || s >= N || t === 0n) {
    return false;
  }
  const { x, y } = known.toAffine();
  const z = sm3(
    Uint8Array.of(0, USER.length * 8), USER, ...[A, B, GX, GY, x, y].map(bytes32));
  const e = number(sm3(z, message));
  const met = Point.BASE.multiplyUnsafe(s).add(known.multiplyUnsafe(t));
  return !met.is0() && (e + met.toAffine().x) % N === r;
}

// One value of DER and nothing behind it, with all that is in it; null for what is none. Strict: what
// could be written otherwise is none.
export function der(bytes) {
  try {
    const [value, end] = read(bytes, 0, 0);
    return end === bytes.length ? value : null;
  } catch {
    return null;
  }
}

function not() {
  throw new Error("no DER");
}

function read(bytes, at, depth) {
  const from = at;
  const tag = bytes[at++];
  let length = bytes[at++];
  if (length === undefined || depth > 32 || (tag & 0x1f) === 0x1f) {
    not();
  }
  if (length > 0x80) {
    let count = length & 0x7f;
    length = 0;
    if (count > 4 || bytes[at] === 0) {
      not();
    }
    for (; count > 0; count--) {
      length = length * 256 + (bytes[at++] ?? not());
    }
    if (length < 0x80) {
      not();
    }
  } else if (length === 0x80) {
    not();
  }
  const end = at + length;
  if (end > bytes.length) {
    not();
  }
  const value = { tag, body: bytes.subarray(at, end), whole: bytes.subarray(from, end), items: [] };
  if (tag & 0x20) {
    while (at < end) {
      const [item, next] = read(bytes.subarray(0, end), at, depth + 1);
      value.items.push(item);
      at = next;
    }
  }
  form(value);
  return [value, end];
}

// What DER asks of single kinds of values.
function form(value) {
  const body = value.body;
  const ok = {
    0x01: () => body.length === 1 && (body[0] === 0 || body[0] === 0xff),
    0x02: () => body.length > 0 && !(body.length > 1 && (body[0] === 0 ? body[1] < 0x80 : body[0] === 0xff && body[1] >= 0x80)),
    0x03: () => body.length > 0 && body[0] < 8 && (body.length > 1 ? (body.at(-1) & ((1 << body[0]) - 1)) === 0 : body[0] === 0),
    0x05: () => body.length === 0,
    0x06: () => body.length > 0 && body.at(-1) < 0x80 && body.every((one, at) => one !== 0x80 || (at > 0 && body[at - 1] >= 0x80)),
    0x0c: () => text(body) !== null,
    0x31: () => rising(value.items),
  }[value.tag];
  if (ok && !ok()) {
    not();
  }
}

const rising = (items) => items.every((one, at) => at === 0 || hex(items[at - 1].whole) <= hex(one.whole));

const wrap = (tag, ...parts) => {
  const body = concat(...parts);
  const length = [];
  for (let rest = body.length; rest > 0; rest >>>= 8) {
    length.unshift(rest & 0xff);
  }
  const head = body.length < 0x80 ? [body.length] : [0x80 | length.length, ...length];
  return concat(Uint8Array.of(tag, ...head), body);
};

const tagged = (value, tag, ...inside) =>
  value?.tag === tag && (inside.length === 0 || (value.items.length === inside.length && inside.every((one, at) => one(value.items[at]))));
const algorithm = (value) => tagged(value, 0x30) && value.items.length >= 1 && value.items.length <= 2 && tagged(value.items[0], 0x06);
const STRINGS = [0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a, 0x1b, 0x1c, 0x1e];
const name = (value) =>
  tagged(value, 0x30) && value.items.every((set) =>
    tagged(set, 0x31) && set.items.length > 0 && set.items.every((one) =>
      tagged(one, 0x30, (type) => tagged(type, 0x06), (what) => STRINGS.includes(what.tag))));
const bits = (value) => tagged(value, 0x03);

// A time of UTCTime or GeneralizedTime, to the second, in UTC.
function time(value) {
  const digits = latin1(value.body);
  const parts = { 0x17: /^(\d\d)((?:\d\d){5})Z$/, 0x18: /^(\d{4})((?:\d\d){5})Z$/ }[value.tag]?.exec(digits);
  if (!parts) {
    return false;
  }
  const year = value.tag === 0x18 ? Number(parts[1]) : Number(parts[1]) + (Number(parts[1]) < 50 ? 2000 : 1900);
  const [month, day, hour, minute, second] = parts[2].match(/../g).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

// Whether a certificate has the form of RFC 5280. What it says is not judged.
function certificateForm(value) {
  const [tbs, by, signature] = value.items;
  const [version, ...rest] = tbs.items[0].tag === 0xa0 ? tbs.items : [null, ...tbs.items];
  const [serial, inner, issuer, validity, subject, key, ...more] = rest;
  return (
    tagged(value, 0x30) && value.items.length === 3 && tagged(tbs, 0x30) && algorithm(by) && bits(signature) &&
    (version === null || tagged(version, 0xa0, (one) => tagged(one, 0x02) && one.body.length === 1 && one.body[0] <= 2)) &&
    tagged(serial, 0x02) && algorithm(inner) && name(issuer) && name(subject) &&
    tagged(validity, 0x30, time, time) && tagged(key, 0x30, algorithm, bits) &&
    more.every((one) => [0x81, 0x82, 0xa3].includes(one.tag))
  );
}

const DATA = unhex("06092a864886f70d010701");
const SIGNED_DATA = unhex("06092a864886f70d010702");
const CONTENT_TYPE = unhex("06092a864886f70d010903");
const MESSAGE_DIGEST = unhex("06092a864886f70d010904");
const SM3_ID = unhex("06082a811ccf55018311");
const SM2_WITH_SM3 = unhex("300a06082a811ccf55018375");
const EC_ON_SM2 = unhex("301306072a8648ce3d020106082a811ccf5501822d");
const NULL = Uint8Array.of(5, 0);
const ONE = Uint8Array.of(2, 1, 1);

// Whether a CMS holds over a payload, under the certificate it brings. Every byte of it is either
// judged or follows from the format: it is written again and compared.
export function cmsHolds(cms, payload) {
  try {
    return holds(cms, payload);
  } catch {
    return false;
  }
}

function holds(cms, payload) {
  const content = der(cms).items[1].items[0];
  const certificate = content.items[3].items[0];
  const signer = content.items[4].items[0];
  const tbs = certificate.items[0].items;
  const versioned = tbs[0].tag === 0xa0 ? 1 : 0;
  const [serial, , issuer] = tbs.slice(versioned);
  const keyInfo = tbs[versioned + 5];
  const attributes = signer.items[3];
  const signature = signer.items[5];
  const digestId = signer.items[2].items.length === 1 ? wrap(0x30, SM3_ID) : wrap(0x30, SM3_ID, NULL);
  const again = wrap(
    0x30,
    SIGNED_DATA,
    wrap(
      0xa0,
      wrap(
        0x30,
        ONE,
        wrap(0x31, digestId),
        wrap(0x30, DATA),
        wrap(0xa0, certificate.whole),
        wrap(
          0x31,
          wrap(
            0x30,
            ONE,
            wrap(0x30, issuer.whole, serial.whole),
            digestId,
            wrap(0xa0, attributes.body),
            SM2_WITH_SM3,
            wrap(0x04, signature.body))))));
  if (!same(again, cms) || !certificateForm(certificate) || !rising(attributes.items) || !same(keyInfo.items[0].whole, EC_ON_SM2)) {
    return false;
  }
  const one = (type) => {
    const found = attributes.items.filter((attribute) => same(attribute.items[0].whole, type));
    return found.length === 1 && found[0].items[1].items.length === 1 ? found[0].items[1].items[0].whole : null;
  };
  return (
    same(one(CONTENT_TYPE), DATA) &&
    same(one(MESSAGE_DIGEST), wrap(0x04, sm3(payload))) &&
    sm2Holds(keyInfo.items[1].body.subarray(1), wrap(0x31, attributes.body), signature.body)
  );
}
