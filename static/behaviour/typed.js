/* A form with data-typed is sent as it is typed. When nothing answers it is kept on this device, and sent again
   until it arrives. Photos are made smaller first; what the camera wrote into them (the place) does not leave. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-typed]");
  if (!form) return;
  const words = form.querySelector("[data-saved-words]");
  const key = `typed:${form.dataset.typedKey}`;
  const PAUSE = 700, AGAIN = 15000, LONGEST_SIDE = 1600, QUALITY = .8;
  const HIDDEN = new Set(["csrfmiddlewaretoken", "submission_key", "expected_version", "truth"]);
  let timer, sending = false, changed = false, left = false;

  const say = (text) => { words.hidden = false; words.textContent = text; };
  const clock = () => new Intl.DateTimeFormat(document.documentElement.lang.replace(/^en$/, "en-GB"), { timeStyle: "short" }).format(new Date());
  const fields = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  };
  const keep = () => {
    const values = Object.fromEntries([...fields()].filter(([name]) => !HIDDEN.has(name)));
    try { localStorage.setItem(key, JSON.stringify(values)); } catch { /* private window */ }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* private window */ } };

  const post = (data) => fetch(form.dataset.typed, { method: "POST", body: data, credentials: "same-origin" });

  const save = async () => {
    clearTimeout(timer);
    if (sending || left) return;
    sending = true;
    changed = false;
    say(form.dataset.saving);
    try {
      const answer = await post(fields());
      if (answer.ok) {
        if (!changed) { forget(); say(form.dataset.saved.replace("{time}", clock())); }
      } else if (answer.status === 409 || answer.status === 400) {
        say((await answer.json()).error);
      } else throw new Error(answer.status);
    } catch {
      changed = true;
      say(form.dataset.waiting);
      timer = setTimeout(save, AGAIN);
    }
    sending = false;
    if (changed && navigator.onLine && !words.textContent.includes(form.dataset.waiting)) timer = setTimeout(save, PAUSE);
  };

  const restore = () => {
    let values;
    try { values = JSON.parse(localStorage.getItem(key)); } catch { return; }
    if (!values) return;
    for (const field of form.elements) {
      if (!field.name || field.type === "file" || HIDDEN.has(field.name) || !(field.name in values)) continue;
      if (field.type === "radio") field.checked = values[field.name] === field.value;
      else if (field.type === "checkbox") field.checked = true;
      else field.value = values[field.name];
    }
    save();
  };

  const smaller = async (file) => {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return made ? new File([made], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  };

  const sendPhotos = async (input) => {
    const edition = input.name.slice("photos_".length);
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("edition", edition);
    say(form.dataset.sending);
    try {
      for (const file of input.files) data.append("photos", await smaller(file).catch(() => file));
      const answer = await post(data);
      if (answer.status === 400 || answer.status === 409) { say((await answer.json()).error); return; }
      if (!answer.ok) throw new Error(answer.status);
      const list = form.querySelector(`[data-photos="${edition}"]`);
      for (const file of data.getAll("photos")) list.append(Object.assign(document.createElement("li"), { textContent: file.name }));
      input.value = "";
      say(form.dataset.arrived);
    } catch { say(form.dataset.waiting); }  /* it stays chosen, and goes along when the form is sent */
  };

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    changed = true;
    keep();
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "file" && event.target.files.length) sendPhotos(event.target);
  });
  form.addEventListener("submit", () => { left = true; clearTimeout(timer); });
  window.addEventListener("online", () => { if (changed) save(); });
  restore();
})();
