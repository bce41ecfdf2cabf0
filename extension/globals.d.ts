// What browsers have and TypeScript's own DOM types do not have yet.

/** Each rule takes a text and gives one; the policy made of them gives a value a sink accepts. */
type Rules<Name extends string> = { [name in Name]: (text: string) => string };
type TrustedTypePolicy<Name extends string> = { [name in Name]: (text: string) => { toString(): string } };

declare var trustedTypes:
  | {
      createPolicy<Name extends "createHTML" | "createScriptURL">(
        name: string, rules: Rules<Name>,
      ): TrustedTypePolicy<Name>;
    }
  | undefined;

interface Navigator {
  /** User-Agent Client Hints: Chromium only. */
  readonly userAgentData?: {
    readonly brands: { brand: string; version: string }[];
    readonly platform: string;
    getHighEntropyValues(hints: string[]): Promise<{ platformVersion?: string }>;
  };
}

/** Translation on this computer: Chromium and Edge from 138 on, elsewhere there is none. */
interface Translator {
  translate(text: string): Promise<string>;
  destroy?(): void;
}

interface TranslatorPair {
  sourceLanguage: string;
  targetLanguage: string;
}

declare var Translator: {
  availability(pair: TranslatorPair): Promise<"unavailable" | "downloadable" | "downloading" | "available">;
  create(wish: TranslatorPair & { signal?: AbortSignal; monitor?: (monitor: EventTarget) => void }): Promise<Translator>;
};

/** What first-paint.js, which is built as a classic script, lends to popup.js. */
interface FirstPaint {
  /** Which of the guide's surfaces this page is, and what sets it apart. */
  surface: import("./contract.js").Surface;
  frame: import("./shared/frames.js").Frame;
  /** The only place where text becomes markup. */
  parse(text: string): DocumentFragment;
  /** What the person did before anything listened, in order; from now on the caller listens. */
  takeOver(): Event[];
  /** The guide's HTML that it has put there and nothing has changed since, or null. */
  shown: string | null;
  /** Questions that the browser has already: the tab in front, the stored state, the locks; null if it refused. */
  asked: {
    tabs: Promise<chrome.tabs.Tab[]> | null;
    stored: Promise<Record<string, unknown>> | null;
    locks: Promise<LockManagerSnapshot> | null;
  };
}

declare var firstPaint: FirstPaint;

declare namespace chrome {
  /** Firefox's panel; no other browser has it, nor has Firefox for Android. */
  const sidebarAction: { open(): Promise<void> } | undefined;

  namespace commands {
    /** Firefox has it. */
    const openShortcutSettings: (() => Promise<void>) | undefined;
  }
}
