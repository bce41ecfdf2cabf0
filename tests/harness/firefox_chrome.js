// Runs in Firefox's own chrome scope, before each script of firefox.py; `window` is the browser's.

const { ExtensionParent } = ChromeUtils.importESModule(
  "resource://gre/modules/ExtensionParent.sys.mjs",
);

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const extension = (id) => WebExtensionPolicy.getByID(id).extension;

const action = (id) => ExtensionParent.apiManager.global.browserActionFor(extension(id));

// For a moment after a reload was asked for, the one that will go is still there.
const leave = (id) => void (extension(id).isLeft = true);

function isInstalled(id) {
  const there = WebExtensionPolicy.getByID(id)?.extension;
  return Boolean(there?.backgroundState) && !there.isLeft;
}

async function installed(id) {
  while (!isInstalled(id)) await pause(20);
}

const popup = () => document.querySelector(".webextension-popup-browser");

function sidebar() {
  const shown = document.getElementById("sidebar")?.contentDocument?.querySelector("browser");
  return shown?.currentURI?.schemeIs("moz-extension") ? shown : null;
}

function widenSidebar(width) {
  document.getElementById("sidebar-box").style.width = width;
}

// Where a <browser> begins in the window; the sidebar's is in a document of its own.
function corner(browser) {
  const { x, y } = browser.getBoundingClientRect();
  if (browser.ownerDocument === document) return [x, y];
  const frame = document.getElementById("sidebar").getBoundingClientRect();
  return [x + frame.x, y + frame.y];
}

const panel = () => popup()?.closest("panel");

const isOpen = () => panel()?.state === "open" && !popup().currentURI.schemeIs("about");

const otherWindow = () =>
  gBrowser.tabs.map((tab) => tab.linkedBrowser).find((one) => one.currentURI.spec.endsWith("#other"));

// Whether there was such a tab.
function closePage(ending) {
  const shown = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.specIgnoringRef.endsWith(ending));
  if (shown) gBrowser.removeTab(shown);
  return !!shown;
}

async function openPopup(id, ms) {
  action(id).triggerAction(window);
  for (const end = Date.now() + ms; !isOpen(); await pause(20)) if (Date.now() > end) return false;
  popup().focus(); // Without it the keys go to the page.
  return true;
}

function compose(text) {
  const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  if (!method.beginInputTransactionForTests(window)) return false;
  window.harnessComposes = method; // As long as it lives, so does the composition.
  method.setPendingCompositionString(text);
  method.appendClauseToPendingComposition(text.length, method.ATTR_RAW_CLAUSE);
  method.setCaretInPendingComposition(text.length);
  return method.flushPendingComposition();
}

async function backgroundBrowser(id) {
  const own = extension(id);
  await own.wakeupBackground?.();
  while (true) {
    const view = [...own.views].find((one) => one.viewType === "background");
    if (view?.xulBrowser) return view.xulBrowser;
    await pause(20);
  }
}

// The other end, in the extension's process. A page's own policy forbids eval, also to sandboxes
// of its principal; evalInSandbox is not eval.
const RUNNER = `
  addMessageListener("harness:run", async ({ data: { reply, code, args } }) => {
    const say = (answer) => sendAsyncMessage(reply, answer);
    try {
      const box = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const call = "(async () => JSON.stringify(await (async function () {" + code
        + "\\n}).apply(null, " + args + ") ?? null))()";
      say({ value: await Cu.evalInSandbox(call, box) });
    } catch (error) {
      say({ error: String(error) });
    }
  });`;

function run(browser, code, args) {
  const manager = browser.messageManager;
  if (browser.harness !== manager) {
    manager.loadFrameScript(`data:,${encodeURIComponent(RUNNER)}`, false);
    browser.harness = manager;
  }
  const reply = `harness:${Services.uuid.generateUUID()}`;
  return new Promise((done) => {
    // A popup that was closed answers nothing more.
    const watch = setInterval(() => browser.isConnected || (clearInterval(watch), done({ gone: true })), 50);
    manager.addMessageListener(reply, function hear({ data }) {
      clearInterval(watch);
      manager.removeMessageListener(reply, hear);
      done(data);
    });
    manager.sendAsyncMessage("harness:run", { reply, code, args: JSON.stringify(args) });
  });
}

// Complaints of the extension: uncaught errors come to this process by themselves, console.error
// stays in the extension's unless it is sent over.
const CONSOLE = `
  if (!this.harnessListens) {
    this.harnessListens = true;
    const system = Cc["@mozilla.org/systemprincipal;1"].createInstance(Ci.nsIPrincipal);
    Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage)
      .addLogEventListener(({ wrappedJSObject: said }) => {
        if (said.level !== "error" && said.level !== "assert") return;
        const words = said.arguments.map((one) => one?.stack ? one + " " + one.stack : String(one));
        Services.cpmm.sendAsyncMessage("harness:console",
          { from: said.filename, addon: said.addonId, words: words.join(" ") });
      }, system);
  }`;

function listen() {
  window.harnessSaid = [];
  Services.ppmm.addMessageListener("harness:console", ({ data }) => {
    if (data.addon || data.from.startsWith("moz-extension:"))
      window.harnessSaid.push(`console.error: ${data.words} ${data.from}`);
  });
  Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(CONSOLE)}`, true);
  window.harnessHears = {
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag)
        return;
      const from = `${message.sourceName} ${message.errorMessage}`;
      // Firefox's own words when a popup closes while the browser is still storing something.
      if (from.includes(" after context unloaded")) return;
      if (from.includes("moz-extension:")) window.harnessSaid.push(`uncaught: ${from}`);
    },
  };
  Services.console.registerListener(window.harnessHears);
}

// As a person does in about:addons, which ends and begins the extension, too.
async function allowPrivate(id) {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs",
  );
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const allowed = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
  await ExtensionPermissions.add(id, allowed);
  await (await AddonManager.getAddonByID(id)).reload();
}

async function openPrivate() {
  const opened = window.OpenBrowserWindow({ private: true });
  await new Promise((done) => opened.addEventListener("load", done, { once: true }));
  await opened.delayedStartupPromise;
}

async function picture(browser, height) {
  const { currentWindowGlobal } = browser.browsingContext;
  const { width } = browser.getBoundingClientRect();
  const whole = height ? new DOMRect(0, 0, width, height) : null;
  const bitmap = await currentWindowGlobal.drawSnapshot(whole, 1, "white");
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return canvas.toDataURL().split(",")[1];
}

function readClipboard() {
  const text = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
  text.init(null);
  text.addDataFlavor("text/plain");
  Services.clipboard.getData(text, Services.clipboard.kGlobalClipboard);
  const found = {};
  try {
    text.getTransferData("text/plain", found);
  } catch {
    return ""; // Nothing there, or no text.
  }
  return found.value.QueryInterface(Ci.nsISupportsString).data;
}

function writeClipboard(text) {
  Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(text);
}

// An entry of ours in the page's own menu, chosen as a person does.
async function chooseInMenu(id, item) {
  const menu = document.getElementById("contentAreaContextMenu");
  for (let tries = 0; menu.state !== "open" && tries < 250; tries += 1) await pause(20);
  const ours = [...menu.querySelectorAll("menuitem")].find((one) => one.id.endsWith(`-menuitem-_${item}`));
  ours.doCommand();
  menu.hidePopup();
}
