// Signatures: Ed25519, SM2 with SM3 (GB/T 32918.2-2016) and the second signature of a statement, a
// CMS SignedData (RFC 5652) of SM2 in DER.
import { ed25519, weierstrass } from "./noble.js";
import { concat, hex, same, sm3, unhex, utf8 } from "./bytes.js";
import { certificateForm } from "./certificate.js";
import { der, rising, wrap } from "./der.js";

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
