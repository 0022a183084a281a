// Answers of outside chains, judged without a network as docs/formats/anchor.md has it. A receipt can
// only show that it fits together; that the block is the chain's must be known from outside.
import { keccak_256 } from "./noble.js";
import { concat, hex, json, Refused, same, sha, shown, sm3, unhex, utf8 } from "./bytes.js";
import { blank } from "./note.js";
import { not, rlp } from "./rlp.js";
import { ROUND_LENGTH_BYTES_MAX, SEAL_LENGTH_BYTES, sealed, SEALS_MAX, signers } from "./seals.js";

const FORM = "ethereum-transaction/v1";
const FORM_SEALED = "ethereum-sealed/v1";
const PREFIX = utf8("zhiheng/anchor/v1");
const HASH_LENGTH_BYTES = 32;

const number = (word) => BigInt("0x" + (hex(word) || "0"));
const WHOLE_MAX = 2n ** 53n - 1n;

// The transaction's chain and data; its signature is not looked at, for a chain takes none into a block
// whose signature does not hold.
function transaction(raw) {
  const type = raw[0];
  const legacy = type >= 0xc0;
  if (raw.length === 0 || (!legacy && type !== 1 && type !== 2)) {
    not();
  }
  const fields = rlp(legacy ? raw : raw.subarray(1)).items ?? not();
  const data = fields[legacy ? 5 : 5 + type]?.word;
  const told = fields[legacy ? 6 : 0]?.word;
  if (fields.length !== (legacy ? 9 : 10 + type) || !data || !told || told.length > 8) {
    not();
  }
  const chainId = legacy ? (number(told) - 35n) >> 1n : number(told);
  return chainId > 0n && chainId <= WHOLE_MAX ? { chainId, data, hash: keccak_256(raw) } : not();
}

// The head of a block, in the bytes whose Keccak-256 is the block's hash.
function header(bytes) {
  const fields = rlp(bytes).items;
  const [root, block, time] = [4, 8, 11].map((at) => fields?.[at]?.word);
  const ok =
    fields?.length >= 15 && fields.length <= 30 && root?.length === HASH_LENGTH_BYTES && block && block.length < 8 && time && time.length < 8;
  return ok ? { hash: keccak_256(bytes), root, number: number(block), seconds: number(time) } : not();
}

const PATH_MAX = 9;
const BRANCH = 17;
const NODE_LENGTH_BYTES_MAX = 60_000;

// Nibbles of the RLP of an index.
function key(index) {
  const word = index === 0 ? new Uint8Array(0) : unhex(index.toString(16).padStart(2 * Math.ceil(index.toString(16).length / 2), "0"));
  const written = word.length === 1 && word[0] < 0x80 ? word : concat(Uint8Array.of(0x80 + word.length), word);
  return Array.from(hex(written), (digit) => parseInt(digit, 16));
}

// Hex-prefix encoding, Yellow Paper appendix C.
function compact(nibbles, leaf) {
  const odd = nibbles.length % 2;
  const all = [(leaf ? 2 : 0) + odd, ...(odd ? [] : [0]), ...nibbles];
  return unhex(all.map((one) => one.toString(16)).join(""));
}

// What stands at a place under a root of a Merkle Patricia trie (Yellow Paper appendix D), if these
// nodes show it and none is left over; null otherwise.
function leaf(root, index, path) {
  if (path.length === 0) {
    return null;
  }
  const nibbles = key(index);
  let named = root;
  let depth = 0;
  for (let step = 0; step < path.length; step++) {
    const bytes = path[step];
    if (bytes.length > NODE_LENGTH_BYTES_MAX || !same(keccak_256(bytes), named)) {
      return null;
    }
    const node = rlp(bytes).items;
    const last = step === path.length - 1;
    const moved = node ? along(node, nibbles, depth, last) : -1;
    if (moved < 0) {
      return null;
    }
    const next = (node.length === BRANCH ? node[nibbles[depth]] : node[1]).word;
    if (!next || last) {
      return next ?? null;
    }
    named = next;
    depth += moved;
  }
  return null;
}

