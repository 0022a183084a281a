// A way from a signer's certificate to one that is believed, every certificate on it valid at one time
// (RFC 5280, section 6, without revocation). Stricter in two: the last one's own dates count, and no
// certificate below it may be signed over SHA-1 or an older hash.
import { same } from "./bytes.js";
import { EXTENSIONS, mayBeUsed, sameName } from "./certificate.js";
import { signedWith, Unjudged } from "./signature.js";

// Certificates between the signer and the last.
const BETWEEN_MAX = 4;
// A stranger may send certificates that certify each other in every order.
const STEPS_MAX = 20_000;
const WAYS_MAX = 50;

const SIGNS_CERTIFICATES = 5;
const FOR_ALL = [
  "usage", "policies", "mappings", "inhibit", "distribution", "delta", "policyConstraints", "constraints", "alternative", "names",
].map((one) => EXTENSIONS[one]);
const FOR_SIGNERS = [...FOR_ALL, EXTENSIONS.lists, EXTENSIONS.purposes];
// What restricts names and policies is not judged here.
const RESTRICTING = ["names", "mappings", "policyConstraints"].map((one) => EXTENSIONS[one]);

// Looks for ways by names and signatures alone, each signature checked once.
class Search {
  constructor(anchors, between) {
    this.anchors = anchors;
    this.between = between;
    this.checked = new Map();
    this.ways = [];
    this.steps = 0;
    this.unjudged = false;
  }

  async from(signer) {
    const itself = this.anchors.find((one) => same(one.whole, signer.whole));
    if (itself) {
      this.ways.push({ certificates: [], anchor: itself });
    }
    await this.follow([signer]);
    return this.ways;
  }

  async follow(way) {
    const last = way.at(-1);
    for (const anchor of this.anchors) {
      if (this.ways.length < WAYS_MAX && (await this.signed(last, anchor))) {
        this.ways.push({ certificates: way, anchor });
      }
    }
    if (way.length > BETWEEN_MAX) {
      return;
    }
    for (const next of this.between) {
      if (++this.steps > STEPS_MAX) {
        return;
      }
      if (!way.some((one) => same(one.whole, next.whole)) && (await this.signed(last, next))) {
        await this.follow([...way, next]);
      }
    }
  }

  async signed(one, other) {
    if (!sameName(one.issuer, other.subject)) {
      return false;
    }
    if (!this.checked.has(one)) {
      this.checked.set(one, new Map());
    }
    const known = this.checked.get(one);
    if (!known.has(other)) {
      known.set(other, await signedWith(one, other));
    }
    this.unjudged ||= known.get(other) === "unjudged";
    return known.get(other) === "yes";
  }
}

// How many certificates may follow below this one; null where it may certify none.
function below(one) {
  const said = one.extensions.get(EXTENSIONS.constraints)?.value;
  if (one.version < 3 || said?.tag !== 0x30 || said.items[0]?.tag !== 0x01 || said.items[0].body[0] !== 0xff) {
    return null;
  }
  const length = said.items[1];
  if (length === undefined) {
    return Infinity;
  }
  return length.tag === 0x02 && length.body.length <= 4 && length.body[0] < 0x80
    ? length.body.reduce((sum, byte) => sum * 256 + byte, 0) : null;
}

// Whether each certificate on a way may certify the one before it, and was valid.
function may({ certificates, anchor }, at) {
  if (at < anchor.from) {
    return false;
  }
  let most = certificates.length;
  for (let place = certificates.length - 1; place >= 0; place--) {
    const one = certificates[place];
    const known = place === 0 ? FOR_SIGNERS : FOR_ALL;
    if (at < one.from || at > one.until ||
        [...one.extensions].some(([name, { critical }]) => critical && !known.includes(name))) {
      return false;
    }
    if (place > 0) {
      const allowed = below(one);
      if (allowed === null || !mayBeUsed(one, SIGNS_CERTIFICATES)) {
        return false;
      }
      if (!sameName(one.subject, one.issuer) && most-- <= 0) {
        return false;
      }
      most = Math.min(most, allowed);
    }
    if (RESTRICTING.some((name) => one.extensions.has(name))) {
      throw new Unjudged();
    }
  }
  return true;
}

// The way that lasts longest: where it ends, and the first end of a certificate on it, that second
// included. Null where there is none.
export async function longest(signer, brought, { anchors, hints, unread }, at) {
  const between = [...hints, ...brought].filter(
    (one, place, all) => all.findIndex((other) => same(other.whole, one.whole)) === place);
  const search = new Search(anchors, between);
  let best = null;
  let unjudged = unread;
  for (const way of await search.from(signer)) {
    try {
      if (may(way, at)) {
        const ends = [way.anchor, ...way.certificates].reduce((least, one) => (one.until < least ? one.until : least), way.anchor.until);
        best = at <= ends && (best === null || ends > best.ends) ? { anchor: way.anchor, ends } : best;
      }
    } catch (not) {
      if (!(not instanceof Unjudged)) {
        throw not;
      }
      unjudged = true;
    }
  }
  return { best, unjudged: unjudged || search.unjudged };
}
