// The first script of the notebook page: tells JupyterLab where it stands and how it looks, then loads it.

const root = new URL("./", import.meta.url); // of JupyterLite: lite/
const slot = document.getElementById("jupyter-config-data");
const config = JSON.parse(slot.textContent);

// The build does not know under which path the site will stand. JupyterLab puts themesUrl behind baseUrl by itself.
for (const name of Object.keys(config)) {
  if (name.endsWith("Url") && name !== "themesUrl") config[name] = new URL(config[name], root).pathname;
}
// As light or dark as the reader has set the book.
const dark = document.documentElement.dataset.theme === "dark";
config.settingsOverrides["@jupyterlab/apputils-extension:themes"].theme = dark ? "JupyterLab Dark" : "JupyterLab Light";

slot.textContent = JSON.stringify(config);
const bundle = document.createElement("script");
bundle.src = `${config.fullStaticUrl}/notebooks/bundle.js`;
document.head.append(bundle);
