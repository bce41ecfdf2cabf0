// @ts-check
// Every name under which something is kept in the browser, written once. These names are on people's
// machines: to change one is to lose what is kept under it. The options page has words for each
// (KEPT in guide.screens.options); tests/unit/shell/test_scripts.py says when one of the lists lacks a name.

// In chrome.storage.local.
export const STATE = "state";
/** The copy before the last change. */
export const LAST_STATE = "state.last";
/** How the name of each case begins; its id follows. */
export const CASE = "case:";
/** And of its copy before its last change. */
export const LAST_CASE = "case.last:";
/** What could not be read when the person went on without it. */
export const UNREADABLE_STATE = "state.unreadable";
/** Whether a Python may wait in the background. */
export const ENGINE_KEEP = "engine.keep";
/** The days on which to remind, as the guide has counted them; the background reads them. */
export const DUE = "due";
/** Of which of these days the person was reminded. */
export const TOLD = "due.told";
/** What a click on the icon opens: "panel", or the popup. */
export const ICON_OPENS = "icon.opens";
/** What the button on the help site says; nothing where it is switched off. */
export const LAUNCHER = "launcher";

// In chrome.storage.session, which is gone with the browser.
/** What the background wants the guide to do next. */
export const ERRAND = "errand";

// In localStorage.
/** The view that the popup showed last. */
export const VIEW = "view";
/** The id of the field in which the popup was closed. */
export const FIELD = "field";
/** The error log. */
export const ERRORS = "problems";
/** How the name of each draft begins; drafts.js says how it goes on. */
export const DRAFT = "draft:";
