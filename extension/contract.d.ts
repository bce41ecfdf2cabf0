// The door between the shell and the guide: JSON text both ways.
// Made from events/ and protocol/ of py/guide by `uv run build.py --renew`; do not edit.

export type Count =
  | number;

export type Locale =
  | string;

export type AnswerSource =
  | "person"
  | "story"
  | "lacking";

export type Audience =
  | "support"
  | "public";

export type CategoryId =
  | "billing"
  | "subscription_management"
  | "login_access"
  | "technical_error"
  | "content_moderation"
  | "security_compromise"
  | "data_privacy"
  | "api"
  | "business"
  | "feature_question"
  | "other";

export type ChannelId =
  | "help_chat"
  | "in_app"
  | "email"
  | "privacy_email"
  | "appeal_form"
  | "forum"
  | "codex_tracker"
  | "social_dm"
  | "social_post";

export type LetterKind =
  | "first_request"
  | "follow_up"
  | "second_request"
  | "clarification"
  | "reply"
  | "escalation"
  | "appeal";

export type LetterPart =
  | "subject"
  | "body";

export type CopyPart =
  | "subject"
  | "body"
  | "report";

export type Outcome =
  | "solved"
  | "given_up";

export type FileReader =
  | "myself"
  | "bank"
  | "authority"
  | "forum";

export type BroughtUse =
  | "check"
  | "happened"
  | "reply"
  | "look";

export type Theme =
  | "auto"
  | "light"
  | "dark";

export type IconOpens =
  | "popup"
  | "panel";

export type StepOutcome =
  | "helped"
  | "did_not_help"
  | "under_way"
  | "done"
  | "cannot"
  | "skipped";

export type ReplyKind =
  | "auto_ack"
  | "asks_details"
  | "suggests_steps"
  | "passed_on"
  | "refused"
  | "closed"
  | "solved"
  | "not_solved"
  | "unclear"
  | "suspicious";

export type ScreenId =
  | "start"
  | "first"
  | "details"
  | "request"
  | "sent"
  | "cases"
  | "case"
  | "reply"
  | "guide"
  | "genuine"
  | "facts"
  | "legal"
  | "routes"
  | "brought";

export type Surface =
  | "popup"
  | "panel"
  | "tab"
  | "options"
  | "picture"
  | "privacy"
  | "diagnostics"
  | "case_file"
  | "welcome"
  | "news";

export type EnginePath =
  | "host"
  | "snapshot"
  | "full"
  | "archive";

export type NoticeCode =
  | "copied"
  | "copied_report"
  | "imported"
  | "deleted"
  | "wiped"
  | "answered"
  | "edits_dropped"
  | "own_words"
  | "translated"
  | "translated_partly"
  | "settled"
  | "later"
  | "saving"
  | "no_notifications";

export type Event =
  | Opened
  | Typed
  | Lack
  | Go
  | Back
  | Describe
  | PickCategory
  | PickTopic
  | Tick
  | AlreadyWrote
  | Followed
  | StopWaiting
  | Deny
  | TakeBack
  | Open
  | ChooseLocale
  | SaveMemory
  | ChooseTheme
  | ChooseIcon
  | ShowLauncher
  | ChooseLetter
  | EditLetter
  | FormFailed
  | OwnText
  | TakeWording
  | Attach
  | DropEdits
  | Translated
  | TranslationFailed
  | DropTranslations
  | KeepOriginals
  | Show
  | Copied
  | CopyFailed
  | Sent
  | NewCase
  | OpenCase
  | Replied
  | KeepCut
  | GaveAway
  | CloseCase
  | DeleteCase
  | RemindLater
  | Settle
  | FollowReminder
  | SaveCalendar
  | NameInCalendar
  | KeepQuietDays
  | TookRoute
  | Bring
  | BringFailed
  | UseBrought
  | DropBrought
  | ReadNews
  | StartFresh
  | Export
  | Import
  | DeleteAll
  | ChooseReader
  | ChooseNoticeLanguage
  | SaveCaseFile
  | SaveTable;

export type TranslationFault =
  | "absent"
  | "failed";

export type Effect =
  | OpenAddress
  | CopyText
  | Download
  | Translate
  | Focus
  | KeepEngine
  | AllowNotifications
  | IconOpensThis
  | Launcher
  | OpenPage
  | DownloadStored
  | Look
  | Forget
  | Wipe
  | PrintPage;

/** The help page that is open, as it calls itself; data, never instructions. */
export interface Page {
  url: string;
  title: string;
  query?: string;
}

/** What the browser knows of itself, to be filled in and edited. */
export interface Device {
  browser: string;
  os: string;
  language: string;
  timezone: string;
  translates?: boolean;
}

