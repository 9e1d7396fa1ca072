// The editor's forms. The key is sent in a header and kept for this tab alone.
const forms = document.querySelectorAll("form[data-correct]");

function reveal(form) {
  const kind = form.querySelector("[name=kind]:checked")?.value;
  form.querySelectorAll("[data-for]").forEach(field => { field.hidden = field.dataset.for !== kind; });
}

const bodies = {
  statement: (form, fields) => ({
    statementId: form.dataset.id,
    kind: fields.kind,
    name: fields.kind === "speaker" ? fields.name : undefined,
    title: fields.kind === "speaker" ? fields.title : undefined,
    words: fields.kind === "span" ? fields.words : undefined,
    who: fields.who,
    why: fields.why,
  }),
  merge: (form, fields) => ({
    officialId: form.dataset.id,
    kind: "merge",
    into: fields.into.trim().replace(/^.*\/officials\//, "").replace(/[?#].*$/, ""),
    who: fields.who,
    why: fields.why,
  }),
};

async function ask(form, method, address, body, key) {
  const outcome = form.querySelector("[data-outcome]");
  outcome.textContent = "Saving…";
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: { "content-type": "application/json", ...(key ? { "x-functions-key": key } : {}) },
      body: body && JSON.stringify(body),
    });
  } catch {
    outcome.textContent = "The server cannot be reached. Nothing was changed.";
    return;
  }

  if (answer.ok) {
    if (key) sessionStorage.setItem("key", key);
    outcome.textContent = "Saved. The record shows it now.";
    location.reload();
  } else if (answer.status === 401) {
    outcome.textContent = "The key is not right. Nothing was changed.";
  } else {
    const problem = await answer.json().catch(() => ({}));
    outcome.textContent = problem.detail ?? problem.title ?? `The server answered ${answer.status}. Nothing was changed.`;
  }
}

for (const form of forms) {
  form.hidden = false;
  form.who.value = localStorage.getItem("who") ?? "";
  form.key.value = sessionStorage.getItem("key") ?? "";
  form.addEventListener("change", () => reveal(form));
  reveal(form);
  form.addEventListener("submit", event => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form));
    if (!bodies[form.dataset.correct]) return;
    localStorage.setItem("who", fields.who);
    ask(form, "POST", "/api/corrections", bodies[form.dataset.correct](form, fields), fields.key);
  });
}

document.querySelectorAll("button[data-undo]").forEach(button => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const form = document.querySelector("form[data-correct]");
    ask(form, "POST", `/api/corrections/${button.dataset.undo}/undo`, { who: form.who.value }, form.key.value);
  });
});
