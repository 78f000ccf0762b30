import { maskText } from "../contract/mask.ts";
import type { CheckResult } from "../contract/types.ts";

/**
 * Whether a value tells more of a person than help needs: an address, an account, a secret, or more of a phone number
 * than its country and the last two digits.
 */
export function isTooPersonal(check: string, value: CheckResult["value"]): boolean {
  const parts = typeof value === "object" && value !== null ? Object.values(value) : [value];
  if (check === "sms_e164") return digitsBehindCountry(parts) > 2;
  if (check.startsWith("sms_") && parts.some((part) => digitsOf(part) > 5)) return true; // a provider's code has five
  return parts.some((part) => (typeof part === "number" ? Math.abs(part) >= 1e7 : isMasked(part)));
}

/** "+33 ••13", or {country: "FR", ending: "13"}: two, however the parts are named. */
function digitsBehindCountry(parts: readonly unknown[]): number {
  return parts.reduce((sum: number, part) => sum + digitsOf(String(part).replace(/^\+\d{1,3}(?!\d)/, "")), 0);
}

function digitsOf(part: unknown): number {
  return String(part).replace(/\D/g, "").length;
}

function isMasked(part: unknown): boolean {
  // A date looks like a phone number to whoever masks texts.
  const isTime = typeof part === "string" && /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(part);
  return typeof part === "string" && !isTime && maskText(part) !== part;
}
