// Five verdicts about an evidence bundle, each apart from the others, as docs/formats/bundle.md has
// them. What is not judged here is absent, and said to be.
import { hex, Refused, same, sha, shown, sm3, utf8 } from "./bytes.js";
import { read, salt } from "./bundle.js";
import { chains } from "./chain.js";
import { cmsHolds } from "./sm2.js";
import { CHECKS, leads, leafHash, lineOf, proof, reached, signers } from "./note.js";
import { commitment, leaf, notice, receipt, revocation, siblingLeaf, statement, successor } from "./statement.js";
import { times } from "./time.js";

// A reason is a name of words and the values in them; `of` is the member that it is about, `also` are
// sentences behind it, likewise.
const passed = (reason, ...values) => ({ result: "passed", reason, values });
const failed = (reason, ...values) => ({ result: "failed", reason, values });
const absent = (reason, ...values) => ({ result: "absent", reason, values });
const equal = (one, other) => one.spelled === other.spelled;

// Whose keys count.
class Known {
  constructor(named, policy, trust) {
    this.named = named;
    this.policy = policy;
    this.trust = trust;
    this.outside = Boolean(policy || trust);
    this.logs = this.outside ? restricted(policy?.logs, trust?.logs) : named.logs;
    const keys = (of) => of?.witnesses.map((one) => one.key) ?? [];
    this.witnesses = this.outside ? restricted(keys(policy), trust?.witnesses) : keys(named);
    this.allWitnesses = [...keys(named), ...keys(policy), ...(trust?.witnesses ?? [])]
      .filter((key, at, all) => all.findIndex((one) => equal(one, key)) === at);
    this.quorum = (policy ?? named).quorum;
  }

  operator(witness, origin) {
    return (
      (this.policy?.operators.some((one) => equal(one, witness)) ?? false) ||
      authority(witness.name) === authority(origin) || this.logs.some((log) => same(log.key, witness.key))
    );
  }

  issued(statement) {
    return !this.trust || this.trust.issuers.some(
      (one) => one.algorithm === "ed25519" && one.name === statement.issuer && same(one.key, statement.key));
  }
}

const authority = (name) => name.split(/[/:]/)[0].toLowerCase();

// A list that is not empty restricts; where both are, a key must be in both.
function restricted(asked = [], trusted = []) {
  if (asked.length === 0 || trusted.length === 0) {
    return asked.length === 0 ? trusted : asked;
  }
  return asked.filter((key) => trusted.some((one) => equal(one, key)));
}

// Checks a bundle.
//
// blob: the file
// given.policy, given.trust: what was given from outside, read by given.js; or nothing
// given.asOf: the date of checking in nanoseconds since 1970; or nothing for now
// progress: told how many bytes are done
// Returns outcome ("holds", "partly" where all that is judged here holds and more is there, "fails",
// "refused"), five verdicts, and facts that the bundle tells of itself.
export async function check(blob, given = {}, progress = () => {}) {
  const required = given.policy?.required ?? new Set(["statement", "inclusion"]);
  let bundle;
  try {
    bundle = await read(blob, progress);
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    const verdicts = CHECKS.map((one) => ({ check: one, required: required.has(one), ...failed("refused") }));
    return { outcome: "refused", verdicts, facts: {}, refusal: { code: refused.code, values: refused.values.map(shown) } };
  }
  const known = new Known(bundle.policy, given.policy, given.trust);
  const found = {
    statement: await (bundle.erased ? erased(bundle, known) : held(bundle, known)),
    inclusion: await inclusion(bundle.entry, known),
    witness: await witness(bundle.entry, known),
    time: await time(bundle, given),
    anchor: anchor(bundle, given),
  };
  const verdicts = CHECKS.map((one) => ({ check: one, required: required.has(one), ...found[one] }));
  const holds = verdicts.every(
    (one) => one.result === "passed" || one.result === "erased" || (one.result === "absent" && !one.required));
  const whole = !verdicts.some((one) => one.unjudged);
  return { outcome: holds ? (whole ? "holds" : "partly") : "fails", verdicts, facts: facts(bundle, found.statement), outside: known.outside };
}

const now = () => BigInt(Date.now()) * 1_000_000n;

function time({ entry, stamps, copies }, { trust, asOf = now() }) {
  return stamps.size === 0
    ? absent("time.none")
    : times(utf8(entry.proof.note.written), stamps, copies, trust?.authorities, asOf);
}

function anchor({ entry, anchors }, { trust }) {
  return anchors.length === 0
    ? absent("anchor.none")
    : chains(anchors, utf8(entry.proof.note.written), trust?.chains ?? []);
}

