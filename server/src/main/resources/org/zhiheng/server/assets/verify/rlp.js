// Values of RLP, in which chains of Ethereum's kind spell what they hash.
import { hex, Refused } from "./bytes.js";

export const not = () => {
  throw new Refused("anchor");
};

const RLP_LENGTH_BYTES_MAX = 1_000_000;
const RLP_DEPTH_MAX = 8;
const SHORT_MAX = 55;

// One value of RLP (Yellow Paper, appendix B) in its one spelling, and nothing behind it: `word` or
// `items`.
export function rlp(bytes) {
  if (bytes.length > RLP_LENGTH_BYTES_MAX) {
    not();
  }
  let at = 0;
  const length = (told, end) => {
    at++;
    let found = told;
    if (told > SHORT_MAX) {
      const digits = told - SHORT_MAX;
      if (digits > 3 || end - at < digits || bytes[at] === 0) {
        not();
      }
      found = parseInt(hex(bytes.subarray(at, at + digits)), 16);
      at += digits;
      if (found <= SHORT_MAX) {
        not();
      }
    }
    return found <= end - at ? found : not();
  };
  const value = (end, depth) => {
    if (depth > RLP_DEPTH_MAX || at >= end) {
      not();
    }
    const first = bytes[at];
    if (first < 0x80) {
      return { word: bytes.subarray(at, ++at) };
    }
    const list = first >= 0xc0;
    const until = length(first - (list ? 0xc0 : 0x80), end) + at;
    if (!list) {
      const word = bytes.subarray(at, until);
      at = until;
      return word.length === 1 && word[0] < 0x80 ? not() : { word };
    }
    const items = [];
    while (at < until) {
      items.push(value(until, depth + 1));
    }
    return { items };
  };
  const found = value(bytes.length, 0);
  return at === bytes.length ? found : not();
}
