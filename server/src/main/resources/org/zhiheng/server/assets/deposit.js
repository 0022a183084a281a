// Depositing with scripts: each file's SHA-256 is computed here, before a byte of it is sent, and
// compared with what the server then states. Without scripts the form is sent as it is.
"use strict";
(() => {
  const form = document.querySelector("[data-deposit]");
  if (!form || !window.XMLHttpRequest || !File.prototype.arrayBuffer) {
    return;
  }
  const field = document.getElementById("d-files");
  const list = document.getElementById("d-list");
  const progress = document.getElementById("d-progress");
  const done = document.getElementById("d-done");
  const refused = document.getElementById("d-refused");
  const say = (name) => form.dataset[`say${name}`];

  // SHA-256 as FIPS 180-4 has it, block by block: what the browser brings takes a file only whole.
  const K = new Uint32Array(64);
  const START = new Uint32Array(8);
  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every((p) => n % p)) {
      primes.push(n);
    }
  }
  const part = (x) => ((x - Math.floor(x)) * 2 ** 32) >>> 0;
  primes.forEach((p, i) => {
    K[i] = part(Math.cbrt(p));
    if (i < 8) {
      START[i] = part(Math.sqrt(p));
    }
  });
  class Sha256 {
    constructor() {
      this.h = START.slice();
      this.w = new Uint32Array(64);
      this.rest = new Uint8Array(0);
      this.length = 0;
    }
    block(view, at) {
      const {h, w} = this;
      for (let i = 0; i < 16; i++) {
        w[i] = view.getUint32(at + 4 * i);
      }
      for (let i = 16; i < 64; i++) {
        const x = w[i - 15];
        const y = w[i - 2];
        w[i] = w[i - 16] + w[i - 7]
          + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
          + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
      }
      let [a, b, c, d, e, f, g, z] = h;
      for (let i = 0; i < 64; i++) {
        const s = (z + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))
          + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const t = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
          + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        z = g; g = f; f = e; e = (d + s) | 0; d = c; c = b; b = a; a = (s + t) | 0;
      }
      [a, b, c, d, e, f, g, z].forEach((x, i) => { h[i] += x; });
    }
    take(bytes) {
      this.length += bytes.length;
      const all = new Uint8Array(this.rest.length + bytes.length);
      all.set(this.rest);
      all.set(bytes, this.rest.length);
      const view = new DataView(all.buffer);
      let at = 0;
      for (; at + 64 <= all.length; at += 64) {
        this.block(view, at);
      }
      this.rest = all.slice(at);
    }
    hex() {
      const tail = new Uint8Array((this.rest.length < 56 ? 64 : 128) - this.rest.length);
      tail[0] = 0x80;
      const bits = new DataView(tail.buffer);
      bits.setUint32(tail.length - 8, Math.floor(this.length / 2 ** 29));
      bits.setUint32(tail.length - 4, (this.length * 8) >>> 0);
      this.take(tail);
      return [...this.h].map((x) => x.toString(16).padStart(8, "0")).join("");
    }
  }

  const SLICE = 1 << 20;
  const digest = async (file, told, still) => {
    const sha = new Sha256();
    for (let at = 0; at < file.size; at += SLICE) {
      sha.take(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
      if (!still()) {
        return "";
      }
      told(Math.min(100, Math.round((at + SLICE) * 100 / file.size)));
    }
    return sha.hex();
  };

  // What was chosen, each with its digest; choosing anew begins anew.
  let turn = 0;
  let digests = Promise.resolve([]);
  const lines = () => [...list.querySelectorAll("li")];
  const tell = (line, text) => { line.querySelector(".digest-state").textContent = text; };
  const chosen = () => {
    const mine = ++turn;
    done.hidden = true;
    list.replaceChildren(...[...field.files].map((file) => {
      const line = document.createElement("li");
      for (const [name, text] of [["strong", file.name], ["digest-state", ""], ["digest", ""]]) {
        const span = document.createElement(name === "digest" ? "code" : "span");
        span.className = name;
        span.textContent = text;
        line.append(span, " ");
      }
      return line;
    }));
    list.hidden = !field.files.length;
    digests = (async () => {
      const found = [];
      for (const [at, file] of [...field.files].entries()) {
        const line = lines()[at];
        found.push(await digest(
          file, (share) => tell(line, `${say("Hashing")} ${share} %`), () => mine === turn));
        if (mine !== turn) {
          return [];
        }
        tell(line, say("Ready"));
        line.querySelector(".digest").textContent = found[at];
      }
      return found;
    })();
  };
  field.addEventListener("change", chosen);
  if (field.files.length) {
    chosen();
  }

  const button = form.querySelector(".actions .btn");
  const shown = (share) => {
    progress.hidden = false;
    progress.querySelector("progress").value = share;
    progress.querySelector("span").textContent = `${say("Sending")} ${share} %`;
  };
  const over = () => {
    progress.hidden = true;
    button.disabled = false;
  };
  const problems = (texts) => {
    over();
    refused.querySelector("ul").replaceChildren(...texts.map((text) => {
      const line = document.createElement("li");
      line.textContent = text;
      return line;
    }));
    refused.hidden = false;
    refused.scrollIntoView({block: "nearest"});
  };
  const compared = (here, answer) => {
    over();
    let same = here.length === answer.sha256.length;
    lines().forEach((line, at) => {
      const equal = here[at] === answer.sha256[at];
      same = same && equal;
      tell(line, say(equal ? "Same" : "Other"));
      line.classList.toggle("wrong", !equal);
    });
    done.classList.toggle("refused", !same);
    done.querySelector("span").textContent = `${answer.id}: ${say(same ? "Same" : "Other")}`;
    done.querySelector("a").href = answer.address;
    done.hidden = false;
    form.hidden = same;
    if (same) {
      form.before(list);
    }
    done.querySelector("a").focus();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    button.disabled = true;
    refused.hidden = true;
    const here = await digests;
    const sending = new XMLHttpRequest();
    sending.open("POST", form.action);
    sending.setRequestHeader("Accept", "application/json");
    sending.responseType = "json";
    sending.upload.addEventListener("progress", (step) => {
      if (step.lengthComputable) {
        shown(Math.round(step.loaded * 100 / step.total));
      }
    });
    sending.addEventListener("load", () => {
      const answer = sending.response;
      if (sending.status === 201 && answer) {
        compared(here, answer);
      } else {
        problems(answer && answer.problems ? answer.problems : [`${say("Failed")} (${sending.status})`]);
      }
    });
    sending.addEventListener("error", () => problems([say("Failed")]));
    shown(0);
    sending.send(new FormData(form));
  });
})();
