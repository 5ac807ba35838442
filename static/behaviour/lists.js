/* Lists: a row opens by a click anywhere, and the head of a table that fits stays under the top bar. */
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-href]");
    if (!row || event.target.closest("a, button, input, select, label, summary") || String(getSelection())) return;
    if (event.ctrlKey || event.metaKey) open(row.dataset.href, "_blank", "noopener");
    else location.assign(row.dataset.href);
  });

  const measure = (box) => box.classList.toggle("fits", box.scrollWidth <= box.clientWidth + 1);
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => measure(target)));
  const watch = () => {
    for (const box of document.querySelectorAll(".list-scroll")) sizes.observe(box);
  };
  watch();
  document.addEventListener("htmx:afterSettle", watch);
})();
