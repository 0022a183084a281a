// What makes the pages quicker to use. Everything works without it.
"use strict";
(() => {
  const find = document.getElementById("find");

  // "/" goes to the search field.
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && find && !event.ctrlKey && !event.metaKey && !event.altKey
        && !event.target.closest("input, textarea, select, [contenteditable]")) {
      event.preventDefault();
      find.focus();
      find.select();
    }
  });
})();