function facts({ content, entry }, { revokedAt }) {
  const stated = content.statement ?? content.notice;
  const found = {
    log: shown(entry.proof.stated.origin),
    index: String(entry.proof.index),
    size: String(entry.proof.stated.size),
    root: hex(entry.proof.stated.root),
    kind: entry.leaf.kind,
    issuer: shown(stated.issuer),
    issuerSays: new Date(Number(stated.seconds) * 1000).toISOString().replace(".000", ""),
  };
  if (stated.manifest.subject) {
    found.subject = stated.manifest.subject;
  }
  if (content.statement) {
    found.files = String(stated.manifest.files.length);
  }
  if (revokedAt !== undefined) {
    found.revokedAt = String(revokedAt);
  }
  return found;
}

async function held({ content, entry, files, copies }, known) {
  const stated = content.statement.manifest.files;
  const odd = stated.findIndex((one, at) =>
    one.size !== files[at].size || one.sha256 !== files[at].sha256 || one.sm3 !== files[at].sm3);
  if (odd >= 0) {
    return failed("statement.file", files[odd].name, shown(stated[odd].name));
  }
  const not = await unbound(content.statement, content.salt, entry.leaf, known);
  if (not) {
    return not;
  }
  if (content.sm2 && !cmsHolds(content.sm2, content.statement.payload)) {
    return failed("statement.sm2");
  }
  const later = await withdrawn(copies, content.statement, entry, known);
  if (later?.result === "failed") {
    return { ...failed("statement.revocation"), also: [later] };
  }
  const reason = content.sm2 ? "statement.passed.sm2" : "statement.passed";
  const said = passed(reason, shown(content.statement.issuer), String(stated.length));
  return later ? { ...said, also: [later], revokedAt: later.at } : said;
}

const REVOCATION = {
  "revocation.cose": statement, "revocation.salt.bin": salt, "revocation.leaf": leaf, "revocation.proof": proof,
};

// Whether the statement was withdrawn by who made it, as far as the bundle tells: nothing where it
// brings no revocation; that there is none it does not show.
async function withdrawn(copies, of, entry, known) {
  const names = Object.keys(REVOCATION);
  if (!names.some((name) => copies.has(name))) {
    return null;
  }
  if (!names.every((name) => copies.has(name))) {
    return failed("statement.revocation.part");
  }
  const changes = [];
  let parts;
  try {
    parts = names.map((name) => REVOCATION[name](copies.get(name)));
    for (let at = 1; at <= KEY_CHANGES_MAX && copies.has(`revocation.key${at}.cose`); at++) {
      changes.push(statement(copies.get(`revocation.key${at}.cose`)));
    }
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    return failed("statement.revocation.form");
  }
  const [by, its, at, logging] = parts;
  const found = revocation(by.manifest);
  if (!found) {
    return failed("statement.revocation.none");
  }
  if (found.log !== entry.proof.stated.origin || found.index !== entry.proof.index ||
      found.leaf !== hex(leafHash(sha, entry.leaf.bytes))) {
    return failed("statement.revocation.other");
  }
  if (!same(at.previous, entry.leaf.commitment.subarray(0, 32))) {
    return failed("statement.revocation.follows");
  }
  // only who stated may withdraw: the same key under the same name, or one that it named later
  if (by.issuer !== of.issuer || !(await follows(changes, by, of))) {
    return failed("statement.revocation.somebody");
  }
  const not = await unbound(by, its, at, known);
  if (not) {
    return not;
  }
  if (!(await logged(logging, at.bytes, known))) {
    return failed("statement.revocation.notLogged");
  }
  return { ...passed("statement.revocation.withdrawn", String(logging.index), shown(found.reason)), at: logging.index };
}

const KEY_CHANGES_MAX = 9;

// Whether the key of a later statement is that of an earlier one, or came in its place: each key names
// the next by a statement that it signed.
async function follows(changes, later, earlier) {
  let key = earlier.key;
  for (const change of changes) {
    const next = successor(change);
    if (!next || !same(change.key, key) || change.issuer !== earlier.issuer || !(await change.holds())) {
      return false;
    }
    key = next;
  }
  return same(later.key, key);
}

// What stands against a statement's being the one that a leaf stands for, signed by who may.
async function unbound(statement, salt, leaf, known) {
  if (!same(commitment(salt, statement.encoded), leaf.commitment)) {
    return failed("statement.commitment");
  }
  if (statement.manifest.kind !== leaf.kind) {
    return failed("statement.kind");
  }
  if (!(await statement.holds())) {
    return failed("statement.signature");
  }
  return known.issued(statement) ? null : failed("statement.issuer", shown(statement.issuer));
}

