// Seals that validators set to a block of QBFT or IBFT 2.0, as docs/formats/anchor.md has them: who set
// them follows from the signatures; that they are validators must be known from outside.
import { keccak_256, weierstrass } from "./noble.js";
import { concat, hex, unhex } from "./bytes.js";
import { rlp } from "./rlp.js";

// SEC 2 (2010), 2.4.1: secp256k1.
const P = 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2fn;
const N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const Point = weierstrass({
  p: P,
  n: N,
  h: 1n,
  a: 0n,
  b: 7n,
  Gx: 0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n,
  Gy: 0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8n,
});

export const SEALS_MAX = 256;
export const SEAL_LENGTH_BYTES = 65;
export const ROUND_LENGTH_BYTES_MAX = 4;

const EXTRA_AT = 12;
const ROUND_AT = 3;

const number = (bytes) => BigInt("0x" + hex(bytes));
const modulo = (value) => ((value % N) + N) % N;

// A value of RLP in its bytes.
function written(value) {
  const body = value.word ?? concat(...value.items.map(written));
  if (value.word && body.length === 1 && body[0] < 0x80) {
    return body;
  }
  const base = value.word ? 0x80 : 0xc0;
  if (body.length <= 55) {
    return concat(Uint8Array.of(base + body.length), body);
  }
  const digits = body.length.toString(16);
  const length = unhex(digits.padStart(2 * Math.ceil(digits.length / 2), "0"));
  return concat(Uint8Array.of(base + 55 + length.length), length, body);
}

// What was sealed: the header with the round and without seals; null when the header, in the bytes that
// make the block's hash, is of neither kind.
export function sealed(header, round) {
  const fields = rlp(header).items;
  let extra;
  try {
    extra = rlp(fields[EXTRA_AT].word).items;
  } catch {
    return null;
  }
  const qbft = extra?.length === 5 && extra[ROUND_AT].word?.length === 0 && extra[4].items?.length === 0;
  if (!qbft && extra?.length !== ROUND_AT) {
    return null;
  }
  const values = [...extra.slice(0, ROUND_AT), { word: round }, ...(qbft ? [{ items: [] }] : [])];
  const changed = fields.map((field, at) => (at === EXTRA_AT ? { word: written({ items: values }) } : field));
  return keccak_256(written({ items: changed }));
}

// Whose key made a seal over this hash, as an address in hexadecimal; null when none can have made it.
// SEC 1 (2009), 4.1.6.
function signer(hash, seal) {
  const [r, s, parity] = [number(seal.subarray(0, 32)), number(seal.subarray(32, 64)), seal[64]];
  if (r < 1n || r >= N || s < 1n || s >= N || parity > 1) {
    return null;
  }
  let made;
  try {
    made = Point.fromBytes(concat(Uint8Array.of(2 + parity), seal.subarray(0, 32)));
  } catch {
    return null;
  }
  const inverse = Point.Fn.inv(r);
  const found = Point.BASE.multiplyUnsafe(modulo(-number(hash) * inverse)).add(made.multiplyUnsafe(modulo(s * inverse)));
  return found.is0() ? null : hex(keccak_256(found.toBytes(false).subarray(1)).subarray(12));
}

// Who set these seals over this hash, each once.
export const signers = (hash, seals) => new Set(seals.map((seal) => signer(hash, seal)).filter((one) => one !== null));
