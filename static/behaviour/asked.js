/* A question that only some answers to another one bring up is asked when they are given, and never sent
   otherwise; without this script every question is shown. What was typed stays while the answer changes. */
(() => {
  "use strict";
  const follow = (form) => {
    const asked = [...form.querySelectorAll("[data-asked-by]")];
    if (!asked.length) return;
    const show = () => {
      for (const field of asked) {
        const answer = form.elements.namedItem(field.dataset.askedBy)?.value;
        const wanted = field.dataset.askedFor.split(" ").includes(answer);
        field.closest(".field").hidden = !wanted;
        field.disabled = !wanted;
      }
    };
    form.addEventListener("change", show);
    show();
  };
  document.querySelectorAll("form").forEach(follow);
})();
