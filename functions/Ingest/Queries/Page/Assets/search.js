// Searches while one types and narrows without a reload. The address bar always holds the search; the server renders every result.
const parts = ["desk", "chosen"];
const form = () => document.querySelector("form[data-live]");
let latest = 0;
let waiting;

function addressOf(form) {
  const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  return `${location.pathname}${chosen.size ? `?${chosen}` : ""}`;
}

async function show(address, { keep = "push" } = {}) {
  const mine = ++latest;
  const results = document.getElementById("results");
  results.setAttribute("aria-busy", "true");
  let page;
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    // Offline or gone: the browser's own navigation says so better than we could.
    location.assign(address);
    return;
  }

  if (mine !== latest) return;
  for (const id of parts) document.getElementById(id).replaceWith(page.getElementById(id));
  const kept = page.querySelectorAll("form[data-live] input[type=hidden]");
  form().querySelectorAll("input[type=hidden]").forEach(input => input.remove());
  form().append(...kept);
  document.title = page.title;
  if (keep === "push") history.pushState(null, "", address);
  if (keep === "replace") history.replaceState(null, "", address);
  document.getElementById("count").textContent = document.querySelector("#results h2")?.textContent ?? "";
  document.dispatchEvent(new Event("shown"));
}

if (form()) {
  form().addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(addressOf(form()), { keep: "replace" }), 250);
  });
  form().addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    show(addressOf(form()));
  });
  document.addEventListener("click", event => {
    const link = event.target.closest(".facet a, .chosen a, .headline a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    show(link.getAttribute("href")).then(() => document.getElementById("results").focus({ preventScroll: true }));
  });
  document.addEventListener("submit", event => {
    if (!event.target.closest(".facet")) return;
    event.preventDefault();
    show(addressOf(event.target));
  });
  addEventListener("popstate", () => {
    form().q.value = new URLSearchParams(location.search).get("q") ?? "";
    show(location.pathname + location.search, { keep: "as is" });
  });
}

// "/" goes to the search box, as in every archive.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
  const box = document.querySelector("input[type=search]");
  if (box) { event.preventDefault(); box.focus(); box.select(); }
});
