/** What the bar can break, in its order. */
export const troubles = [
  "stale_build",
  "failing_request",
  "script_error",
  "slow_documents",
  "sso_error",
  "sms_missing",
  "platform_down",
] as const;

export type Trouble = (typeof troubles)[number];

export function isTrouble(value: unknown): value is Trouble {
  return troubles.some((trouble) => trouble === value);
}

/** Where each trouble shows itself, and whether one must be signed in to see it; the last shows everywhere. */
export const shownAt: Record<Trouble, { path: string; isSignedIn: boolean } | undefined> = {
  stale_build: { path: "/meetings/412", isSignedIn: true },
  failing_request: { path: "/meetings/412", isSignedIn: true },
  script_error: { path: "/meetings/412", isSignedIn: true },
  slow_documents: { path: "/documents/9034", isSignedIn: true },
  sso_error: { path: "/sso/error", isSignedIn: false },
  sms_missing: { path: "/login/code", isSignedIn: false },
  platform_down: undefined,
};
