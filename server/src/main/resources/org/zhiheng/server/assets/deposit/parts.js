// Sends a large file in parts that the server keeps one by one, so that a connection that breaks
// costs one of them. What is there already is not sent again, whoever sent it when.
import { Sha256 } from "./sha256.js";

// How long to wait before a part is tried again, in milliseconds; after the last the sender gives up.
const WAITS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

// Answers that may be another one a moment later.
const PASSING = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

// Why a file did not get there.
export class Stopped extends Error {
  // problems: in the reader's words; empty when the connection broke
  constructor(problems = []) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

// One request. Gives status 0 when it did not get there or back.
function ask(method, address, { headers = {}, body = null, sent = () => {} } = {}) {
  return new Promise((done) => {
    const asking = new XMLHttpRequest();
    asking.open(method, address);
    asking.setRequestHeader("Accept", "application/json");
    Object.entries(headers).forEach(([name, value]) => asking.setRequestHeader(name, value));
    asking.upload.addEventListener("progress", (step) => sent(step.loaded));
    const answered = (status) => done({ status, text: asking.responseText });
    asking.addEventListener("load", () => answered(asking.status));
    asking.addEventListener("error", () => answered(0));
    asking.addEventListener("timeout", () => answered(0));
    asking.timeout = 300_000;
    asking.send(body);
  });
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Waits; comes back at once when the browser says that it is on line again.
const pause = (milliseconds) => new Promise((done) => {
  const over = () => {
    window.removeEventListener("online", over);
    clearTimeout(timer);
    done();
  };
  const timer = setTimeout(over, milliseconds);
  window.addEventListener("online", over);
});

// Asks until an answer comes that stays.
async function insist(told, ...request) {
  for (let tries = 0; ; tries++) {
    const answer = await ask(...request);
    const again = PASSING.has(answer.status) || json(answer.text)?.code === "upload-part-digest";
    if (!again) {
      return answer;
    }
    if (tries === WAITS.length) {
      throw new Stopped(json(answer.text)?.problems ?? []);
    }
    told();
    await pause(WAITS[tries]);
  }
}

// The header Content-Digest of RFC 9530.
async function contentDigest(bytes) {
  let digest;
  if (window.crypto?.subtle) {
    digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  } else {
    const sha = new Sha256();
    sha.take(bytes);
    digest = Uint8Array.from(sha.hex().match(/../g), (two) => parseInt(two, 16));
  }
  return "sha-256=:" + btoa(String.fromCharCode(...digest)) + ":";
}

// Sends a file.
//
// address: where uploads are begun
// token: name and value of the form's token
// sha256: of the whole file, in hexadecimal digits
// told.sent: told how many bytes of the file are there
// told.waiting: told when the connection is gone and tried again
// Gives the id of the upload, all of whose parts are there.
export async function send(address, token, file, sha256, told) {
  const begun = await insist(told.waiting, "POST", address, {
    body: new URLSearchParams([
      [token.name, token.value], ["name", file.name], ["type", file.type], ["size", file.size], ["sha256", sha256],
    ]),
  });
  const upload = json(begun.text);
  if (begun.status !== 201 || !upload) {
    throw new Stopped(upload?.problems ?? []);
  }
  const there = new Set(upload.there);
  const length = (part) => Math.min(upload.partSize, file.size - (part - 1) * upload.partSize);
  let done = [...there].reduce((sum, part) => sum + length(part), 0);
  told.sent(done);
  for (let part = 1; part <= upload.parts; part++) {
    if (there.has(part)) {
      continue;
    }
    const from = (part - 1) * upload.partSize;
    const bytes = new Uint8Array(await file.slice(from, from + length(part)).arrayBuffer());
    const answer = await insist(told.waiting, "PUT", `${address}/${upload.id}/parts/${part}`, {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Digest": await contentDigest(bytes),
        "X-CSRF-TOKEN": token.value,
      },
      body: bytes,
      sent: (count) => told.sent(done + Math.min(count, bytes.length)),
    });
    if (answer.status !== 204) {
      throw new Stopped(json(answer.text)?.problems ?? []);
    }
    done += bytes.length;
    told.sent(done);
  }
  return upload.id;
}
