// Time stamps: tokens of RFC 3161 with RFC 5816 in a message of RFC 5652, judged as
// docs/formats/time.md has it. What a library would take for another, is refused.
import { hex, latin1, same } from "./bytes.js";
import { called, certificate, EXTENSIONS, iso, mayBeUsed, moment, time } from "./certificate.js";
import { algorithm, asDer, der, dotted, oid, plain, rising, sorted, tagged, wrap } from "./der.js";
import { hashOf, keyOf, schemeOf, sha1, signatureHolds, signingOf, Unjudged } from "./signature.js";
import { longest } from "./way.js";

const TOKEN_LENGTH_BYTES_MAX = 65_536;
const CERTIFICATES_MAX = 12;
const BITS_MIN = { rsa: 2048, ec: 256, sm2: 256, short: 256 };

const SIGNED_DATA = "2a864886f70d010702";
const TST_INFO = "2a864886f70d0109100104";
const CONTENT_TYPE = "2a864886f70d010903";
const MESSAGE_DIGEST = "2a864886f70d010904";
const SIGNING_TIME = "2a864886f70d010905";
const COUNTERSIGNATURE = "2a864886f70d010906";
const PROTECTION = "2a864886f70d010934";
const CERTIFICATE_V1 = "2a864886f70d010910020c";
const CERTIFICATE_V2 = "2a864886f70d010910022f";
const STAMPING = "2b06010505070308";
const SHA_256 = "608648016503040201";
const SIGNATURE_BIT = 0;
const REPUDIATION_BIT = 1;

// What a step refuses: a name of words, and the values in them.
export class Not extends Error {
  constructor(reason, ...values) {
    super(reason);
    this.reason = reason;
    this.values = values;
  }
}

const whole = (value) => tagged(value, 0x02);
const octets = (value) => tagged(value, 0x04);
const small = (value) => (value.body.length === 1 && value.body[0] < 0x80 ? value.body[0] : -1);

// Parts of a sequence that may be missing, by their tags, which stand in this order.
function options(items, tags, last = 0) {
  const found = new Map();
  let at = -1;
  for (const one of items.slice(0, items.length - last)) {
    const next = tags.indexOf(one.tag);
    if (next <= at) {
      throw new Not("time.not.token");
    }
    at = next;
    found.set(one.tag, one);
  }
  return found;
}

// Reads a token; refused when it is none.
export function stamp(bytes) {
  const written = bytes.length > TOKEN_LENGTH_BYTES_MAX ? null : asDer(bytes);
  if (!written) {
    throw new Not("time.not.token");
  }
  try {
    return read(der(written));
  } catch (damaged) {
    // what is not there where it should be shows as errors of many kinds
    throw damaged instanceof Not ? damaged : new Not("time.not.token");
  }
}

function read(content) {
  const explicit = (value) => tagged(value, 0xa0) && value.items.length === 1;
  if (!tagged(content, 0x30, (one) => oid(one) === SIGNED_DATA, explicit)) {
    throw new Not("time.not.token");
  }
  const [version, digests, encapsulated, ...rest] = content.items[1].items[0].items;
  const parts = options(rest, [0xa0, 0xa1, 0x31]);
  const signers = parts.get(0x31)?.items ?? [];
  const ok =
    whole(version) && tagged(digests, 0x31) && digests.items.every(algorithm) && signers.length === 1 &&
    tagged(encapsulated, 0x30, (one) => oid(one) === TST_INFO, (one) => explicit(one) && octets(one.items[0]));
  if (!ok) {
    throw new Not("time.not.token");
  }
  const inside = encapsulated.items[1].items[0].body;
  const found = (parts.get(0xa0)?.items ?? []).filter((one) => one.tag === 0x30).map(certificate);
  if (found.includes(null)) {
    throw new Not("time.not.token");
  }
  const info = asDer(inside);
  return {
    ...told(info ? der(info) : null), inside, version: small(version), digests: digests.items,
    signer: signer(signers[0]), certificates: found, der: canonical(content),
  };
}

