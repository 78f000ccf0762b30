import { createHash, createHmac, randomInt, timingSafeEqual } from "node:crypto";

/** Only a hash of a secret is stored: a copy of the database opens nothing. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

// No 0 O 1 I L 5 S 8 B 2 Z U V: said on the phone, each is heard as itself.
const keyLetters = "34679ACDEFGHJKMNPQRTWXY";

/** A ticket's name: `K7M-42Q` style, short and speakable. It opens nothing without the token. */
export function makeTicketKey(): string {
  const letters = Array.from({ length: 6 }, () => keyLetters[randomInt(keyLetters.length)]);
  return `${letters.slice(0, 3).join("")}-${letters.slice(3).join("")}`;
}

const linkDays = 60; // longer than a ticket waits for its reporter (5 working days) and may be reopened (14 days)

/** The token of a mailed link: opens one ticket, until a date, signed by us. */
export function signTicketLink(secret: string, ticketId: string, now: Date): string {
  const expires = Math.floor(now.getTime() / 1_000) + linkDays * 86_400;
  return `link.${expires}.${signature(secret, ticketId, expires)}`;
}

export function isTicketLinkValid(secret: string, ticketId: string, token: string, now: Date): boolean {
  const [kind, expires = "", signed = ""] = token.split(".");
  if (kind !== "link" || !/^\d+$/.test(expires) || Number(expires) * 1_000 < now.getTime()) return false;
  return isSameSecret(Buffer.from(signed), Buffer.from(signature(secret, ticketId, Number(expires))));
}

function signature(secret: string, ticketId: string, expires: number): string {
  return createHmac("sha256", secret).update(`ticket-link ${ticketId} ${expires}`).digest("base64url");
}

/** Compares in constant time. */
export function isSameSecret(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
