// Depositing with scripts: each file's SHA-256 is computed here, before a byte of it is sent, and
// compared with what the server then states. A large file goes before the form, in parts; the form
// names it. Without scripts the form is sent as it is.
import { send, Stopped } from "./parts.js";
import { Sha256 } from "./sha256.js";

const form = document.querySelector("[data-deposit]");
const field = document.getElementById("d-files");
const list = document.getElementById("d-list");
const progress = document.getElementById("d-progress");
const done = document.getElementById("d-done");
const refused = document.getElementById("d-refused");
const button = form.querySelector(".actions .btn");
const token = form.querySelector("input[type=hidden]");
const say = (name) => form.dataset[`say${name}`];

// A file of more bytes is sent in parts.
const LARGE_FROM = Number(form.dataset.large);

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
  // a file that changed or cannot be read is told of when the form is sent
  digests.catch(() => {});
};

const shown = (share, words = say("Sending")) => {
  progress.hidden = false;
  progress.querySelector("progress").value = share;
  progress.querySelector("span").textContent = `${words} ${share} %`;
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

// Each file that was hashed here must be stated with that digest; a mail is stated with its
// attachments behind it.
const compared = (here, answer) => {
  over();
  let same = here.length > 0;
  lines().forEach((line, at) => {
    const equal = answer.sha256.includes(here[at]);
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

// What was deposited is on its way no longer.
const arrived = (ids) => {
  ids.forEach((id) => document.querySelector(`[data-upload="${id}"]`)?.remove());
  const section = document.querySelector(".on-their-way");
  if (section && !section.querySelector("li")) {
    section.remove();
  }
};

// Sends what is large, one file after the other; gives the uploads.
const sentInParts = async (files, here) => {
  const ids = [];
  const total = files.reduce((sum, [, file]) => sum + file.size, 0);
  let before = 0;
  for (const [at, file] of files) {
    let share = 0;
    ids.push(await send(form.dataset.uploads, token, file, here[at], {
      sent: (count) => {
        share = Math.floor((before + count) * 100 / total);
        shown(share);
      },
      waiting: () => shown(share, say("Waiting")),
    }));
    before += file.size;
  }
  return ids;
};

const sendForm = (body) => new Promise((answered) => {
  const sending = new XMLHttpRequest();
  sending.open("POST", form.action);
  sending.setRequestHeader("Accept", "application/json");
  sending.responseType = "json";
  sending.upload.addEventListener("progress", (step) => {
    if (step.lengthComputable) {
      shown(Math.round(step.loaded * 100 / step.total));
    }
  });
  sending.addEventListener("load", () => answered({status: sending.status, said: sending.response}));
  sending.addEventListener("error", () => answered({status: 0, said: null}));
  sending.send(body);
});

const deposit = async () => {
  const here = await digests;
  const files = [...field.files];
  const large = [...files.entries()].filter(([, file]) => file.size > LARGE_FROM);
  const ids = await sentInParts(large, here);
  const body = new FormData(form);
  body.delete(field.name);
  files.filter((file) => file.size <= LARGE_FROM).forEach((file) => body.append(field.name, file));
  ids.forEach((id) => body.append("upload", id));
  if (ids.length) {
    shown(100, say("Joining"));
  } else {
    shown(0);
  }
  const {status, said} = await sendForm(body);
  if (status === 201 && said) {
    compared(here, said);
    arrived(ids);
  } else {
    problems(said?.problems ?? [status ? `${say("Failed")} (${status})` : say("Failed")]);
  }
};

field.addEventListener("change", chosen);
if (field.files.length) {
  chosen();
}
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  event.stopPropagation();
  button.disabled = true;
  refused.hidden = true;
  try {
    await deposit();
  } catch (failure) {
    if (failure instanceof Stopped) {
      problems(failure.problems.length ? failure.problems : [say("Broken")]);
    } else {
      problems([say("Unread")]);
    }
  }
});