// How many nibbles a node goes; below 0 when it does not go where it should.
function along(node, nibbles, depth, last) {
  if (node.length === BRANCH) {
    return last || depth >= nibbles.length ? -1 : 1;
  }
  const way = node.length === 2 ? node[0].word : null;
  if (!way || way.length === 0) {
    return -1;
  }
  const length = 2 * (way.length - 1) + ((way[0] >> 4) & 1);
  const until = depth + length;
  const fits = until <= nibbles.length && (last ? until === nibbles.length : length > 0);
  return fits && same(way, compact(nibbles.slice(depth, until), last)) ? length : -1;
}

const FIELDS = "blockHash,blockNumber,chain,chainId,form,transaction";
const FIELDS_WITH_WAY = "blockHash,blockNumber,chain,chainId,form,header,index,path,transaction";
const FIELDS_WITH_SEALS = "blockHash,blockNumber,chain,chainId,form,header,index,path,round,seals,transaction";

const octets = (value) => (typeof value === "string" && /^0x([0-9a-f]{2})*$/.test(value) ? unhex(value.slice(2)) : not());
const whole = (value, least, most = Number.MAX_SAFE_INTEGER) =>
  Number.isInteger(value) && value >= least && value <= most ? value : not();

function sealing(read) {
  const round = octets(read.round);
  if (!Array.isArray(read.seals) || read.seals.length < 1 || read.seals.length > SEALS_MAX || round.length > ROUND_LENGTH_BYTES_MAX) {
    not();
  }
  const seals = read.seals.map(octets);
  return seals.every((seal) => seal.length === SEAL_LENGTH_BYTES) ? { round, seals } : not();
}

// Reads a receipt; null where it is of another form.
function receipt(bytes) {
  const read = json(bytes);
  if (read === null || typeof read !== "object" || (read.form !== FORM && read.form !== FORM_SEALED)) {
    return null;
  }
  const withSeals = read.form === FORM_SEALED;
  const way = withSeals || Object.hasOwn(read, "header");
  if (Object.keys(read).sort().join() !== (withSeals ? FIELDS_WITH_SEALS : way ? FIELDS_WITH_WAY : FIELDS)) {
    not();
  }
  const ok =
    typeof read.chain === "string" && !blank(read.chain) && read.chain.length <= 64 && (!way || (Array.isArray(read.path) && read.path.length <= PATH_MAX));
  if (!ok) {
    not();
  }
  const found = {
    chain: read.chain,
    chainId: BigInt(whole(read.chainId, 1)),
    transaction: octets(read.transaction),
    blockNumber: BigInt(whole(read.blockNumber, 0)),
    blockHash: octets(read.blockHash),
    way: way ? { header: octets(read.header), index: whole(read.index, 0, 2 ** 31 - 1), path: read.path.map(octets), ...(withSeals ? sealing(read) : {}) } : null,
  };
  return found.blockHash.length === HASH_LENGTH_BYTES ? found : not();
}

const failed = (reason, ...values) => ({ result: "failed", reason, values });
const absent = (reason, ...values) => ({ result: "absent", reason, values });
const passed = (reason, ...values) => ({ result: "passed", reason, values });

const attempted = (work) => {
  try {
    return work();
  } catch (refused) {
    if (refused instanceof Refused) {
      return undefined;
    }
    throw refused;
  }
};

// The last second that a time of Java can name.
const SECONDS_MAX = 31556889864403199n;

