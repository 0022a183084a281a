// Evidence records of RFC 4998, judged as docs/formats/time.md has it.
import { hex, same } from "./bytes.js";
import { algorithm, asDer, der, oid, rising, sorted, tagged, wrap } from "./der.js";
import { hashOf, Unjudged } from "./signature.js";
import { judged, Not, stamp } from "./stamp.js";

const RECORD_LENGTH_BYTES_MAX = 1_000_000;
const STAMPS_MAX = 200;
const LISTS_MAX = 64;
const HASHES_MAX = 10_000;

// Reads a record: section 3.1. Its chains, each of time stamps with their trees.
export function record(bytes) {
  const written = bytes.length > RECORD_LENGTH_BYTES_MAX ? null : asDer(bytes);
  if (!written) {
    throw new Not("time.not.record");
  }
  try {
    return read(der(written));
  } catch (damaged) {
    if (damaged instanceof Not || damaged instanceof Unjudged) {
      throw damaged;
    }
    throw new Not("time.not.record");
  }
}

function read(value) {
  const [version, listed, ...rest] = value.items;
  const sequence = rest.pop();
  const ok =
    tagged(value, 0x30) && tagged(version, 0x02) && hex(version.body) === "01" && tagged(listed, 0x30) && listed.items.every(algorithm) &&
    tagged(sequence, 0x30) && sequence.items.length > 0 && sequence.items.every((chain) => tagged(chain, 0x30) && chain.items.length > 0);
  if (!ok) {
    throw new Not("time.not.record");
  }
  if (rest.some((one) => (one.tag & 0xdf) !== 0x80)) {
    throw new Not("time.not.encrypted");
  }
  if (sequence.items.reduce((sum, chain) => sum + chain.items.length, 0) > STAMPS_MAX) {
    throw new Not("time.not.record");
  }
  const hashes = listed.items.map((one) => hashOf(oid(one)));
  const chains = sequence.items.map((chain) => ({ stamps: chain.items.map(archived), written: chain.whole }));
  if (!chains.every((chain) => hashes.includes(chain.stamps[0].stamp.hash))) {
    throw new Not("time.not.record");
  }
  return chains;
}

// ArchiveTimeStamp, section 4.1.
function archived(value) {
  const token = value.items.at(-1);
  const parts = new Map(value.items.slice(0, -1).map((one) => [one.tag, one]));
  const inOrder = value.items.slice(0, -1).map((one) => one.tag).every((tag, at, tags) =>
    [0xa0, 0xa1, 0xa2].includes(tag) && (at === 0 || tags[at - 1] < tag));
  if (!tagged(value, 0x30) || !inOrder || !tagged(token, 0x30)) {
    throw new Not("time.not.record");
  }
  if (parts.has(0xa1) && !rising(parts.get(0xa1).items)) {
    throw new Unjudged();
  }
  const one = stamp(token.whole);
  const named = parts.get(0xa0);
  if (named && hashOf(oid(der(wrap(0x30, named.body)))) !== one.hash) {
    throw new Not("time.not.record");
  }
  const lists = (parts.get(0xa2)?.items ?? []).map((list) => {
    const hashes = list.items.map((hash) => hash.body);
    const fits =
      tagged(list, 0x30) && list.items.length > 0 && hashes.length <= HASHES_MAX &&
      list.items.every((hash) => tagged(hash, 0x04) && hash.body.length === one.hash.length);
    if (!fits) {
      throw new Not("time.not.tree");
    }
    return hashes;
  });
  if (lists.length > LISTS_MAX || (parts.has(0xa2) && lists.length === 0)) {
    throw new Not("time.not.tree");
  }
  return { stamp: one, lists };
}

// The hash over a group: its hashes in binary ascending order, one behind the other.
const node = (hash, group) => (group.length === 1 ? group[0] : hash.of(...sorted(group)));

const root = (hash, start, lists) => lists.slice(1).reduce((reached, list) => node(hash, [...list, reached]), start);

// Whether a tree starts from this hash (section 4.3, step 1).
function startsFrom({ stamp: one, lists }, leaf) {
  return lists.length === 0 ? same(leaf, one.imprint) : lists[0].some((hash) => same(hash, leaf));
}

// Whether it leads to what was stamped (section 4.3, steps 2 to 4). What a first list of one hash comes
// to, sections 4.2 and 4.3 say differently: both are taken.
function leadsTo({ stamp: one, lists }) {
  if (lists.length === 0) {
    return true;
  }
  const starts = [node(one.hash, lists[0]), ...(lists[0].length === 1 ? [one.hash.of(lists[0][0])] : [])];
  return starts.some((start) => same(root(one.hash, start, lists), one.imprint));
}

// What a new chain stands over (section 5.2, steps 2 to 4).
const rehashed = (hash, data, older) => hash.of(hash.of(data), hash.of(wrap(0x30, ...older.map((chain) => chain.written))));

// What a record shows for these bytes as its one data object, on the date of checking: sections 4.3 and
// 5.3. Stricter in one: no time stamp may be older than the one that it renews.
export async function recorded(chains, data, believed, asOf) {
  const all = chains.flatMap((chain) => chain.stamps);
  let first = null;
  let last = null;
  let lapse = null;
  let unjudged = false;
  let number = 0;
  const refused = (reason, ...values) => ({ state: "refused", reason: "time.not.recorded", values: [String(number)], also: { reason, values } });
  for (let chain = 0; chain < chains.length; chain++) {
    const { stamps } = chains[chain];
    const hash = stamps[0].stamp.hash;
    for (let at = 0; at < stamps.length; at++) {
      const one = stamps[at];
      number++;
      // 5.3 step 2: one algorithm within a chain
      if (one.stamp.hash !== hash) {
        return refused("time.not.changes");
      }
      // 5.3 step 1 for the very first, step 3 for the first of a later chain, else step 2
      const leaf =
        at > 0 ? hash.of(stamps[at - 1].stamp.der) : chain > 0 ? rehashed(hash, data, chains.slice(0, chain)) : hash.of(data);
      if (!startsFrom(one, leaf)) {
        return refused(at > 0 ? "time.not.before" : chain > 0 ? "time.not.chains" : "time.not.data");
      }
      if (!leadsTo(one)) {
        return refused("time.not.leads");
      }
      // 5.3: each holds at the time of the next, the last on the date of checking
      const renewed = number < all.length;
      const when = renewed ? all[number].stamp.at : asOf;
      const found = await judged(one.stamp, one.stamp.imprint, believed, when);
      if (found.state === "refused") {
        return refused(found.reason, ...found.values);
      }
      if (found.state === "stamped") {
        first ??= found;
        last = found;
      } else if (found.state === "lapsed") {
        // the rest must hold all the same: a forged time in the next stamp is no lapse
        lapse ??= { ...found, at: (first ?? found).at, authority: (first ?? found).authority, number, renewed: renewed ? when : null };
      } else {
        unjudged = true;
      }
    }
  }
  if (unjudged) {
    return { state: "unjudged" };
  }
  return lapse ?? { ...first, until: last.until, renewals: all.length - 1 };
}
