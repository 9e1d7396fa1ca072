// Copying: a search's address, a citation.
function tell(words) {
  const toast = Object.assign(document.createElement("div"), { className: "toast", textContent: words });
  toast.setAttribute("role", "status");
  document.body.append(toast);
  setTimeout(() => toast.remove(), 2500);
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    tell(`${what} copied`);
  } catch {
    tell("The browser does not allow copying here. Select the text and copy it yourself.");
  }
}

const offer = () => document.querySelectorAll("[data-copy-address], [data-copy-citation]").forEach(button => { button.hidden = false; });

document.addEventListener("click", event => {
  if (event.target.closest("[data-copy-address]")) copy(location.href, "Address");
  const citation = event.target.closest("[data-copy-citation]");
  if (citation) copy(citation.closest(".field").querySelector("[data-citation]").textContent, "Citation");
});
document.addEventListener("shown", offer);
offer();