const at = (seconds) => {
  const time = new Date(Number(seconds) * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : time.toISOString().replace(".000", "");
};

function one(bytes, stamped, facts) {
  const read = attempted(() => receipt(bytes));
  if (read === undefined) {
    return failed("anchor.form");
  }
  if (read === null) {
    return absent("anchor.unknown");
  }
  const where = [String(read.chainId), shown(read.chain)];
  const sent = attempted(() => transaction(read.transaction));
  if (!sent) {
    return failed("anchor.false.transaction", ...where);
  }
  if (sent.chainId !== read.chainId) {
    return failed("anchor.false.chain", ...where, String(sent.chainId));
  }
  if (!same(sent.data, concat(PREFIX, sha(stamped), sm3(stamped)))) {
    return failed("anchor.false.digests", ...where);
  }
  const said = ["0x" + hex(sent.hash), String(read.blockNumber), ...where];
  const known = facts.some((fact) => fact.number === null && fact.chainId === read.chainId && same(fact.hash, sent.hash));
  if (!read.way) {
    return known ? passed("anchor.transaction", ...said) : absent("anchor.said", ...said);
  }
  const block = attempted(() => header(read.way.header));
  if (!block) {
    return failed("anchor.false.header", ...where);
  }
  if (!same(block.hash, read.blockHash) || block.number !== read.blockNumber) {
    return failed("anchor.false.block", ...where);
  }
  const stands = attempted(() => leaf(block.root, read.way.index, read.way.path));
  if (!stands || !same(stands, read.transaction)) {
    return failed("anchor.false.path", ...where);
  }
  const hash = read.way.seals ? sealed(read.way.header, read.way.round) : null;
  if (read.way.seals && !hash) {
    return failed("anchor.false.unsealed", ...where);
  }
  if (block.seconds > SECONDS_MAX) {
    return failed("anchor.false.time", ...where);
  }
  // two facts against each other: the one that speaks against the anchor counts
  const blocks = facts.filter((fact) => fact.number === read.blockNumber && fact.chainId === read.chainId);
  if (blocks.some((fact) => !same(fact.hash, read.blockHash))) {
    return failed("anchor.other", ...said, "0x" + hex(read.blockHash));
  }
  if (blocks.length > 0) {
    return passed("anchor.block", ...said, at(block.seconds));
  }
  if (known) {
    return passed("anchor.transaction", ...said);
  }
  const counted = quorum(read, facts, hash ? signers(hash, read.way.seals) : new Set());
  if (!counted) {
    return absent("anchor.alone", ...said, "0x" + hex(read.blockHash));
  }
  const [sealers, of, enough] = counted;
  const told = [sealers, of, enough].map(String);
  return sealers >= enough
    ? passed("anchor.sealed", ...said, ...told, at(block.seconds))
    : absent("anchor.few", ...said, ...told, "0x" + hex(read.blockHash));
}

// How many of the validators that are known of this block sealed it, of how many, and how many are
// enough; null where nobody is known. Where several lines are about the block, the one that speaks
// against the anchor counts.
function quorum(read, facts, signed) {
  const lines = facts
    .filter((one) => one.validators && one.chainId === read.chainId)
    .filter((one) => read.blockNumber >= one.from && (one.before === null || read.blockNumber < one.before))
    .map((one) => [one.validators.filter((address) => signed.has(address)).length, one.validators.length, Math.ceil((2 * one.validators.length) / 3)]);
  return lines.find(([sealers, , enough]) => sealers < enough) ?? lines[0] ?? null;
}

// What is known of chains from outside: a line of chain.txt.
export function fact(line) {
  const gap = "[ \\t\\n\\x0b\\f\\r]+";
  const found = (rest) => new RegExp(`^chain${gap}([0-9]{1,16})${gap}${rest}$`).exec(line);
  const refused = () => {
    throw new Refused("fact", shown(line));
  };
  const words = found(`(?:block${gap}([0-9]{1,15})|transaction)${gap}0x([0-9a-fA-F]{64})`);
  const span = found(
    `validators(?:${gap}from${gap}([0-9]{1,15}))?(?:${gap}before${gap}([0-9]{1,15}))?((?:${gap}0x[0-9a-fA-F]{40}){1,${SEALS_MAX}})`);
  const chainId = BigInt((words ?? span)?.[1] ?? 0);
  if (chainId < 1n || chainId > WHOLE_MAX) {
    return refused();
  }
  if (words) {
    return { chainId, number: words[2] === undefined ? null : BigInt(words[2]), hash: unhex(words[3].toLowerCase()) };
  }
  const validators = span[4].toLowerCase().match(/0x[0-9a-f]{40}/g).map((address) => address.slice(2));
  const [from, before] = [BigInt(span[2] ?? 0), span[3] === undefined ? null : BigInt(span[3])];
  const sound = new Set(validators).size === validators.length && (before === null || before > from);
  return sound ? { chainId, validators, from, before } : refused();
}

// anchors: as they stand in the bundle
// stamped: the bytes whose digests must be anchored
// facts: what is known of chains from outside
export function chains(anchors, stamped, facts) {
  const found = anchors.map((bytes) => one(bytes, stamped, facts));
  const worst = ["failed", "passed"].find((result) => found.some((each) => each.result === result)) ?? "absent";
  // what decided comes first, and nothing is said twice
  const told = [...found.filter((each) => each.result === worst), ...found.filter((each) => each.result !== worst)];
  const [first, ...also] = told.filter(
    (each, place) => told.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === place);
  return { ...first, also };
}
