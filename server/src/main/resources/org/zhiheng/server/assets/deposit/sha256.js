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
export class Sha256 {
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
