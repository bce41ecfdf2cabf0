// @ts-check
/**
 * What reminds the person while the guide is closed: the number on the icon, and a notification if they
 * want one. What is due is the guide's to say; here it is only counted.
 *
 *     any wake, another tab           count: number, title, one alarm for the next day
 *     the alarm, a start, an update   count, and tell of what has come since
 *     another list, in the guide      count, and take it as told: the person is here
 *
 * Both browsers forget some of it, each at other times (Firefox its alarms at a restart; both the
 * number at a restart and an update), so all of it is made anew each time.
 */

import { TEND } from "../engine/engine-channel.js";
import { DUE, TOLD } from "../shared/storage-keys.js";
import { casesOf, come, nameOfDay, next, read } from "./due-days.js";
import { sendToTab } from "./errands.js";

/** @import { DueDay } from "../contract.js" */

const ALARM = "due";
const NOTIFICATIONS = { permissions: /** @type {["notifications"]} */ (["notifications"]) };

/** @param {number} count @param {string} waiting what it says, with `{number}` in it */
async function show(count, waiting) {
  const { name } = chrome.runtime.getManifest();
  await Promise.all([
    chrome.action.setBadgeText({ text: count ? String(count) : "" }),
    chrome.action.setTitle({ title: count ? waiting.replace("{number}", String(count)) : name }),
  ]);
}

/** @param {number | null} when in the future: one in the past would go off at once, again and again */
async function wakeAt(when) {
  if (when === null) await chrome.alarms.clear(ALARM);
  else await chrome.alarms.create(ALARM, { when });
}

/**
 * One notification for all that is new, without a word of any case: screens that are locked show it.
 * @param {DueDay[]} days @param {string} message
 */
async function notify(days, message) {
  const first = casesOf(days)[0];
  if (first === undefined || !await chrome.permissions.contains(NOTIFICATIONS)) return;
  const { name } = chrome.runtime.getManifest();
  await chrome.notifications.create(first, { type: "basic", iconUrl: "icons/128.png", title: name, message });
}

/** @typedef {"count" | "tell" | "hush"} Manner hush: the person is here, and sees for themselves */

/** @param {Manner} how */
async function look(how) {
  const now = Date.now();
  const { [DUE]: stored, [TOLD]: told } = await chrome.storage.local.get([DUE, TOLD]);
  const reminders = read(stored);
  const due = come(reminders, now);
  await Promise.all([show(casesOf(due).length, reminders.waiting), wakeAt(next(reminders, now))]);
  if (how === "count") return;
  const known = new Set(Array.isArray(told) ? told : []);
  const fresh = due.filter((day) => !known.has(nameOfDay(day)));
  if (fresh.length || due.length !== known.size) await chrome.storage.local.set({ [TOLD]: due.map(nameOfDay) });
  if (how === "tell") await notify(fresh, reminders.notification);
}

let last = Promise.resolve();

/** One after the other, or two would tell of the same day. @param {Manner} how */
const tend = (how) => {
  last = last.then(() => look(how)).catch((error) => console.warn("Reminders:", error));
};

/** @param {string} id of a case */
async function openCase(id) {
  await sendToTab({ type: "follow_reminder", case: id });
  await chrome.notifications.clear(id);
}

/** There is no such API before the person has allowed it. */
function hearClicks() {
  if (!chrome.notifications || chrome.notifications.onClicked.hasListener(openCase)) return;
  chrome.notifications.onClicked.addListener(openCase);
}

hearClicks();
chrome.permissions.onAdded.addListener(hearClicks);
chrome.runtime.onInstalled.addListener(() => tend("tell"));
chrome.runtime.onStartup.addListener(() => tend("tell"));
chrome.alarms.onAlarm.addListener(({ name }) => { if (name === ALARM) tend("tell"); });
// A computer that slept, or whose clock was moved: the person is back.
chrome.tabs.onActivated.addListener(() => tend("count"));
chrome.runtime.onMessage.addListener((message, { id }) => { if (id === chrome.runtime.id && message === TEND) tend("count"); });
chrome.storage.local.onChanged.addListener((changes) => { if (DUE in changes) tend("hush"); });
tend("count");
