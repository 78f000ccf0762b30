import type { later } from "./en-later.ts";
import type { text } from "./en.ts";

/** What a language must say on the first view. English is the original: what it says, each must. */
export type FirstText = Omit<typeof text, "later"> & { later(): Promise<LaterText> };

/** What it must say after it. */
export type LaterText = typeof later;

export type Text = FirstText & LaterText;