// SignerInfo of RFC 5652, section 5.3.
function signer(value) {
  const [version, id, digest, ...rest] = value.items;
  const signed = rest[0]?.tag === 0xa0 ? rest[0].items : null;
  const [by, signature, ...more] = rest.slice(signed ? 1 : 0);
  const unsigned = more[0]?.tag === 0xa1 ? more[0].items : [];
  const attribute = (one) => tagged(one, 0x30, (type) => tagged(type, 0x06), (values) => tagged(values, 0x31));
  const ok =
    tagged(value, 0x30) && whole(version) && algorithm(digest) && algorithm(by) && octets(signature) &&
    (tagged(id, 0x30, (name) => tagged(name, 0x30), whole) || id.tag === 0x80) &&
    more.length === (more[0]?.tag === 0xa1 ? 1 : 0) && [...(signed ?? []), ...unsigned].every(attribute);
  if (!ok) {
    throw new Not("time.not.token");
  }
  return { version: small(version), id, digest, signed, by, signature: signature.body, unsigned };
}

// TSTInfo of RFC 3161, section 2.4.2.
function told(info) {
  const [version, policy, imprint, serial, at, ...rest] = info.items;
  const ok =
    tagged(info, 0x30) && whole(version) && tagged(policy, 0x06) && tagged(imprint, 0x30, algorithm, octets) && whole(serial) &&
    tagged(at, 0x18);
  if (!ok || small(version) !== 1) {
    throw new Not("time.not.token");
  }
  const parts = options(rest, [0x30, 0x01, 0x02, 0xa0, 0xa1]);
  const critical = (one) => one.items.length === 3 && one.items[1].body[0] === 0xff;
  if ((parts.get(0xa1)?.items ?? []).some(critical)) {
    throw new Not("time.not.extension");
  }
  const hash = hashOf(oid(imprint.items[0]));
  if (!hash || imprint.items[1].body.length !== hash.length) {
    throw new Not("time.not.hash", dotted(oid(imprint.items[0])));
  }
  const digits = /^(\d{4})(\d{10})(?:\.(\d{1,9}))?Z$/.exec(latin1(at.body));
  const moved = digits && moment(Number(digits[1]), digits[2], digits[3]);
  if (moved === null) {
    throw new Not("time.not.token");
  }
  return { hash, imprint: imprint.items[1].body, at: moved, accuracy: accuracy(parts.get(0x30)) };
}

// How far off it may be by the authority's own word, in nanoseconds; null where it says nothing.
function accuracy(value) {
  if (!value) {
    return null;
  }
  const parts = options(value.items, [0x02, 0x80, 0x81]);
  const number = (tag, most) => {
    const body = parts.get(tag)?.body;
    const found = body && (body.length > 5 || body[0] >= 0x80 ? -1 : parseInt(hex(body), 16));
    // a part of a second that is said is not 0
    if (found !== undefined && (found > most || found < (tag === 0x02 ? 0 : 1))) {
      throw new Not("time.not.token");
    }
    return BigInt(found ?? 0);
  };
  return number(0x02, 2 ** 31 - 1) * 1_000_000_000n + number(0x80, 999) * 1_000_000n + number(0x81, 999) * 1_000n;
}

// The token in DER, with what is a SET under another tag in the order of one.
function canonical(content) {
  const set = (value, ...tags) =>
    tags.includes(value.tag) ? wrap(value.tag, ...sorted(value.items.map((one) => one.whole))) : value.whole;
  const message = content.items[1].items[0];
  const signers = message.items.at(-1).items.map((one) => wrap(0x30, ...one.items.map((part) => set(part, 0xa0, 0xa1))));
  const [version, digests, encapsulated, ...rest] = message.items;
  return wrap(
    0x30, content.items[0].whole,
    wrap(0xa0, wrap(
      0x30, version.whole, digests.whole, encapsulated.whole,
      ...rest.slice(0, -1).map((part) => set(part, 0xa0, 0xa1)), wrap(0x31, ...sorted(signers)))));
}

