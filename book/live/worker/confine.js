// Takes from the worker, before Python starts, what outlives a cell or leads out of here: the browser's stores, which the service
// worker and JupyterLite answer from, and workers of a cell's own, where all of it would be back. What is deleted has no second
// name, so no cell gets it again. Which hosts a cell reaches is the policy's part (client.js).

const GLOBALS = ["caches", "indexedDB", "Worker", "SharedWorker", "BroadcastChannel"];
const OF_NAVIGATOR = ["storage", "storageBuckets", "serviceWorker"];

function take(names, from) {
  for (let holder = from; holder; holder = Object.getPrototypeOf(holder)) {
    for (const name of names) delete holder[name];
  }
}

take(GLOBALS, self);
take(OF_NAVIGATOR, navigator);
