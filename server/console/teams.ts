import type { Locale } from "../contract/types.ts";
import { text } from "../text/text.ts";
import type { Team } from "../tickets/qualification-rules.ts";

/** Every team that can have a ticket, as the texts name them. */
export function teamNames(locale: Locale): [code: Team, name: string][] {
  // Object.entries forgets the key type that the texts have.
  return Object.entries(text(locale).console.teams) as [Team, string][];
}

export function isTeam(code: string): code is Team {
  return Object.hasOwn(text("en").console.teams, code);
}

/** A row may name a team that left the table since. */
export function teamName(code: string, locale: Locale): string {
  return isTeam(code) ? text(locale).console.teams[code] : code.replaceAll("_", " ");
}
