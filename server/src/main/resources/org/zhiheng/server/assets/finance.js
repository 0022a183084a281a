// What makes the workbench of deals quicker to use. Everything works without it.
"use strict";
(() => {
  const form = document.getElementById("bench");
  if (!form) {
    return;
  }
  const running = new Map();

  // Sends the form as it stands and puts the answer in place of what is there; a later one counts.
  const ask = async (path, target) => {
    running.get(target)?.abort();
    const stop = new AbortController();
    running.set(target, stop);
    const old = document.getElementById(target);
    const late = setTimeout(() => old.classList.add("fresh"), 300);
    try {
      const answer = await fetch(path, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: {"HX-Request": "true"},
        signal: stop.signal,
      });
      if (!answer.ok) {
        return;
      }
      const text = await answer.text();
      const box = new DOMParser().parseFromString(text, "text/html").getElementById(target);
      const there = document.getElementById(target);
      if (box && there && running.get(target) === stop) {
        const open = [...there.querySelectorAll("details")].map((one) => one.open);
        [...box.querySelectorAll("details")].forEach((one, at) => { one.open = Boolean(open[at]); });
        there.replaceWith(document.adoptNode(box));
      }
    } catch (failed) {
      if (failed.name !== "AbortError") {
        old.classList.remove("fresh");
      }
    } finally {
      clearTimeout(late);
    }
  };

  const after = (wait, act) => {
    let waiting = 0;
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(act, wait);
    };
  };
  const check = after(400, () => ask("/finance/workbench/check", "problems"));
  const run = after(120, () => ask("/finance/workbench", "result"));

  form.querySelectorAll("[data-check]").forEach((field) => field.addEventListener("input", check));
  form.querySelectorAll(".slide").forEach((slide) => {
    slide.addEventListener("input", () => {
      const figure = slide.name === "prepay" ? slide.value : (slide.value / 100).toFixed(2);
      slide.parentElement.querySelector("output").value = slide.dataset.said.replace("#", figure);
      run();
    });
  });

  // A problem leads to its place in the text.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) {
      return;
    }
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    const lines = field.value.split("\n");
    const line = Math.max(1, Number(link.dataset.line));
    const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const at = before + Math.max(0, Number(link.dataset.column) - 1);
    field.focus();
    field.setSelectionRange(at, before + (lines[line - 1] ?? "").length);
    field.scrollTop = (line - 4) * parseFloat(getComputedStyle(field).lineHeight);
  });
})();