/** One thing the extension keeps in the browser: where, under what name, how many bytes. */
export interface Stored {
  area: "extension" | "session" | "page";
  key: string;
  size: Count;
}

/** How Python was started for this page; `times` are milliseconds by stage, `heap` bytes. */
export interface EngineReport {
  path: EnginePath;
  problem?: string;
  times?: Record<string, number>;
  heap?: number;
  pyodide?: string;
}

/** Something that went wrong lately: codes only, never a word of the person's. */
export interface LoggedError {
  code: string;
  stage: string;
  at: string;
  count?: Count;
}

/** A command of the manifest's, and the keys that the person has for it; "" for none. */
export interface Shortcut {
  name: string;
  keys: string;
}

/** What the extension knows of itself, for the pages that show it. */
export interface ExtensionInfo {
  version: string;
  stored?: Stored[];
  engine?: EngineReport | null;
  mishaps?: LoggedError[];
  notifications?: boolean;
  launcher?: boolean;
  shortcuts?: Shortcut[];
  has_panel?: boolean;
  pinned?: boolean | null;
  temporary?: boolean;
}

/** What a turn brings besides a state and an event. `now` is ISO 8601 with an offset. */
export interface Turn {
  now: string;
  locale: Locale;
  device: Device;
  page: Page | null;
  surface?: Surface;
  shell?: ExtensionInfo | null;
  counted?: string;
}

/** The person chose words, a link or a page, outside the guide, for one of its uses. */
export interface Bring {
  type: "bring";
  use: BroughtUse;
  text: string;
  target?: string;
  url?: string;
  selected?: boolean;
  cut?: boolean;
  flat?: boolean;
}

/** The browser does not let the guide read that page now. */
export interface BringFailed {
  type: "bring_failed";
}

/** What was brought, as it stands in its field now, is to be used so. */
export interface UseBrought {
  type: "use_brought";
  use: BroughtUse;
}

/** What was brought is not wanted. */
export interface DropBrought {
  type: "drop_brought";
}

/** What came of something the person asked for: a key of the words' `ui.notices`. */
export interface Notice {
  code: NoticeCode;
  added?: Count;
  known?: Count;
  copies?: Count;
}

/** The popup or a page opened, or looks again at what is stored; `told` is why. */
export interface Opened {
  type: "opened";
  told?: Notice | null;
  anew?: boolean;
}

/** A field has a new value: a key of fields.toml, or one of the guide's own fields. */
export interface Typed {
  type: "typed";
  field: string;
  value: string;
  case?: string | null;
}

/** The person has no such thing as a field asks for (on), or has it after all. */
export interface Lack {
  type: "lack";
  field: string;
  on: boolean;
}

/** The person goes to a screen; `item` is which chapter, case or field on it. */
export interface Go {
  type: "go";
  to: ScreenId;
  item?: string;
}

/** The person goes back to where they were. */
export interface Back {
  type: "back";
}

/** The person said what happened and wants to go on. */
export interface Describe {
  type: "describe";
}

/** The person says themselves what kind of problem it is; None asks again. */
export interface PickCategory {
  type: "pick_category";
  category: CategoryId | null;
}

/** The person says themselves which problem it is; "" is none of those of its category. */
export interface PickTopic {
  type: "pick_topic";
  topic: string;
}

/** One of the things on an advice's checklist is done (on), or is not after all. */
export interface Tick {
  type: "tick";
  advice: string;
  tick: string;
  on: boolean;
}

/** The person wrote to support before they met the guide. */
export interface AlreadyWrote {
  type: "already_wrote";
}

/** What came of the advice shown; of another it is a second click on the card before. */
export interface Followed {
  type: "followed";
  advice: string;
  outcome: StepOutcome;
}

/** What is under way stays so, and the person goes on without waiting for it. */
export interface StopWaiting {
  type: "stop_waiting";
  advice: string;
}

/** The story was taken to say that an advice was followed, and it was not. */
export interface Deny {
  type: "deny";
  advice: string;
}

/** The last answer to an advice, or a deletion, was a slip: all is again as it was before. */
export interface TakeBack {
  type: "take_back";
}

/** An address of addresses.toml should open; `words` is which of the search words to use. */
export interface Open {
  type: "open";
  address: string;
  words?: number;
}

/** Another problem: a new case, beside the others. */
export interface NewCase {
  type: "new_case";
}

/** The person goes to one of their cases. */
export interface OpenCase {
  type: "open_case";
  case: string;
}

/** The person gave something secret to somebody who was not OpenAI. */
export interface GaveAway {
  type: "gave_away";
}

