// Seen to fail: one test or more with each of nine changes to reminders.js.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { settled } from "../fakes.mjs";

const HOUR = 3_600_000;
/** @returns a day so many days from today, as the guide writes it */
function day(more) {
  const at = new Date();
  at.setDate(at.getDate() + more);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}

/** An event of the browser's, to which the background listens. */
function event() {
  const heard = [];
  return {
    addListener: (listener) => heard.push(listener),
    hasListener: (listener) => heard.includes(listener),
    fire: (...told) => heard.forEach((listener) => listener(...told)),
    heard,
  };
}

/** What the browser keeps, and what it shows. */
const seen = { badge: "", title: "", alarm: null, notes: [], tabs: [], errand: null };
let kept = {};
let granted = false;
/** The window in which a frame is that would take an errand. */
let watched = -1;

const events = {
  installed: event(), startup: event(), alarm: event(), activated: event(), message: event(), changed: event(),
  added: event(), clicked: event(),
};
const notifications = {
  onClicked: events.clicked,
  create: async (id, { message }) => void seen.notes.push([id, message]),
  clear: async () => true,
};
globalThis.chrome = {
  action: {
    setPopup: async () => {},
    onClicked: event(),
    setBadgeText: async ({ text }) => void (seen.badge = text),
    setTitle: async ({ title }) => void (seen.title = title),
  },
  alarms: {
    create: async (name, { when }) => void (seen.alarm = when),
    clear: async () => void (seen.alarm = null),
    onAlarm: events.alarm,
  },
  permissions: { contains: async () => granted, onAdded: events.added },
  runtime: {
    id: "own", getManifest: () => ({ name: "Guide" }), getURL: (path) => `own://${path}`,
    sendMessage: async ({ errand }) => errand === watched,
    onInstalled: events.installed, onStartup: events.startup, onMessage: events.message,
  },
  storage: {
    onChanged: event(),
    session: { set: async ({ errand }) => void (seen.errand = errand) },
    local: {
      get: async () => ({ ...kept }),
      set: async (change) => void Object.assign(kept, change),
      onChanged: events.changed,
    },
  },
  tabs: { onActivated: events.activated, create: async ({ url, windowId }) => void seen.tabs.push([url, windowId]) },
};

await import("../../../../extension/background/reminders.js");

/** Store this list, as the guide does. */
function store(...days) {
  const list = days.map(([id, more]) => ({ case: id, on: day(more) }));
  kept.due = JSON.stringify({ days: list, waiting: "{number} wait", notification: "A day has come" });
}

const alarm = async () => { events.alarm.fire({ name: "due" }); await settled(); };
const other = async () => { events.changed.fire({ due: {} }); await settled(); };

beforeEach(() => {
  kept = {};
  granted = false;
  Object.assign(seen, { badge: "", title: "", alarm: null, notes: [], tabs: [] });
});

test("a click on a notification leads to the case, in a tab where no frame is", async () => {
  assert.equal(events.clicked.heard.length, 0); // Not allowed yet: there is no such API.
  chrome.notifications = notifications;
  events.added.fire();
  events.added.fire();
  assert.equal(events.clicked.heard.length, 1);
  for (const [frames, tabs] of [["none", [["own://popup.html?surface=tab", 7]]], ["one", []], ["no windows", [["own://popup.html?surface=tab", undefined]]]]) {
    chrome.windows = frames === "no windows" ? undefined : { getLastFocused: async () => ({ id: 7 }), update: async () => {} };
    watched = frames === "one" ? 7 : -1;
    Object.assign(seen, { tabs: [], errand: null });
    events.clicked.fire("c 1&x");
    await settled();
    assert.deepEqual([seen.tabs, seen.errand], [tabs, { type: "follow_reminder", case: "c 1&x" }], frames);
  }
});

test("the number is that of cases whose day has come, in words in the title", async () => {
  store(["c1", -2], ["c1", -1], ["c2", -1], ["c3", 2]);
  events.activated.fire();
  await settled();
  assert.deepEqual([seen.badge, seen.title], ["2", "2 wait"]);
  assert.ok(seen.alarm > Date.now() + 24 * HOUR);
});

test("nothing is due: no number, no alarm, the usual title", async () => {
  store(["c1", -1]);
  await other();
  kept = {};
  await other();
  assert.deepEqual([seen.badge, seen.title, seen.alarm], ["", "Guide", null]);
});

test("what has come is never an alarm: it would go off again and again", async () => {
  store(["c1", -1]);
  await alarm();
  assert.equal(seen.alarm, null);
});

test("nobody who did not ask for it gets a notification", async () => {
  store(["c1", -1]);
  await alarm();
  assert.deepEqual(seen.notes, []);
});

for (const [name, told] of [["the alarm", events.alarm], ["a start", events.startup], ["an update", events.installed]]) {
  test(`${name} tells once of what has come, without a word of any case`, async () => {
    granted = true;
    store(["c1", -1], ["c2", -1], ["c3", 1]);
    told.fire({ name: "due" });
    told.fire({ name: "due" });
    await settled();
    await settled();
    assert.deepEqual(seen.notes, [["c1", "A day has come"]]);
    assert.equal(kept["due.told"].length, 2);
  });
}

test("of what comes later it is told again", async () => {
  granted = true;
  store(["c1", -1]);
  await alarm();
  store(["c1", -1], ["c2", -1]);
  await alarm();
  assert.deepEqual(seen.notes.map(([id]) => id), ["c1", "c2"]);
});

test("a person who is in the guide is not told what they see", async () => {
  granted = true;
  store(["c1", -1]);
  await other();
  await alarm();
  assert.deepEqual(seen.notes, []);
  assert.equal(seen.badge, "1");
});

test("a clock set back and forth tells again, and loses nothing", async (t) => {
  granted = true;
  store(["c1", -1]);
  await alarm();
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() - 72 * HOUR });
  await alarm();
  assert.equal(seen.badge, "");
  assert.ok(seen.alarm > Date.now());
  t.mock.timers.reset();
  await alarm();
  assert.deepEqual([seen.badge, seen.notes.length], ["1", 2]);
});

test("other alarms and other senders are not heard", async () => {
  store(["c1", -1]);
  events.alarm.fire({ name: "else" });
  events.message.fire("tend", { id: "other" });
  events.changed.fire({ state: {} });
  await settled();
  assert.equal(seen.badge, "");
  events.message.fire("tend", { id: "own" });
  await settled();
  assert.equal(seen.badge, "1");
});
