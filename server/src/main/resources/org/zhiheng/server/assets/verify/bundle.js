// Reads an evidence bundle by pieces, and refuses every one that its own parts, written again, would
// not give byte for byte.
import { Digesting, Refused, same, spell, utf8 } from "./bytes.js";
import { policy, proof } from "./note.js";
import { readmes } from "./readme.js";
import { leaf, statement } from "./statement.js";

const PIECE_LENGTH_BYTES = 1 << 20;
const MEMBERS_MAX = 10_200;
const NAME_LENGTH_MAX = 80;
const ELSEWHERE = 0xffffffff;

const MOST = {
  "manifest.json": 4_000_000, "statement.cose": 32_004_096, "statement.sm2.p7s": 64_000, "salt.bin": 32,
  "erasure.cose": 32_004_096, "erasure.salt.bin": 32, "erasure.leaf": 100, "erasure.tlog-proof": 2_000_000,
  "entry.leaf": 100, "proof.tlog-proof": 2_000_000, "proof.gm.tlog-proof": 2_000_000, "root.gm.tlog-proof": 2_000_000,
  "receipt.cbor": 64_000, "checkpoint.sha256.tsr": 64_000, "checkpoint.sm3.tsr": 64_000, "record.ers": 4_000_000,
  "policy.txt": 1_000_000, "README.zh.html": 4_000_000, "README.en.html": 4_000_000,
};

// By what word the pages README know a stamp.
const STAMPS = { "checkpoint.sha256.tsr": "sha256", "checkpoint.sm3.tsr": "sm3", "record.ers": "record" };

const isFile = (name) => /^files\/[0-9]{4}$/.test(name);

// How long a member that is held may be; undefined when a bundle has none of this name.
function most(name) {
  if (/^chain\/[0-9]{2}\.json$/.test(name)) {
    return 64_000;
  }
  if (/^trust\/[a-z0-9][a-z0-9-]{0,30}(\.[a-z0-9]{1,8}){0,3}$/.test(name)) {
    return 1_000_000;
  }
  return Object.hasOwn(MOST, name) ? MOST[name] : undefined;
}

// Numbers of a ZIP, the lowest byte first.
class Little {
  constructor() {
    this.parts = [];
  }

  two(...values) {
    values.forEach((value) => this.parts.push(value & 0xff, value >>> 8));
    return this;
  }

  four(...values) {
    values.forEach((value) => this.two(value & 0xffff, value >>> 16));
    return this;
  }

  eight(...values) {
    values.forEach((value) => this.four(value % 2 ** 32, Math.floor(value / 2 ** 32)));
    return this;
  }

  letters(name) {
    utf8(name).forEach((one) => this.parts.push(one));
    return this;
  }
}

const next = (at, place) => at + 30 + place.name.length + place.size;

function local(place) {
  return Uint8Array.from(
    new Little().four(0x04034b50).two(20, 0x0800, 0, 0, 0x0021).four(place.crc, place.size, place.size)
      .two(place.name.length, 0).letters(place.name).parts);
}

// All that stands behind the last member.
function end(places) {
  const out = new Little();
  let at = 0;
  for (const place of places) {
    const far = at >= ELSEWHERE;
    out.four(0x02014b50).two(20, far ? 45 : 20, 0x0800, 0, 0, 0x0021).four(place.crc, place.size, place.size);
    out.two(place.name.length, far ? 12 : 0, 0, 0, 0).four(0, far ? ELSEWHERE : at).letters(place.name);
    if (far) {
      out.two(1, 8).eight(at);
    }
    at = next(at, place);
  }
  const length = out.parts.length;
  if (at >= ELSEWHERE) {
    out.four(0x06064b50).eight(44).two(45, 45).four(0, 0).eight(places.length, places.length, length, at);
    out.four(0x07064b50, 0).eight(at + length).four(1);
  }
  out.four(0x06054b50).two(0, 0, places.length, places.length).four(length, Math.min(at, ELSEWHERE)).two(0);
  return Uint8Array.from(out.parts);
}

const piece = async (blob, from, length) => new Uint8Array(await blob.slice(from, from + length).arrayBuffer());

async function directory(blob) {
  if (blob.size < 22) {
    throw new Refused("zip");
  }
  const view = async (from, length) => new DataView((await piece(blob, from, length)).buffer);
  const last = await view(blob.size - 22, 22);
  const count = last.getUint16(10, true);
  const length = last.getUint32(12, true);
  let start = last.getUint32(16, true);
  if (last.getUint32(0, true) !== 0x06054b50 || last.getUint16(20, true) !== 0) {
    throw new Refused("zip");
  }
  if (start === ELSEWHERE) {
    if (blob.size < 98) {
      throw new Refused("zip");
    }
    start = Number((await view(blob.size - 98, 56)).getBigUint64(48, true));
  }
  if (count > MEMBERS_MAX || length > count * (46 + NAME_LENGTH_MAX + 12) || start > blob.size - length) {
    throw new Refused("zip");
  }
  const there = await view(start, length);
  const places = [];
  for (let at = 0; places.length < count; ) {
    const nameLength = at + 46 <= length ? there.getUint16(at + 28, true) : NAME_LENGTH_MAX + 1;
    if (nameLength > NAME_LENGTH_MAX || at + 46 + nameLength > length) {
      throw new Refused("zip");
    }
    const name = new Uint8Array(there.buffer, at + 46, nameLength);
    if (name.some((one) => one < 0x21 || one > 0x7e)) {
      throw new Refused("zip");
    }
    places.push({
      name: String.fromCharCode(...name),
      crc: there.getUint32(at + 16, true),
      size: there.getUint32(at + 24, true),
    });
    at += 46 + nameLength + there.getUint16(at + 30, true);
  }
  const wanted = end(places);
  const behind = places.reduce(next, 0);
  if (behind !== start || behind + wanted.length !== blob.size || !same(await piece(blob, start, wanted.length), wanted)) {
    throw new Refused("zip");
  }
  return places;
}

