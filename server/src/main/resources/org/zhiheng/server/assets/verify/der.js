// DER (X.690), read strictly and with limits; and BER, which some authorities write, turned into DER.
import { concat, hex, text } from "./bytes.js";

// Certificates in a token in a record nest about 20 deep; a record with many renewals has some ten
// thousand parts.
const DEPTH_MAX = 64;
const PARTS_MAX = 100_000;

// What a constructed value may be, of those that every type knows: EXTERNAL, SEQUENCE, SET.
const CONSTRUCTED = [0x28, 0x30, 0x31];

// One value of DER and nothing behind it, with all that is in it; null for what is none. Strict: what
// could be written otherwise is none.
export function der(bytes) {
  try {
    const reading = { bytes, parts: 0 };
    const [value, end] = read(reading, 0, bytes.length, 0);
    return end === bytes.length ? value : null;
  } catch {
    return null;
  }
}

// Values of DER one behind the other, as bytes; what stands behind the last is nobody's.
export function each(bytes) {
  const out = [];
  try {
    for (let at = 0; bytes[at] === 0x30; ) {
      const [value, end] = read({ bytes, parts: 0 }, at, bytes.length, 0);
      out.push(value.whole);
      at = end;
    }
  } catch {
    return out;
  }
  return out;
}

function not() {
  throw new Error("no DER");
}

function read(reading, at, limit, depth) {
  const { bytes } = reading;
  const from = at;
  if (at + 2 > limit || depth > DEPTH_MAX || ++reading.parts > PARTS_MAX) {
    not();
  }
  const tag = bytes[at++];
  let length = bytes[at++];
  // tags above 30 stand in no structure that is read here
  if ((tag & 0x1f) === 0x1f || ((tag & 0xe0) === 0x20 && !CONSTRUCTED.includes(tag))) {
    not();
  }
  if (length > 0x80) {
    let count = length & 0x7f;
    length = 0;
    if (count > 4 || at + count > limit || bytes[at] === 0) {
      not();
    }
    for (; count > 0; count--) {
      length = length * 256 + bytes[at++];
    }
    if (length < 0x80) {
      not();
    }
  } else if (length === 0x80) {
    not();
  }
  const end = at + length;
  if (end > limit) {
    not();
  }
  const value = { tag, body: bytes.subarray(at, end), whole: bytes.subarray(from, end), items: [] };
  if (tag & 0x20) {
    while (at < end) {
      const [item, next] = read(reading, at, end, depth + 1);
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

const order = (one, other) => {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    if (one[at] !== other[at]) {
      return one[at] - other[at];
    }
  }
  return one.length - other.length;
};

// Whether values stand in the order that a SET OF in DER has.
export const rising = (items) => items.every((one, at) => at === 0 || order(items[at - 1].whole, one.whole) <= 0);

// Bytes in that order.
export const sorted = (parts) => [...parts].sort(order);

// A value of these parts.
export const wrap = (tag, ...parts) => {
  const body = concat(...parts);
  const length = [];
  for (let rest = body.length; rest > 0; rest >>>= 8) {
    length.unshift(rest & 0xff);
  }
  const head = body.length < 0x80 ? [body.length] : [0x80 | length.length, ...length];
  return concat(Uint8Array.of(tag, ...head), body);
};

// One value of BER, written as DER; null for what is none. Of a SET under another tag nobody knows
// here that it is one: its parts stay in their order.
export function asDer(bytes) {
  if (der(bytes)) {
    return bytes;
  }
  try {
    const reading = { bytes, parts: 0 };
    const [written, end] = rewritten(reading, 0, bytes.length, 0);
    return end === bytes.length && der(written) ? written : null;
  } catch {
    return null;
  }
}

const END = 0;

function rewritten(reading, at, limit, depth) {
  const { bytes } = reading;
  if (at + 2 > limit || depth > DEPTH_MAX || ++reading.parts > PARTS_MAX) {
    not();
  }
  const tag = bytes[at++];
  let length = bytes[at++];
  if ((tag & 0x1f) === 0x1f || tag === END) {
    not();
  }
  const open = length === 0x80;
  if (length > 0x80) {
    let count = length & 0x7f;
    length = 0;
    if (count > 4 || at + count > limit) {
      not();
    }
    for (; count > 0; count--) {
      length = length * 256 + bytes[at++];
    }
  }
  const end = open ? limit : at + length;
  if (end > limit || (open && !(tag & 0x20))) {
    not();
  }
  if (!(tag & 0x20)) {
    const body = bytes.subarray(at, end);
    return [wrap(tag, tag === 1 && body.length === 1 && body[0] !== 0 ? Uint8Array.of(0xff) : body), end];
  }
  const parts = [];
  for (;;) {
    if (open ? bytes[at] === END && bytes[at + 1] === 0 && at + 2 <= end : at === end) {
      break;
    }
    const [part, next] = rewritten(reading, at, end, depth + 1);
    parts.push(part);
    at = next;
  }
  const next = open ? at + 2 : end;
  if (tag === 0x24) {
    // a string of octets that was written in pieces
    return [wrap(0x04, ...parts.map((one) => (one[0] === 0x04 ? der(one).body : not()))), next];
  }
  return [wrap(tag, ...(tag === 0x31 ? sorted(parts) : parts)), next];
}

// Whether a value has this tag, and where parts are told, just these.
export const tagged = (value, tag, ...inside) =>
  value?.tag === tag && (inside.length === 0 || (value.items.length === inside.length && inside.every((one, at) => one(value.items[at]))));

// An AlgorithmIdentifier.
export const algorithm = (value) => tagged(value, 0x30) && value.items.length >= 1 && value.items.length <= 2 && tagged(value.items[0], 0x06);

// Whether an AlgorithmIdentifier has no parameters, or NULL.
export const plain = (value) => value.items.length === 1 || value.items[1].tag === 0x05;

// The object identifier of a value that is one, or of an AlgorithmIdentifier, in hexadecimal.
export const oid = (value) => hex((value.tag === 0x30 ? value.items[0] : value).body);

// As people write it: `1.2.840.…`.
export function dotted(digits) {
  const out = [];
  let number = 0n;
  for (const two of digits.match(/../g) ?? []) {
    const one = BigInt("0x" + two);
    number = (number << 7n) | (one & 0x7fn);
    if (one < 0x80n) {
      out.push(number);
      number = 0n;
    }
  }
  const first = out[0] < 80n ? out[0] / 40n : 2n;
  return [first, out[0] - 40n * first, ...out.slice(1)].join(".");
}
