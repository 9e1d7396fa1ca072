// Light or dark against the system's choice. The choice travels as a cookie, so that the server writes it into the next page.
const root = document.documentElement;
const button = document.querySelector("[data-theme-switch]");
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

function show() {
  button.textContent = isDark() ? "Light" : "Dark";
  button.setAttribute("aria-label", isDark() ? "Use the light colours" : "Use the dark colours");
}

button.hidden = false;
show();

button.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
  show();
});
system.addEventListener("change", show);
