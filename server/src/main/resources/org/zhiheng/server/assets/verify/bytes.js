// Bytes, digests and texts, as the formats of the house spell them. Nothing here asks the network.
import { sha256 } from "./noble.js";

// What is refused, with a word of the page for why.
export class Refused extends Error {
  constructor(code, ...values) {
    super(code + (values.length ? ": " + values.join(", ") : ""));
    this.code = code;
    this.values = values;
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

export const utf8 = (text) => encoder.encode(text);

// Text in UTF-8, or a refusal.
export function text(bytes) {
  try {
    return strict.decode(bytes);
  } catch {
    throw new Refused("notText");
  }
}

// One letter for each byte.
export function latin1(bytes) {
  let out = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    out += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return out;
}

// What was read byte by byte, read as UTF-8 after all; what is none becomes U+FFFD.
export const latin1AsUtf8 = (letters) =>
  lenient.decode(Uint8Array.from(letters, (one) => one.charCodeAt(0)));

export function concat(...parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export function same(left, right) {
  if (left.length !== right.length) {
    return false;
  }
  for (let at = 0; at < left.length; at++) {
    if (left[at] !== right[at]) {
      return false;
    }
  }
  return true;
}

const HEX = Array.from({ length: 256 }, (_, one) => one.toString(16).padStart(2, "0"));
export const hex = (bytes) => Array.from(bytes, (one) => HEX[one]).join("");
export const unhex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (two) => parseInt(two, 16));
export const base64 = (bytes) => btoa(latin1(bytes));

// Base64 in its one spelling; null for every other.
export function unbase64(letters) {
  try {
    const bytes = Uint8Array.from(atob(letters), (one) => one.charCodeAt(0));
    return base64(bytes) === letters ? bytes : null;
  } catch {
    return null;
  }
}

// A number of 64 bits, the highest byte first.
export function big64(number) {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, BigInt(number));
  return out;
}

// A value as it may be shown: what cannot be seen escaped, cut at 80 letters.
export function shown(value) {
  let out = "";
  for (const sign of value) {
    const safe = /[\p{C}\p{Zl}\p{Zp}]/u.test(sign) ? "\\u{" + sign.codePointAt(0).toString(16) + "}" : sign;
    if (out.length + safe.length > 80) {
      return out + "…";
    }
    out += safe;
  }
  return out;
}

// The constants of SM3, each turned as its round turns it.
const T = Int32Array.from({ length: 64 }, (_, j) => {
  const t = j < 16 ? 0x79cc4519 : 0x7a879d8a;
  return j % 32 === 0 ? t : (t << (j % 32)) | (t >>> (32 - (j % 32)));
});

// GB/T 32905-2016, fed piece by piece.
export class Sm3 {
  constructor() {
    this.v = Int32Array.of(
      0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e);
    this.w = new Int32Array(68);
    this.block = new Uint8Array(64);
    this.held = 0;
    this.length = 0;
  }

  update(bytes) {
    this.length += bytes.length;
    let at = 0;
    if (this.held > 0) {
      at = Math.min(64 - this.held, bytes.length);
      this.block.set(bytes.subarray(0, at), this.held);
      this.held += at;
      if (this.held < 64) {
        return this;
      }
      this.compress(this.block, 0);
      this.held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) {
      this.compress(bytes, at);
    }
    this.block.set(bytes.subarray(at));
    this.held = bytes.length - at;
    return this;
  }

  digest() {
    const bits = this.length * 8;
    const end = new Uint8Array((this.held < 56 ? 64 : 128) - this.held);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits >>> 0);
    this.update(end);
    const out = new Uint8Array(32);
    this.v.forEach((word, at) => new DataView(out.buffer).setInt32(4 * at, word));
    return out;
  }

