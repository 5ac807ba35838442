/* What was typed is never lost: a form with data-keep is kept on this device until it was accepted.
   Passwords, files, hidden fields and fields with autocomplete="off" (identity numbers) are never kept. */
(() => {
  "use strict";
  const LIFE = 3 * 24 * 60 * 60 * 1000;
  const PREFIX = "keep:";
  const SKIPPED = new Set(["password", "file", "hidden", "submit", "button"]);

  const kept = (form) => [...form.elements].filter((field) =>
    field.name && !SKIPPED.has(field.type) && field.autocomplete !== "off");

  const read = (key) => {
    try {
      const draft = JSON.parse(localStorage.getItem(PREFIX + key));
      return draft && Date.now() - draft.at < LIFE ? draft : null;
    } catch { return null; }
  };
  const forget = (key) => { try { localStorage.removeItem(PREFIX + key); } catch { /* private window */ } };

  const valueOf = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked;
    return field.multiple ? [...field.selectedOptions].map((option) => option.value) : field.value;
  };
  const setValue = (field, value) => {
    if (field.type === "checkbox" || field.type === "radio") field.checked = value;
    else if (field.multiple) for (const option of field.options) option.selected = value.includes(option.value);
    else field.value = value;
  };
  const nameOf = (field) => field.type === "radio" || field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;

  const clock = (at) => new Intl.DateTimeFormat(document.documentElement.lang.replace(/^en$/, "en-GB"), { dateStyle: "medium", timeStyle: "short" }).format(at);

  const say = (form, text, canDiscard) => {
    const note = form.querySelector("[data-draft]");
    if (!note) return;
    note.hidden = false;
    note.querySelector("[data-draft-words]").textContent = text;
    note.querySelector("[data-draft-discard]").hidden = !canDiscard;
  };

  const save = (form) => {
    const values = Object.fromEntries(kept(form).map((field) => [nameOf(field), valueOf(field)]));
    const at = Date.now();
    try { localStorage.setItem(PREFIX + form.dataset.keep, JSON.stringify({ at, values })); } catch { return; }
    say(form, form.dataset.kept.replace("{time}", clock(at)), false);
  };

  const restore = (form) => {
    const draft = read(form.dataset.keep);
    if (!draft || "answered" in form.dataset) return;
    for (const field of kept(form)) {
      if (nameOf(field) in draft.values) setValue(field, draft.values[nameOf(field)]);
    }
    say(form, form.dataset.restored.replace("{time}", clock(draft.at)), true);
  };

  const watch = (form) => {
    let timer;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 500, form);
    });
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      save(form);
      try { sessionStorage.setItem("sent", form.dataset.keep); } catch { /* private window */ }
    });
    form.querySelector("[data-draft-discard]")?.addEventListener("click", () => {
      forget(form.dataset.keep);
      location.reload();
    });
    restore(form);
  };

  /* Only a page that says it worked clears the draft: an error page must not. */
  try {
    const sent = sessionStorage.getItem("sent");
    if (sent && document.querySelector('[data-level="success"]')) {
      forget(sent);
      sessionStorage.removeItem("sent");
    }
  } catch { /* private window */ }
  document.querySelectorAll("form[data-keep]").forEach(watch);
})();
