// What browsers have and TypeScript's own DOM types do not have yet.

interface TrustedTypePolicy {
  createHTML(html: string): { toString(): string };
}

declare var trustedTypes:
  | { createPolicy(name: string, rules: { createHTML(html: string): string }): TrustedTypePolicy }
  | undefined;

interface Navigator {
  /** User-Agent Client Hints: Chromium only. */
  readonly userAgentData?: {
    readonly brands: { brand: string; version: string }[];
    readonly platform: string;
    getHighEntropyValues(hints: string[]): Promise<{ platformVersion?: string }>;
  };
}

/** What first-paint.js, a classic script, lends to the modules. */
declare var firstPaint: {
  /** The only place where text becomes markup. */
  parse(text: string): DocumentFragment;
  /** What the person did before anybody listened, in order; from now on the caller listens. */
  takeOver(): Event[];
};
