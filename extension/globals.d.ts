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
