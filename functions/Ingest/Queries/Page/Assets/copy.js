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

async function copyFrom(address) {
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok) await copy(await answer.text(), "Citation");
  else tell("The citation could not be had. Try again in a moment.");
}

const offer = () => document.querySelectorAll("[data-copy-address], [data-copy-citation]").forEach(button => { button.hidden = false; });

document.addEventListener("click", event => {
  if (event.target.closest("[data-copy-address]")) copy(location.href, "Address");
  const citation = event.target.closest("[data-copy-citation]");
  if (citation) copyFrom(citation.dataset.copyCitation);
});
document.addEventListener("shown", offer);
offer();