/** The case is over; None opens it again. */
export interface CloseCase {
  type: "close_case";
  case: string;
  outcome: Outcome | null;
}

/** The case goes, with all that is in it; until the next event it can be taken back. */
export interface DeleteCase {
  type: "delete_case";
  case: string;
}

/** Who the case file is made for. */
export interface ChooseReader {
  type: "choose_reader";
  reader: FileReader;
}

/** The language of a formal notice, which is that of the case's letters. */
export interface ChooseNoticeLanguage {
  type: "choose_notice_language";
  locale: Locale;
}

/** The case file should become a text file, in Markdown. */
export interface SaveCaseFile {
  type: "save_case_file";
}

/** All cases should become a table for a spreadsheet. */
export interface SaveTable {
  type: "save_table";
}

/** Which letter is shown: None leaves that part as it is. */
export interface ChooseLetter {
  type: "choose_letter";
  kind?: LetterKind | null;
  channel?: ChannelId | null;
  locale?: Locale | null;
}

/** Start (True) or end (False) editing the letter's text. */
export interface EditLetter {
  type: "edit_letter";
  on: boolean;
}

/** The appeal form does not open: the appeal goes another way, and says so. */
export interface FormFailed {
  type: "form_failed";
}

/** The person has a text of their own, and puts it in the place of the guide's. */
export interface OwnText {
  type: "own_text";
}

/** The person's wording of this letter for another place should be the one here, too. */
export interface TakeWording {
  type: "take_wording";
}

/** Something goes with the letter (on), which then names it, or does not after all. */
export interface Attach {
  type: "attach";
  attachment: string;
  on: boolean;
}

/** Go back to the guide's own wording of the letter shown. */
export interface DropEdits {
  type: "drop_edits";
}

/** A masked text should stay as it is (on), or be masked again. */
export interface Show {
  type: "show";
  text: string;
  on: boolean;
}

/** A part of the letter, or the report, is on the clipboard, as the effect has named it. */
export interface Copied {
  type: "copied";
  part: CopyPart;
  number?: Count;
  mark?: string;
}

/** The browser did not let us copy; the text is selected instead. */
export interface CopyFailed {
  type: "copy_failed";
  part: CopyPart;
}

/** The person sent the letter shown, through its channel. */
export interface Sent {
  type: "sent";
  went?: "" | "all" | "copied";
}

/** What is due for a case should be reminded of so many days from now; "" is all that is due. */
export interface RemindLater {
  type: "remind_later";
  case: string;
  days: Count;
  item?: string;
}

/** What is due for a case is done, or needs no reminder; "" is all that is due. */
export interface Settle {
  type: "settle";
  case: string;
  item?: string;
}

/** The person comes from a reminder, to its case; it may be gone by now. */
export interface FollowReminder {
  type: "follow_reminder";
  case: string;
}

/** The days of a case, or of all cases (None), should go into a file for a calendar. */
export interface SaveCalendar {
  type: "save_calendar";
  case?: string | null;
}

/** Whether that file says what a case is called. */
export interface NameInCalendar {
  type: "name_in_calendar";
  on: boolean;
}

/** Whether reminders wait on the Sabbath and on holidays. */
export interface KeepQuietDays {
  type: "quiet_days";
  on: boolean;
}

/** Support answered; `kind` is what the answer is like. */
export interface Replied {
  type: "replied";
  kind: ReplyKind;
}

/** A part of the pasted answer that was left out is read after all (on), or left out again. */
export interface KeepCut {
  type: "keep_cut";
  part: "head" | "quoted" | "signature" | "footer";
  on: boolean;
}

/** The person has taken a route, as sent a notice of withdrawal (on), or has not after all. */
export interface TookRoute {
  type: "took_route";
  route: string;
  on: boolean;
}

/** The language of the guide. */
export interface ChooseLocale {
  type: "choose_locale";
  locale: Locale;
}

/** Whether the browser should rather have the memory than a guide that opens at once. */
export interface SaveMemory {
  type: "save_memory";
  on: boolean;
}

/** Whether the guide is light or dark. */
export interface ChooseTheme {
  type: "choose_theme";
  theme: Theme;
}

/** What a click on the icon opens. */
export interface ChooseIcon {
  type: "choose_icon";
  opens: IconOpens;
}

/** Whether there is a button on the help site that opens the guide. */
export interface ShowLauncher {
  type: "show_launcher";
  on: boolean;
}

/** The person wants to know what is new. */
export interface ReadNews {
  type: "read_news";
}

/** What was stored cannot be read, and the person decided to begin anew. */
export interface StartFresh {
  type: "start_fresh";
}

