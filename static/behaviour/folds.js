/* Parts of a long page that are folded: a link to one opens it, and paper shows them all. */
(() => {
  "use strict";
  const folds = [...document.querySelectorAll(".fold > details")];
  if (!folds.length) return;

  const open = (hash) => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    const fold = target && target.closest(".fold");
    if (fold) fold.querySelector("details").open = true;
  };
  open(location.hash);
  addEventListener("hashchange", () => open(location.hash));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) open(link.hash);
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = folds.filter((one) => !one.open);
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
    folded = [];
  });
})();