async function erased({ content, entry }, known) {
  const found = notice(content.notice.manifest);
  if (!found || content.leaf.kind !== "erasure-notice") {
    return failed("statement.noNotice");
  }
  if (found.log !== entry.proof.stated.origin || found.index !== entry.proof.index ||
      found.leaf !== hex(leafHash(sha, entry.leaf.bytes))) {
    return failed("statement.otherEntry");
  }
  const not = await unbound(content.notice, content.salt, content.leaf, known);
  if (not) {
    return not;
  }
  if (!(await logged(content.proof, content.leaf.bytes, known))) {
    return failed("statement.noticeNotLogged");
  }
  return {
    result: "erased",
    reason: "statement.erased",
    values: [shown(found.basis), shown(content.notice.issuer), String(content.proof.index)],
  };
}

// Whether a leaf is in the first tree, under the line of a known key of the log.
async function logged(proof, leaf, known) {
  const keys = known.logs.filter((key) => key.name === proof.stated.origin);
  return (await signers(proof.note, keys)).signed.length > 0 && leads(sha, leaf, proof);
}

async function inclusion(entry, known) {
  const leaf = entry.leaf.bytes;
  const { stated, index } = entry.proof;
  if (!known.logs.some((key) => key.name === stated.origin)) {
    return failed(known.outside ? "inclusion.untrusted" : "inclusion.unnamed", shown(stated.origin));
  }
  if (!(await logged(entry.proof, leaf, known))) {
    return failed("inclusion.not");
  }
  const sibling = entry.siblingProof;
  const origin = stated.origin + "/gm";
  if (sibling.stated.origin !== origin || sibling.stated.extensions.length > 0) {
    return failed("inclusion.otherTree");
  }
  if (sibling.index !== index) {
    return failed("inclusion.elsewhere");
  }
  const keys = known.logs.filter((key) => key.name === origin);
  if (keys.length > 0 && (await signers(sibling.note, keys)).signed.length === 0) {
    return failed("inclusion.siblingSignature");
  }
  const root = entry.siblingRoot;
  if (root.note.written !== entry.proof.note.written) {
    return failed("inclusion.otherCheckpoint");
  }
  if (root.index < sibling.stated.size) {
    return failed("inclusion.early");
  }
  if (!leads(sm3, leaf, sibling)) {
    return failed("inclusion.notSm3");
  }
  if (!leads(sha, siblingLeaf(sibling.note.text), root)) {
    return failed("inclusion.notRoot");
  }
  if (entry.receipt && !(await receiptHolds(entry, known))) {
    return failed("inclusion.receipt");
  }
  return passed("inclusion.passed", String(index), shown(stated.origin), String(stated.size));
}

async function receiptHolds(entry, known) {
  let found;
  try {
    found = receipt(entry.receipt);
  } catch {
    return false;
  }
  for (const key of known.logs) {
    if (key.name === entry.proof.stated.origin && key.algorithm === "ed25519" &&
        found.index === entry.proof.index && (await found.holds(key.key, entry.leaf.bytes))) {
      return true;
    }
  }
  return false;
}

async function witness(entry, known) {
  const { note, stated } = entry.proof;
  const signed = [];
  for (const key of known.allWitnesses.filter((one) => lineOf(note, one))) {
    const one = await signers(note, [key]);
    if (one.signed.length === 0) {
      return failed("witness.false", shown(key.name));
    }
    signed.push(...one.signed);
  }
  const counted = signed.filter(({ key }) =>
    known.witnesses.some((one) => equal(one, key)) && !known.operator(key, stated.origin));
  const names = counted.map(({ key, seconds }) => shown(key.name) + (seconds ? ` (${at(seconds)})` : "")).join(", ");
  const asked = known.policy && !known.quorum.nobody;
  if (counted.length > 0 && reached(known.quorum, counted.map((one) => one.key))) {
    return passed("witness.passed", names);
  }
  if (asked) {
    return counted.length === 0 ? failed("witness.nobody") : failed("witness.tooFew", names);
  }
  return counted.length === 0 ? absent("witness.nobody") : absent("witness.tooFew", names);
}

// A time that a witness says; such as no calendar has, in seconds.
function at(seconds) {
  const time = new Date(Number(seconds) * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : time.toISOString().replace(".000", "");
}