// Takes a bundle apart.
//
// blob: the file, read by slices of a megabyte; files in it are never held
// progress: told how many bytes are done
export async function read(blob, progress = () => {}) {
  const places = await directory(blob);
  const held = new Map();
  const members = [];
  let at = 0;
  for (const place of places) {
    const file = isFile(place.name);
    if (!file && !(place.size <= (most(place.name) ?? -1))) {
      throw new Refused("member", place.name);
    }
    const before = local(place);
    if (!same(await piece(blob, at, before.length), before)) {
      throw new Refused("header", place.name);
    }
    const digesting = new Digesting();
    const kept = file ? null : new Uint8Array(place.size);
    for (let done = 0; done < place.size; done += PIECE_LENGTH_BYTES) {
      const from = at + before.length + done;
      const bytes = await piece(blob, from, Math.min(PIECE_LENGTH_BYTES, place.size - done));
      digesting.update(bytes);
      kept?.set(bytes, done);
      progress(from + bytes.length);
    }
    const member = digesting.member(place.name);
    if (member.crc !== place.crc || member.size !== place.size) {
      throw new Refused("sum", place.name);
    }
    if (!file && held.has(place.name)) {
      throw new Refused("member", place.name);
    }
    held.set(place.name, kept);
    members.push(member);
    at = next(at, place);
  }
  progress(blob.size);
  return parts(held, members);
}

// Reads one member, and says in a refusal which it was.
function of(held, name, parse) {
  const bytes = held.get(name);
  if (!bytes) {
    throw new Refused("missing", name);
  }
  try {
    return parse(bytes);
  } catch (refused) {
    if (refused instanceof Refused) {
      throw new Refused("form", name);
    }
    throw refused;
  }
}

export const salt = (bytes) => {
  if (bytes.length !== 32) {
    throw new Refused("form");
  }
  return bytes;
};

function parts(held, members) {
  const names = members.map((one) => one.name);
  const erased = held.has("erasure.cose");
  const optional = (name) => (held.has(name) ? [name] : []);
  const content = erased
    ? {
        notice: of(held, "erasure.cose", statement),
        salt: of(held, "erasure.salt.bin", salt),
        leaf: of(held, "erasure.leaf", leaf),
        proof: of(held, "erasure.tlog-proof", proof),
      }
    : {
        statement: of(held, "statement.cose", statement),
        sm2: held.get("statement.sm2.p7s") ?? null,
        salt: of(held, "salt.bin", salt),
      };
  const entry = {
    leaf: of(held, "entry.leaf", leaf),
    proof: of(held, "proof.tlog-proof", proof),
    siblingProof: of(held, "proof.gm.tlog-proof", proof),
    siblingRoot: of(held, "root.gm.tlog-proof", proof),
    receipt: held.get("receipt.cbor") ?? null,
  };
  const anchors = [];
  for (let at = 1; held.has(anchor(at)); at++) {
    anchors.push(anchor(at));
  }
  const named = of(held, "policy.txt", policy);
  const copies = names.filter((name) => name.startsWith("trust/")).sort();
  if (copies.length > 32) {
    throw new Refused("member", copies[32]);
  }
  const files = erased ? [] : content.statement.manifest.files.map((_, at) => "files/" + String(at + 1).padStart(4, "0"));
  const wanted = [
    "manifest.json",
    ...(erased
      ? ["erasure.cose", "erasure.salt.bin", "erasure.leaf", "erasure.tlog-proof"]
      : ["statement.cose", ...optional("statement.sm2.p7s"), "salt.bin", ...files]),
    "entry.leaf", "proof.tlog-proof", "proof.gm.tlog-proof", "root.gm.tlog-proof",
    ...optional("receipt.cbor"), ...optional("checkpoint.sha256.tsr"), ...optional("checkpoint.sm3.tsr"), ...optional("record.ers"),
    ...anchors, "policy.txt", ...copies, "README.zh.html", "README.en.html",
  ];
  const odd = Array.from({ length: Math.max(wanted.length, names.length) }, (_, at) => at)
    .find((at) => wanted[at] !== names[at]);
  if (odd !== undefined) {
    throw new Refused("order", wanted[odd] ?? names[odd]);
  }
  const stamps = Object.entries(STAMPS).filter(([name]) => held.has(name)).map(([, word]) => word);
  for (const [name, page] of readmes({ content, entry, policy: named }, stamps, anchors.length)) {
    if (!same(page, held.get(name))) {
      throw new Refused("form", name);
    }
  }
  const listed = spell({
    format: "zhiheng-evidence-bundle",
    version: 1,
    members: members.slice(1).map(({ name, sha256, size, sm3 }) => ({ name, sha256, size, sm3 })),
  });
  if (!same(utf8(listed), held.get("manifest.json"))) {
    throw new Refused("digests");
  }
  return {
    content, entry, erased, policy: named,
    files: members.filter((one) => isFile(one.name)),
    stamps: new Map(Object.keys(STAMPS).filter((name) => held.has(name)).map((name) => [name, held.get(name)])),
    anchors: anchors.map((name) => held.get(name)),
    // what the maker adds and nobody vouches for, by its name in the folder
    copies: new Map(copies.map((name) => [name.slice("trust/".length), held.get(name)])),
  };
}

const anchor = (at) => "chain/" + String(at).padStart(2, "0") + ".json";