// What a token shows for bytes with this hash, on the date of checking.
//
// believed: anchors, hints and whether there are more that are not read
// Returns state "stamped", "lapsed", "refused" or "unjudged", with what decided.
export async function judged(one, hash, believed, asOf) {
  try {
    if (!same(one.imprint, hash)) {
      throw new Not("time.not.bytes", one.hash.title);
    }
    return await checked(one, believed, asOf);
  } catch (not) {
    return not instanceof Unjudged ? { state: "unjudged" } : refused(not);
  }
}

// What was refused, or damaged in a way that shows as an error of any kind.
export const refused = (not) =>
  not instanceof Not
    ? { state: "refused", reason: not.reason, values: not.values }
    : { state: "refused", reason: "time.not.damaged", values: [] };

async function checked(one, believed, asOf) {
  if (one.at > asOf) {
    throw new Not("time.not.later", iso(one.at), iso(asOf));
  }
  if (one.certificates.length > CERTIFICATES_MAX) {
    throw new Not("time.not.certificates", String(CERTIFICATES_MAX));
  }
  const hash = algorithms(one);
  const by = await signersCertificate(one, believed);
  const authority = called(by);
  stampsOnly(by, authority);
  const key = keyOf(by.key);
  if (!key || key.bits < BITS_MIN[key.kind]) {
    throw new Not("time.not.weak", authority);
  }
  if (!(await signed(one, by, key, hash))) {
    throw new Not("time.not.signature");
  }
  const { best, unjudged } = await longest(by, one.certificates, believed, one.at);
  if (unjudged && (!best || asOf > best.ends)) {
    throw new Unjudged();
  }
  if (!best) {
    throw new Not("time.not.way", authority, iso(one.at));
  }
  const found = { at: one.at, accuracy: one.accuracy, authority, until: best.ends };
  return asOf > best.ends ? { state: "lapsed", ...found } : { state: "stamped", ...found, anchor: called(best.anchor), renewals: 0 };
}

// The algorithms are believed and agree with each other, and the message is built as prescribed.
function algorithms({ signer: by, digests, version }) {
  const hash = hashOf(oid(by.digest));
  const signing = signingOf(oid(by.by));
  if (!hash || !signing || (signing.hash && signing.hash !== hash)) {
    throw new Not("time.not.algorithms", dotted(oid(by.digest)), dotted(oid(by.by)));
  }
  if (!plain(by.digest) || !(signing.kind === "pss" || plain(by.by)) || !digests.every(plain)) {
    throw new Not("time.not.parameters");
  }
  if (!digests.some((one) => oid(one) === oid(by.digest))) {
    throw new Not("time.not.listed");
  }
  if (![3, 4, 5].includes(version) || by.version !== (by.id.tag === 0x80 ? 3 : 1)) {
    throw new Not("time.not.version");
  }
  return hash;
}

const all = (attributes, type) => attributes.filter((one) => oid(one.items[0]) === type);

// The one value of an attribute; refused where it has others.
function only(attribute) {
  const values = attribute.items[1].items;
  if (values.length !== 1) {
    throw new Not("time.not.value");
  }
  return values[0];
}

