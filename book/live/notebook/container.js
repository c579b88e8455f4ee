// What JupyterLab loads as an extension: a module-federation container by hand, whose one module is extension.js.

{
  let shared;
  (window._JUPYTERLAB ??= {}).book = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const { extensionUrl } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
      const { plugins } = await import(extensionUrl);
      const made = await plugins(async (name) => (await Object.values(shared[name])[0].get())());
      return () => ({ __esModule: true, default: made });
    },
  };
}
