// A worker of the extension's own, which reaches out: called-out.worker.js?<way>&<address>.
const [way, address] = location.search.slice(1).split("&");
if (way === "worker_fetch") fetch(address, { method: "POST", body: "secret" }).catch(() => {});
else importScripts(address);