// The certificate that the signature itself names by its hash (RFC 5816, section 2.2.1), and by exactly
// the issuer and the number in it.
async function signersCertificate({ signer: by, certificates }, { anchors, hints, unread }) {
  const first = all(by.signed ?? [], CERTIFICATE_V1);
  const second = all(by.signed ?? [], CERTIFICATE_V2);
  if (first.length > 1 || second.length > 1 || first.length + second.length === 0) {
    throw new Not("time.not.whose");
  }
  const wanted = [...first, ...second].map((attribute) => {
    const id = only(attribute).items[0]?.items[0]?.items ?? [];
    const old = oid(attribute.items[0]) === CERTIFICATE_V1;
    const named = !old && algorithm(id[0] ?? {}) && id[0].tag === 0x30 ? oid(id[0]) : SHA_256;
    const hash = id.find((part) => part.tag === 0x04)?.body;
    if (!hash) {
      throw new Not("time.not.whose");
    }
    return { hash, of: old ? sha1 : async (bytes) => hashOf(named)?.of(bytes) ?? new Uint8Array(0) };
  });
  for (const candidate of [...certificates, ...anchors, ...hints]) {
    const met = await Promise.all(wanted.map(async (one) => same(one.hash, await one.of(candidate.whole))));
    if (met.every(Boolean) && names(by.id, candidate)) {
      return candidate;
    }
  }
  if (unread) {
    throw new Unjudged();
  }
  throw new Not("time.not.missing");
}

function names(id, candidate) {
  if (id.tag === 0x80) {
    const key = candidate.extensions.get(EXTENSIONS.subjectKey)?.value;
    return key?.tag === 0x04 && same(key.body, id.body);
  }
  return same(id.items[0].whole, candidate.issuer.whole) && same(id.items[1].whole, candidate.serial);
}

// RFC 3161, section 2.3: reserved for stamping, critically, and for nothing else.
function stampsOnly(one, authority) {
  const purposes = one.extensions.get(EXTENSIONS.purposes);
  if (!purposes?.critical) {
    throw new Not("time.not.purpose", authority);
  }
  if (!tagged(purposes.value, 0x30, (purpose) => tagged(purpose, 0x06) && oid(purpose) === STAMPING)) {
    throw new Not("time.not.alone", authority);
  }
  if (!mayBeUsed(one, SIGNATURE_BIT, REPUDIATION_BIT)) {
    throw new Not("time.not.usage", authority);
  }
}

// The signature over the signed attributes, and what RFC 5652 sections 5.4, 11 and RFC 6211 ask of them.
async function signed({ signer: by, inside }, certificateOf, key, hash) {
  const single = (type) => {
    const found = all(by.signed, type);
    return all(by.unsigned, type).length > 0 || found.length > 1 || (found.length === 1 && found[0].items[1].items.length !== 1)
      ? false : found[0]?.items[1].items[0] ?? null;
  };
  const [type, digest, at, protection] = [CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME, PROTECTION].map(single);
  const equivalent = (one, other) => oid(one) === oid(other) && (plain(one) ? plain(other) : same(one.whole, other.whole));
  const said = at && time(at);
  const ok =
    type && tagged(type, 0x06) && oid(type) === TST_INFO && digest && octets(digest) && same(digest.body, hash.of(inside)) &&
    at !== false && (at === null || (said !== null && said >= certificateOf.from && said <= certificateOf.until)) &&
    protection !== false && (protection === null || (
      tagged(protection, 0x30) && algorithm(protection.items[0]) && protection.items[1]?.tag === 0xa1 && protection.items.length === 2 &&
      equivalent(protection.items[0], by.digest) && equivalent(der(wrap(0x30, protection.items[1].body)), by.by))) &&
    all(by.signed, COUNTERSIGNATURE).length === 0 && all(by.unsigned, COUNTERSIGNATURE).every((one) => one.items[1].items.length > 0);
  if (!ok) {
    return false;
  }
  const scheme = schemeOf(by.by, hash);
  // a hash that the signature says for itself is the message's, or SHA-1 could come in by it
  if (scheme.broken || scheme.hash !== hash) {
    return false;
  }
  const message = wrap(0x31, ...(rising(by.signed) ? by.signed.map((one) => one.whole) : sorted(by.signed.map((one) => one.whole))));
  return signatureHolds(scheme, key, message, by.signature);
}
