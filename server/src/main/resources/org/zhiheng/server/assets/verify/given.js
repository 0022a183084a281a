// Whom the one who checks trusts: files as they lie in a folder of keys.
import { Refused, shown } from "./bytes.js";
import { inFile } from "./certificate.js";
import { fact } from "./chain.js";
import { keys, lines } from "./note.js";

export const LENGTH_BYTES_MAX = 1_000_000;

// Takes files of keys, certificates and what is known of chains, each with name and bytes. A file of another name is refused,
// for it may be a key that nobody looks for; one whose name begins with a point is passed over.
//
// Returns nothing where there is none.
export function trustOf(files) {
  const trust = { logs: [], witnesses: [], issuers: [], authorities: [], chains: [] };
  const taken = files.filter((one) => !one.name.startsWith("."));
  for (const { name, bytes } of taken) {
    const list = /^(logs|witnesses|issuers)\.txt$/.exec(name.toLowerCase())?.[1];
    if (list) {
      trust[list].push(...keys(bytes));
    } else if (/\.(pem|crt|cer|der)$/.test(name.toLowerCase())) {
      const found = inFile(bytes);
      if (found.length === 0) {
        throw new Refused("certificate", shown(name));
      }
      trust.authorities.push(...found);
    } else if (name.toLowerCase() === "chain.txt") {
      trust.chains.push(...lines(bytes).map(fact));
    } else {
      throw new Refused("given", shown(name));
    }
  }
  return taken.length > 0 ? trust : undefined;
}
