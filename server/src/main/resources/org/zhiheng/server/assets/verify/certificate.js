// Certificates of X.509 (RFC 5280): what they say, and nothing of whether it is true.
import { latin1, Refused, same, shown, text, unbase64 } from "./bytes.js";
import { algorithm, der, dotted, each, oid, tagged } from "./der.js";

// A time in nanoseconds since 1970, as an authority may write it.
const NANOS = 1_000_000_000n;

const STRINGS = [0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a, 0x1b, 0x1c, 0x1e];
const name = (value) =>
  tagged(value, 0x30) && value.items.every((set) =>
    tagged(set, 0x31) && set.items.length > 0 && set.items.every((one) =>
      tagged(one, 0x30, (type) => tagged(type, 0x06), (what) => STRINGS.includes(what.tag))));
const bits = (value) => tagged(value, 0x03);

// The moment that date and time name, in nanoseconds; null when no calendar has it.
export function moment(year, rest, fraction = "") {
  const [month, day, hour, minute, second] = rest.match(/../g).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const ok = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return ok ? BigInt(date.getTime() / 1000) * NANOS + BigInt(fraction.padEnd(9, "0")) : null;
}

// A time of UTCTime or GeneralizedTime, to the second, in UTC; null when it is none.
export function time(value) {
  const parts = { 0x17: /^(\d\d)((?:\d\d){5})Z$/, 0x18: /^(\d{4})((?:\d\d){5})Z$/ }[value?.tag]?.exec(latin1(value.body));
  if (!parts) {
    return null;
  }
  const year = value.tag === 0x18 ? Number(parts[1]) : Number(parts[1]) + (Number(parts[1]) < 50 ? 2000 : 1900);
  return moment(year, parts[2]);
}

// As java.time.Instant prints it.
export function iso(nanos) {
  const seconds = nanos / NANOS - (nanos % NANOS < 0n ? 1n : 0n);
  const fraction = String(nanos - seconds * NANOS).padStart(9, "0").replace(/(000){1,3}$/, "");
  return new Date(Number(seconds) * 1000).toISOString().replace(".000Z", fraction ? "." + fraction + "Z" : "Z");
}

// Whether a certificate has the form of RFC 5280. What it says is not judged.
export function certificateForm(value) {
  const [tbs, by, signature] = value.items;
  const [version, ...rest] = tbs.items[0].tag === 0xa0 ? tbs.items : [null, ...tbs.items];
  const [serial, inner, issuer, validity, subject, key, ...more] = rest;
  const moments = (one) => time(one) !== null;
  return (
    tagged(value, 0x30) && value.items.length === 3 && tagged(tbs, 0x30) && algorithm(by) && bits(signature) &&
    (version === null || tagged(version, 0xa0, (one) => tagged(one, 0x02) && one.body.length === 1 && one.body[0] <= 2)) &&
    tagged(serial, 0x02) && algorithm(inner) && name(issuer) && name(subject) &&
    tagged(validity, 0x30, moments, moments) && tagged(key, 0x30, algorithm, bits) &&
    more.every((one) => [0x81, 0x82, 0xa3].includes(one.tag))
  );
}

const extension = (value) =>
  tagged(value, 0x30) && tagged(value.items[0], 0x06) && tagged(value.items.at(-1), 0x04) &&
  (value.items.length === 2 || (value.items.length === 3 && tagged(value.items[1], 0x01)));

// Reads one, out of a value of DER; null when it is none, or has an extension twice.
export function certificate(value) {
  try {
    if (!certificateForm(value)) {
      return null;
    }
  } catch {
    return null;
  }
  const [tbs, by, signature] = value.items;
  const versioned = tbs.items[0].tag === 0xa0;
  const [serial, inner, issuer, validity, subject, key, ...more] = tbs.items.slice(versioned ? 1 : 0);
  const extensions = new Map();
  for (const one of more.filter((part) => part.tag === 0xa3)) {
    for (const each of one.items[0]?.items ?? []) {
      if (!extension(each) || extensions.has(oid(each))) {
        return null;
      }
      extensions.set(oid(each), { critical: each.items.length === 3 && each.items[1].body[0] === 0xff, value: der(each.items.at(-1).body) });
    }
  }
  return {
    whole: value.whole, tbs: tbs.whole, version: versioned ? tbs.items[0].items[0].body[0] + 1 : 1,
    serial: serial.whole, issuer, subject, key, inner, by, extensions,
    signature: signature.body[0] === 0 ? signature.body.subarray(1) : new Uint8Array(0),
    from: time(validity.items[0]), until: time(validity.items[1]),
  };
}