  compress(bytes, at) {
    const w = this.w;
    for (let j = 0; j < 16; j++, at += 4) {
      w[j] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let j = 16; j < 68; j++) {
      const x = w[j - 16] ^ w[j - 9] ^ ((w[j - 3] << 15) | (w[j - 3] >>> 17));
      const p1 = x ^ ((x << 15) | (x >>> 17)) ^ ((x << 23) | (x >>> 9));
      w[j] = p1 ^ ((w[j - 13] << 7) | (w[j - 13] >>> 25)) ^ w[j - 6];
    }
    const v = this.v;
    let a = v[0];
    let b = v[1];
    let c = v[2];
    let d = v[3];
    let e = v[4];
    let f = v[5];
    let g = v[6];
    let h = v[7];
    for (let j = 0; j < 64; j++) {
      const a12 = (a << 12) | (a >>> 20);
      const sum = (a12 + e + T[j]) | 0;
      const ss1 = (sum << 7) | (sum >>> 25);
      const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
      const tt1 = (((ff + d) | 0) + (((ss1 ^ a12) + (w[j] ^ w[j + 4])) | 0)) | 0;
      const tt2 = (((gg + h) | 0) + ((ss1 + w[j]) | 0)) | 0;
      d = c;
      c = (b << 9) | (b >>> 23);
      b = a;
      a = tt1;
      h = g;
      g = (f << 19) | (f >>> 13);
      f = e;
      e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
    }
    v[0] ^= a;
    v[1] ^= b;
    v[2] ^= c;
    v[3] ^= d;
    v[4] ^= e;
    v[5] ^= f;
    v[6] ^= g;
    v[7] ^= h;
  }
}

export const sm3 = (...parts) => parts.reduce((sum, part) => sum.update(part), new Sm3()).digest();
export const sha = (...parts) => parts.reduce((sum, part) => sum.update(part), sha256.create()).digest();

const CRC = Int32Array.from({ length: 256 }, (_, one) => {
  for (let bit = 0; bit < 8; bit++) {
    one = one & 1 ? (one >>> 1) ^ 0xedb88320 : one >>> 1;
  }
  return one;
});

// Size, CRC-32 and both digests of bytes that go by.
export class Digesting {
  constructor() {
    this.size = 0;
    this.crc = -1;
    this.sha256 = sha256.create();
    this.sm3 = new Sm3();
  }

  update(bytes) {
    this.size += bytes.length;
    let crc = this.crc;
    for (let at = 0; at < bytes.length; at++) {
      crc = CRC[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
    }
    this.crc = crc;
    this.sha256.update(bytes);
    this.sm3.update(bytes);
    return this;
  }

  member(name) {
    return {
      name,
      size: this.size,
      crc: ~this.crc >>> 0,
      sha256: hex(this.sha256.digest()),
      sm3: hex(this.sm3.digest()),
    };
  }
}

// JSON in the one spelling of RFC 8785, with whole numbers only; a refusal for every other.
export function json(bytes) {
  if (bytes.length > 32_000_000) {
    throw new Refused("json");
  }
  const letters = text(bytes);
  let value;
  try {
    value = JSON.parse(letters);
  } catch {
    throw new Refused("json");
  }
  if (spell(value) !== letters) {
    throw new Refused("json");
  }
  return value;
}

// As RFC 8785 spells it. Refused are fractions, more than 16 levels and more than 200,000 values.
export function spell(json) {
  let values = 0;
  const write = (value, depth) => {
    if (depth > 16 || ++values > 200_000) {
      throw new Refused("json");
    }
    switch (typeof value) {
      case "string":
        return JSON.stringify(value);
      case "boolean":
        return String(value);
      case "number":
        if (!Number.isSafeInteger(value)) {
          throw new Refused("json");
        }
        return String(value);
      default:
        if (value === null) {
          return "null";
        }
        return Array.isArray(value)
          ? "[" + value.map((one) => write(one, depth + 1)).join(",") + "]"
          : "{" + Object.keys(value).sort()
              .map((name) => JSON.stringify(name) + ":" + write(value[name], depth + 1)).join(",") + "}";
    }
  };
  return write(json, 0);
}
