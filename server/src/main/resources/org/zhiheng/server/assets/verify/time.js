// The time stamps of a bundle, judged on one date. Whose certificates count comes from outside; only
// where nobody trusts anything, those that the bundle brings are taken, and the reason says so. A stamp
// that once held and whose certificate ended before it was renewed shows too little, and nothing false.
import { Refused } from "./bytes.js";
import { certificates, iso } from "./certificate.js";
import { record, recorded } from "./record.js";
import { Unjudged } from "./signature.js";
import { judged, refused, stamp } from "./stamp.js";

const TOKENS = { "checkpoint.sha256.tsr": "SHA-256", "checkpoint.sm3.tsr": "SM3" };

// What one of them comes to; what cannot be read is refused.
async function verdict(work) {
  try {
    return await work();
  } catch (not) {
    return not instanceof Unjudged ? { state: "unjudged" } : refused(not);
  }
}

// stamped: the bytes that the stamps must be over
// stamps: the members that there are, by name
// copies: what the bundle brings and nobody vouches for, by name
// authorities: certificates from outside; undefined where nothing was given from outside
// Returns the verdict, `unjudged` where something is in order as far as it goes and not judged here.
export async function times(stamped, stamps, copies, authorities, asOf) {
  const brought = [...copies].filter(([name]) => /\.(pem|crt|cer|der)$/.test(name)).map(([, copy]) => copy);
  const trusted = authorities ?? brought;
  if (trusted.length === 0) {
    return { result: "absent", reason: authorities ? "time.nobody" : "time.nothing", values: [] };
  }
  let believed;
  try {
    const [anchors, hints] = [certificates(trusted), certificates(brought)];
    believed = { anchors: anchors.read, hints: hints.read, unread: anchors.unread || hints.unread };
  } catch (not) {
    if (!(not instanceof Refused)) {
      throw not;
    }
    return { result: "failed", reason: "time.anchors", values: [] };
  }
  const items = [];
  for (const [name, title] of Object.entries(TOKENS)) {
    if (stamps.has(name)) {
      let another = false;
      const found = await verdict(() => {
        const one = stamp(stamps.get(name));
        another = one.hash.title !== title;
        return judged(one, one.hash.of(stamped), believed, asOf);
      });
      if (another) {
        return { result: "failed", reason: "time.another", values: [name] };
      }
      items.push({ name, ...found });
    }
  }
  if (stamps.has("record.ers")) {
    items.push({ name: "record.ers", ...(await verdict(() => recorded(record(stamps.get("record.ers")), stamped, believed, asOf))) });
  }
  return together(items, Boolean(authorities));
}

const earliest = (items, of) => items.reduce((best, one) => (best === null || of(one) < of(best) ? one : best), null);
const latest = (one) => one.at + (one.accuracy ?? 0n);

// Each is judged by itself; the best of them decides, and the others are told beside it.
function together(items, outside) {
  const having = (state) => items.filter((one) => one.state === state);
  const not = having("refused").flatMap((one) => [
    { reason: one.reason, values: one.values, of: one.name }, ...(one.also ? [one.also] : []),
  ]);
  const unjudged = having("unjudged").map((one) => ({ reason: "time.unjudged", values: [one.name] }));
  const vouched = outside ? [] : [{ reason: "time.unvouched", values: [] }];
  const best = earliest(having("stamped"), latest);
  const lapsed = earliest(having("lapsed"), (one) => one.at);
  const found = best ? proven(best) : lapsed ? gone(lapsed) : null;
  // what is false comes first, whatever else holds
  const head = found ? [] : [{ reason: not.length ? "time.unproven" : "time.here", values: [] }];
  const [first, ...also] = [...head, ...not, ...(found ?? []), ...unjudged, ...vouched];
  // nothing counts as passed while a part of it is not judged
  const result = not.length > 0 ? "failed" : best && unjudged.length === 0 ? "passed" : "absent";
  return { result, ...first, also, unjudged: unjudged.length > 0 };
}

function proven(best) {
  const values = [iso(best.at), best.authority, best.anchor, iso(best.until)];
  const off = best.accuracy === null ? null : String(Number(best.accuracy) / 1e9);
  return [
    off === null ? { reason: "time.passed", values } : { reason: "time.passed.accuracy", values: [...values, off] },
    ...(best.renewals > 0 ? [{ reason: "time.renewed", values: [String(best.renewals)] }] : []),
  ];
}

function gone(one) {
  const values = [iso(one.at), one.authority, iso(one.until)];
  if (one.number === undefined) {
    return [{ reason: "time.lapsed", values }];
  }
  return one.renewed === null
    ? [{ reason: "time.lapsed.record", values: [...values, String(one.number)] }]
    : [{ reason: "time.lapsed.late", values: [...values, String(one.number), iso(one.renewed)] }];
}
