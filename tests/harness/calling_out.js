// Runs inside a copy of the extension, in its popup and in its background. Tries to reach a server
// in every way there is, one after the other, and says in `globalThis.calledOut` how each went.
// The test writes the line that is missing here: const { BASE, STUN, NAVIGATES } = {...};

const PLACE = /popup/.test(location.pathname) ? "popup" : "background";
const at = (way) => `${BASE}/${PLACE}/${way}`;
const PATIENCE = 700;

const make = (tag, attributes, parent = document.body) =>
  parent.appendChild(Object.assign(document.createElement(tag), attributes));
const link = (rel, way, more = {}) => make("link", { rel, href: at(way), ...more }, document.head);
const style = (css) => make("style", { textContent: css }, document.head);
const sheet = (css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  document.adoptedStyleSheets.push(made);
};
const shape = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
// In a worker of the extension's own: its file is beside this one.
const worker = (way, options) => new Worker(`called-out.worker.js?${way}&${at(way)}`, options);

const ANYWHERE = {
  fetch: () => fetch(at("fetch"), { method: "POST", body: "secret" }),
  fetch_opaque: () => fetch(at("fetch_opaque"), { mode: "no-cors", keepalive: true }),
  websocket: () => new WebSocket(at("websocket").replace("https:", "wss:")),
  import_module: () => import(at("import_module")),
};
const IN_PAGES = {
  xhr: () => { const ask = new XMLHttpRequest(); ask.open("POST", at("xhr")); ask.send("secret"); },
  event_source: () => new EventSource(at("event_source")),
  beacon: () => navigator.sendBeacon(at("beacon"), "secret"),
  image: () => { new Image().src = at("image"); },
  image_set: () => make("img", { srcset: `${at("image_set")} 2x, ${at("image_set")} 1x` }),
  svg_image: () => {
    const image = shape("image");
    image.setAttribute("href", at("svg_image"));
    document.body.appendChild(shape("svg")).append(image);
  },
  video: () => make("video", { src: at("video"), preload: "auto" }).load(),
  poster: () => make("video", { poster: at("poster") }),
  audio: () => { new Audio(at("audio")).load(); },
  object: () => make("object", { data: at("object") }),
  embed: () => make("embed", { src: at("embed") }),
  iframe: () => make("iframe", { src: at("iframe") }),
  script: () => make("script", { src: at("script") }),
  stylesheet: () => link("stylesheet", "stylesheet"),
  css_image: () => { document.body.style.backgroundImage = `url(${at("css_image")})`; },
  css_import: () => style(`@import url(${at("css_import")});`),
  css_sheet: () => sheet(`body { list-style-image: url(${at("css_sheet")}); background: url(${at("css_sheet")}) }`),
  css_font: () => new FontFace("leak", `url(${at("css_font")})`).load(),
  prefetch: () => link("prefetch", "prefetch"),
  preload: () => link("preload", "preload", { as: "image" }),
  module_preload: () => link("modulepreload", "module_preload"),
  preconnect: () => link("preconnect", "preconnect"),
  icon: () => link("icon", "icon"),
  manifest: () => link("manifest", "manifest"),
  form: () => make("form", { action: at("form"), method: "post", target: "_blank" }).requestSubmit(),
  ping: () => make("a", { href: "#", ping: at("ping") }).click(),
  worker_fetch: () => worker("worker_fetch"),
  worker_scripts: () => worker("worker_scripts"),
  worker_remote: () => new Worker(at("worker_remote")),
  shared_worker: () => new SharedWorker(at("shared_worker")),
  worklet: () => CSS.paintWorklet?.addModule(at("worklet")),
  stun: async () => {
    const one = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${STUN}` }] });
    one.createDataChannel("leak");
    await one.setLocalDescription(await one.createOffer());
  },
};
const NAVIGATIONS = {
  tab: () => chrome.tabs.create({ url: at("tab"), active: false }),
};

const inPage = typeof document !== "undefined";
const ways = {
  ...ANYWHERE,
  ...(inPage && IN_PAGES),
  ...(NAVIGATES && NAVIGATIONS),
};

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
globalThis.calledOut = { done: false, said: {} };

async function callOut() {
  const { said } = globalThis.calledOut;
  const all = Object.entries(ways).map(async ([way, attempt]) => {
    try {
      said[way] = "tried";
      await Promise.race([attempt(), pause(PATIENCE)]);
    } catch (error) {
      said[way] = String(error);
    }
  });
  await Promise.all(all);
  // Markup of a string, beside the one place that may: what the page's policy says to that.
  if (inPage) {
    for (const [way, attempt] of Object.entries({
      markup: () => { document.createElement("p").innerHTML = "<b>x</b>"; },
      policy: () => trustedTypes.createPolicy("another", { createHTML: (text) => text }),
      text_as_code: () => new Function("return 1")(),
      line_of_code: () => { const p = make("p", {}); p.setAttribute("onclick", "globalThis.ran = 1"); p.click(); if (!globalThis.ran) throw new Error("did not run"); },
    })) {
      try { attempt(); said[way] = "done"; } catch (error) { said[way] = `refused: ${error}`; }
    }
  }
  globalThis.calledOut.done = true;
}
void callOut();