/** All cases should go into a file. */
export interface Export {
  type: "export";
}

/** A file was chosen: its size in bytes, and its text, which is cut where it is too large. */
export interface Import {
  type: "import";
  size: Count;
  text: unknown;
}

/** Everything that is stored should go. */
export interface DeleteAll {
  type: "delete_all";
}

/** A text for the browser to translate, with secrets hidden; `text` is what it said. */
export interface Passage {
  field: string;
  locale: Locale;
  original: string;
  text?: string;
}

/** The browser has translated texts of a case, as the effect has named them. */
export interface Translated {
  type: "translated";
  case: string;
  passages: Passage[];
}

/** It has not: it cannot (absent), or stopped, took too long or made nothing of it (failed). */
export interface TranslationFailed {
  type: "translation_failed";
  reason: TranslationFault;
}

/** The person wants their own words in the letter shown, as they wrote them. */
export interface DropTranslations {
  type: "drop_translations";
}

/** Whether the letter ends with the words that were translated, as they were written. */
export interface KeepOriginals {
  type: "keep_originals";
  on: boolean;
}

/** A day, ISO 8601, on which to remind of a case. */
export interface DueDay {
  case: string;
  on: string;
}

/** What the background counts, in order of days, and what it says, without a word of a case. */
export interface Reminders {
  lang: Locale;
  counted: string;
  days: DueDay[];
  waiting: string;
  notification: string;
}

/** What the button on the help site says: its name, a hint at whose it is, how to dismiss it. */
export interface LauncherWords {
  lang: Locale;
  dir: "rtl" | "ltr";
  name: string;
  hint: string;
  dismiss: string;
}

/** What of a state is not as it was in the request's: all but the cases, and some of these. */
export interface Changed {
  rest: unknown;
  order: string[];
  cases: unknown[];
}

/** Open an address in a tab. */
export interface OpenAddress {
  kind: "open";
  url: string;
}

/** Put text on the clipboard; rendered into a button, since it needs the click itself. */
export interface CopyText {
  kind: "copy";
  text: string;
  part: CopyPart;
  number?: Count;
  mark?: string;
}

/** Save text as a file. */
export interface Download {
  kind: "download";
  name: string;
  text: string;
}

/** Have the browser translate texts on this computer; rendered into a button, for the click. */
export interface Translate {
  kind: "translate";
  case: string;
  source: Locale;
  target: Locale;
  passages: Passage[];
}

/** Move the focus to the element with this id, after painting. */
export interface Focus {
  kind: "focus";
  target: string;
}

/** Keep a Python running in the background while a help page is open, or keep none. */
export interface KeepEngine {
  kind: "engine";
  keep: boolean;
}

/** Ask the browser to let us show notifications, or give that up; needs the click itself. */
export interface AllowNotifications {
  kind: "notifications";
  on: boolean;
}

/** Have a click on the icon open this from now on. */
export interface IconOpensThis {
  kind: "icon";
  opens: IconOpens;
}

/** Have the button on the help site, or not; None leaves that as it is, in these words. */
export interface Launcher {
  kind: "launcher";
  on: boolean | null;
  says: LauncherWords;
}

/** Open a page of the extension's own. */
export interface OpenPage {
  kind: "page";
  surface: "options" | "picture" | "privacy" | "diagnostics" | "case_file" | "welcome" | "news";
}

/** Save all that is stored as a file, as it stands there, read or not. */
export interface DownloadStored {
  kind: "download_stored";
  name: string;
}

/** Look again at what is stored, once it is stored, and tell what came of it. */
export interface Look {
  kind: "look";
  told: Notice | null;
}

/** A case is deleted for good: its drafts go, and the copy of the state in which it was. */
export interface Forget {
  kind: "forget";
  case: string;
}

/** Delete all that is stored, in every storage; then look again. */
export interface Wipe {
  kind: "wipe";
  told: Notice;
}

/** Open the browser's window for printing, with the page that is shown. */
export interface PrintPage {
  kind: "print";
}

/** What went wrong: `code` chose the sentence on the screen, `detail` is for a report. */
export interface Problem {
  code: string;
  detail: string;
}

/** One turn; `state` is what was stored. */
export interface Request extends Turn {
  v: number;
  state: unknown;
  event: Event;
  base?: string;
  name?: string;
}

/** What the turn made. `state` is on its way before `html` is painted; None is nothing to store. */
export interface Response {
  v: number;
  state: unknown;
  html: string;
  lang: Locale;
  dir: "rtl" | "ltr";
  effects: Effect[];
  problem: Problem | null;
  reminders: Reminders | null;
  changed: Changed | null;
}
