// The page: takes the file and whom one trusts, shows the verdicts. It asks the network for nothing:
// every script it needs was there before a file was chosen.
import { Refused, shown, utf8 } from "./bytes.js";
import { LENGTH_BYTES_MAX, trustOf } from "./given.js";
import { check } from "./judge.js";
import { policyOutside } from "./note.js";

const MARKS = { passed: "s-granted", failed: "s-refused", absent: "s-ceased", erased: "s-suspended" };
const NOTES = { holds: "note", partly: "note warn", fails: "note refused", refused: "note refused" };

const find = (id) => document.getElementById(id);
const words = new Map(
  [...find("v-words").content.querySelectorAll("[data-word]")].map((one) => [one.dataset.word, one.textContent]));

function say(name, ...values) {
  const text = words.get(name);
  if (text === undefined) {
    throw new Error("no words for " + name);
  }
  return text.replace(/\{(\d)\}/g, (open, at) => values[at] ?? open);
}

function made(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

async function bytes(file) {
  if (file.size > LENGTH_BYTES_MAX) {
    throw new Refused("given", shown(file.name));
  }
  return new Uint8Array(await file.arrayBuffer());
}

async function policyGiven() {
  const file = find("v-policy-file").files[0];
  const pasted = find("v-policy").value;
  if (file) {
    return policyOutside(await bytes(file));
  }
  return pasted.trim() ? policyOutside(utf8(pasted)) : undefined;
}

// As a folder of keys is read; what was pasted counts as one file more.
async function trustGiven() {
  const files = [];
  for (const file of [...find("v-trust").files].filter((one) => !one.name.startsWith("."))) {
    files.push({ name: file.name, bytes: await bytes(file) });
  }
  for (const list of ["logs", "witnesses", "issuers", "chain"]) {
    const pasted = find("v-" + list).value;
    if (pasted.trim()) {
      files.push({ name: list + ".txt", bytes: utf8(pasted) });
    }
  }
  return trustOf(files);
}

function outcome(kind, text, vouched) {
  const note = find("v-outcome");
  // what only fits together by keys of its own is no proof yet, and must not look like one
  note.className = kind === "holds" && !vouched ? NOTES.partly : NOTES[kind];
  note.querySelector("h2").textContent = say("outcome." + kind);
  note.querySelector("p").textContent = text;
}

// A sentence, with the member that it is about before it.
function reason(one) {
  const said = say("reason." + one.reason, ...one.values);
  return one.of ? say("of", one.of, said) : said;
}

function show(found) {
  const refusal = found.refusal;
  outcome(
    found.outcome,
    refusal ? say("refusal." + refusal.code, ...refusal.values) : say(found.outside ? "vouched" : "unvouched"),
    found.outside);
  find("v-table").hidden = false;
  find("v-table").tBodies[0].replaceChildren(
    ...found.verdicts.map((one) => {
      const row = document.createElement("tr");
      const head = made("th", "", say("check." + one.check));
      head.scope = "row";
      if (one.required) {
        head.append(" ", made("span", "asked", say("asked")));
      }
      const result = document.createElement("td");
      result.append(made("span", "state " + MARKS[one.result], say("result." + one.result)));
      row.dataset.check = one.check;
      row.dataset.result = one.result;
      const why = made("td", "", reason(one));
      why.append(...(one.also ?? []).map((more) => made("p", "also", reason(more))));
      row.append(head, result, why);
      return row;
    }));
  const facts = Object.entries(found.facts);
  find("v-facts").hidden = facts.length === 0;
  find("v-facts").querySelector("dl").replaceChildren(
    ...facts.map(([name, value]) => {
      const row = document.createElement("div");
      row.append(made("dt", "", say("fact." + name)), made("dd", "", name === "kind" ? say("kind." + value) : value));
      return row;
    }));
}

// What went wrong before anything was judged.
function stopped(failure) {
  const known = failure instanceof Refused && words.has("given." + failure.code);
  outcome("refused", known ? say("given." + failure.code, ...failure.values.map(shown)) : say("unreadable", shown(String(failure))));
  find("v-table").hidden = true;
  find("v-facts").hidden = true;
}

function progressing(size) {
  const bar = find("v-progress").querySelector("progress");
  const line = find("v-progress").querySelector("p");
  return (done) => {
    bar.value = size === 0 ? 1000 : Math.floor((done / size) * 1000);
    line.textContent = say("progress", (done / 1e6).toFixed(1), (size / 1e6).toFixed(1));
  };
}

let running = false;

async function run() {
  const file = find("v-bundle").files[0];
  if (!file || running) {
    return;
  }
  running = true;
  find("verify").querySelector(".btn").disabled = true;
  find("v-result").hidden = true;
  find("v-progress").hidden = false;
  const progress = progressing(file.size);
  progress(0);
  try {
    const given = { policy: await policyGiven(), trust: await trustGiven() };
    show(await check(file, given, progress));
  } catch (failure) {
    stopped(failure);
  } finally {
    running = false;
    find("verify").querySelector(".btn").disabled = false;
    find("v-progress").hidden = true;
    find("v-result").hidden = false;
    find("v-result").focus();
  }
}

function begin() {
  // Without HTTPS anybody on the way may have changed this very script: what it says would show nothing.
  if (!window.isSecureContext) {
    find("v-insecure").hidden = false;
    return;
  }
  find("verify").hidden = false;
  find("verify").addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  find("v-bundle").addEventListener("change", run);
  const drop = find("v-drop");
  const over = (event) => {
    event.preventDefault();
    drop.classList.toggle("over", event.type === "dragover");
  };
  drop.addEventListener("dragover", over);
  drop.addEventListener("dragleave", over);
  drop.addEventListener("drop", (event) => {
    over(event);
    if (event.dataTransfer.files.length === 1) {
      find("v-bundle").files = event.dataTransfer.files;
      run();
    }
  });
  // a file dropped beside the field would be opened instead of this page
  for (const type of ["dragover", "drop"]) {
    window.addEventListener(type, (event) => event.preventDefault());
  }
  // a file that was chosen before this script was there
  run();
}

begin();
