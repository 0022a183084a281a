// What makes the pages quicker to use. Everything works without it.
"use strict";
(() => {
  const find = document.getElementById("find");
  const typing = (event) => event.target.closest("input, textarea, select, [contenteditable]");

  // "/" goes to the search field.
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && find && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event)) {
      event.preventDefault();
      find.focus();
      find.select();
    }
  });

  // The reason drawer opens beside the page, takes the focus and gives it back.
  let opener = null;
  const shut = () => {
    const open = document.querySelector(".reason.open");
    if (open) {
      open.classList.remove("open");
      if (opener && opener.isConnected) {
        opener.focus();
      }
      opener = null;
    }
    return open;
  };
  document.addEventListener("click", (event) => {
    const why = event.target.closest("a.why");
    const close = event.target.closest(".reason .close");
    if (why) {
      const reason = document.getElementById(why.hash.slice(1));
      if (reason) {
        event.preventDefault();
        shut();
        opener = why;
        reason.classList.add("open");
        reason.focus();
      }
    } else if (close) {
      event.preventDefault();
      if (!shut()) {
        location.hash = "content";
      }
    } else if (!event.target.closest(".menu[open]")) {
      document.querySelectorAll(".menu[open]").forEach((menu) => menu.removeAttribute("open"));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      shut();
      document.querySelectorAll(".menu[open], .foot[open]").forEach((menu) => menu.removeAttribute("open"));
    }
  });

  // A row of a list opens on Enter and on a click; the arrows go from row to row.
  const rows = () => document.querySelectorAll("tr[data-href]:not([tabindex])").forEach((row) => {
    row.tabIndex = 0;
  });
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest && event.target.closest("tr[data-href]");
    if (!row || typing(event)) {
      return;
    }
    const beside = {ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling}[event.key];
    if (event.key === "Enter" && event.target === row) {
      location.href = row.dataset.href;
    } else if (beside) {
      event.preventDefault();
      beside.focus();
    }
  });
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-href]");
    if (row && !event.target.closest("a, button, input, summary") && !String(getSelection())) {
      location.href = row.dataset.href;
    }
  });
  document.addEventListener("htmx:afterSettle", rows);
  rows();

  // Nothing is said for 300 ms, then that it is being fetched.
  const busy = document.getElementById("busy");
  let waiting = 0;
  const begin = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { busy.hidden = false; }, 300);
  };
  const end = () => {
    clearTimeout(waiting);
    busy.hidden = true;
  };
  document.addEventListener("htmx:beforeRequest", begin);
  document.addEventListener("htmx:afterRequest", end);
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) {
      begin();
    }
  });
  addEventListener("pageshow", end);

  // A file may be dropped on the field that asks for one.
  document.querySelectorAll("[data-drop]").forEach((place) => {
    const field = place.querySelector("input[type=file]");
    const over = (event) => {
      event.preventDefault();
      place.classList.toggle("over", event.type === "dragover");
    };
    place.addEventListener("dragover", over);
    place.addEventListener("dragleave", over);
    place.addEventListener("drop", (event) => {
      over(event);
      if (event.dataTransfer.files.length) {
        field.files = event.dataTransfer.files;
        field.dispatchEvent(new Event("change", {bubbles: true}));
      }
    });
  });

  // The progress of an import comes by itself; when it ends, the page is fetched anew.
  const live = document.querySelector("[data-progress]");
  if (live && window.EventSource) {
    const source = new EventSource(live.dataset.progress);
    source.addEventListener("progress", (event) => { live.innerHTML = event.data; });
    source.addEventListener("ended", () => {
      source.close();
      location.reload();
    });
    addEventListener("pagehide", () => source.close());
  }

  // A field that asks for itself alone does not make the form around it ask again.
  document.querySelectorAll("[data-alone]").forEach((field) => {
    field.addEventListener("change", (event) => event.stopPropagation());
  });

  // A choice that reloads its form does so at once.
  document.querySelectorAll("select[data-reload]").forEach((select) => {
    select.addEventListener("change", () => select.form.requestSubmit());
  });
})();