// Extensions, by their object identifiers in hexadecimal.
export const EXTENSIONS = {
  subjectKey: "551d0e", usage: "551d0f", alternative: "551d11", constraints: "551d13", delta: "551d1b", distribution: "551d1c",
  names: "551d1e", policies: "551d20", mappings: "551d21", policyConstraints: "551d24", purposes: "551d25", inhibit: "551d36",
  lists: "551d1f",
};

// Whether the key may be used so: bits of RFC 5280 section 4.2.1.3, from 0. True where nothing is said.
export function mayBeUsed(one, ...wanted) {
  const usage = one.extensions.get(EXTENSIONS.usage);
  const body = usage?.value?.tag === 0x03 ? usage.value.body : null;
  return !usage || (body !== null && wanted.some((bit) => (body[1 + (bit >> 3)] >> (7 - (bit & 7))) & 1));
}

function letters(value) {
  const pairs = (size) => Array.from({ length: Math.floor(value.body.length / size) }, (_, at) =>
    value.body.subarray(at * size, at * size + size).reduce((sum, byte) => sum * 256 + byte, 0));
  switch (value.tag) {
    case 0x0c:
      return text(value.body);
    case 0x1e:
      return String.fromCharCode(...pairs(2));
    case 0x1c:
      return String.fromCodePoint(...pairs(4).map((point) => (point > 0x10ffff ? 0xfffd : point)));
    default:
      return latin1(value.body);
  }
}

const even = (words) => words.normalize("NFKD").toLowerCase().trim().replace(/ +/g, " ");
const spelled = (of) =>
  of.items.map((set) => set.items.map((one) => oid(one) + "=" + even(letters(one.items[1]))).sort());

// Whether two names are the same, whatever the case of their letters and the form of their strings.
export const sameName = (one, other) =>
  same(one.whole, other.whole) || JSON.stringify(spelled(one)) === JSON.stringify(spelled(other));

const COMMON = "550403";
const HOUSE = "55040a";
const COUNTRY = "550406";

function part(of, type) {
  const found = of.items.find((set) => set.items.some((one) => oid(one) === type));
  return found ? shown(letters(found.items[0].items[1])) : "";
}

// As a person names it: `CN (O, C)`; all of the subject where it has no common name.
export function called({ subject }) {
  const common = part(subject, COMMON);
  if (!common) {
    return shown(subject.items.flatMap((set) => set.items).map((one) => dotted(oid(one)) + "=" + letters(one.items[1])).join(","));
  }
  const house = [part(subject, HOUSE), part(subject, COUNTRY)].filter(Boolean).join(", ");
  return house ? `${common} (${house})` : common;
}

const CERTIFICATES_MAX = 200;
const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

// The certificates in a file, in DER or PEM, each in DER; empty where there is none.
export function inFile(bytes) {
  return bytes[0] === 0x30
    ? each(bytes)
    : [...latin1(bytes).matchAll(PEM)].map(([, between]) => unbase64(between.replace(/\s/g, "")) ?? new Uint8Array(0));
}

// Certificates that are believed, or that help to find the way: the files that hold them.
//
// Returns those that were read, each once, and whether there were others that are certificates in a
// form that is not read here; refused where a file has none.
export function certificates(files) {
  const read = [];
  let unread = false;
  const given = files.flatMap((bytes) => {
    const found = inFile(bytes);
    if (found.length === 0) {
      throw new Refused("anchor");
    }
    return found;
  });
  for (const bytes of given) {
    const value = der(bytes);
    const one = value && certificate(value);
    if (!one && !(value?.tag === 0x30 && value.items.length === 3)) {
      throw new Refused("anchor");
    }
    unread ||= !one;
    if (one && !read.some((other) => same(other.whole, one.whole))) {
      read.push(one);
    }
    if (read.length > CERTIFICATES_MAX) {
      throw new Refused("anchor");
    }
  }
  return { read, unread };
}

