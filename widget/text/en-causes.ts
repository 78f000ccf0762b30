import { write } from "./en.ts";

/** What the panel found out by itself, and what to do about it. Loaded where something was found. */
export const causes = {
  certificate: (expiredAt: Date) =>
    `Your company’s sign\u2011in certificate expired on ${write(expiredAt, { day: "numeric", month: "long" })}.`,
  certificateNext: "Nothing to do on your side. Your administrator has to install the new one; we help them.",
  build: "Your page is older than the platform.",
  buildNext: "You may see old content. Save your work, then reload the page.",
  clock: (minutes: number, isSlow: boolean) =>
    `This device’s clock is ${minutes === 1 ? "1 minute" : `${minutes} minutes`} ${isSlow ? "slow" : "fast"}.`,
  clockNext: "Sign\u2011in codes need the right time. Set the clock to automatic in the device’s settings.",
  cookies: "Your browser blocks this site’s cookies.",
  cookiesNext: "Sign\u2011in needs them. Allow cookies for this site in the browser, then reload the page.",
};

export type CauseText = typeof causes;
