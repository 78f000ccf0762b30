import type { Locale } from "../contract/types.ts";
import { platformNames, wordsOf } from "../tickets/facts.ts";
import type { FactInput } from "./facts.ts";
import { text } from "../text/text.ts";

/** What is wrong with a value: the part to mend, unless it is the value itself, and what may stand there. */
export interface ValueFault {
  part?: string;
  allowed: (locale: Locale) => string;
}

/** A number that is not named here cannot be less than none. */
const ranges: Record<string, readonly [from: number, to: number]> = {
  sms_rate: [0, 100],
  sp_cert_days: [-36_500, 36_500],
};

/** What is wrong with what a check is stated to be: a typo, or nothing, kept as a fact would hide the true one. */
export function faultOfValue({ check, outcome, value }: FactInput): ValueFault | undefined {
  const names = platformNames(check);
  const isNothing =
    value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
  if (isNothing && outcome === undefined)
    return { allowed: (locale) => text(locale).facts.allowed.something(names.join(", ")) };
  if (value === undefined) return undefined;
  const isBare = typeof value !== "object" || value === null;
  for (const [name, part] of isBare ? [[names[0] ?? "", value] as const] : Object.entries(value)) {
    const allowed = names.includes(name)
      ? faultOfPart(name, part)
      : (locale: Locale) => text(locale).facts.allowed.names(names.join(", "));
    if (allowed) return isBare ? { allowed } : { part: name, allowed };
  }
  return undefined;
}

function faultOfPart(name: string, part: unknown): ValueFault["allowed"] | undefined {
  const list = wordsOf(name);
  if (list) {
    return list.some((word) => word === part)
      ? undefined
      : (locale) => text(locale).facts.allowed.words(name, list.join(", "));
  }
  const shape = shapes[name];
  if (shape) {
    return shape.test(String(part)) && part !== null && typeof part !== "boolean"
      ? undefined
      : (locale) => text(locale).facts.allowed.shapes[name] ?? "";
  }
  const [from, to] = ranges[name] ?? [0, Number.MAX_SAFE_INTEGER];
  return typeof part === "number" && part >= from && part <= to
    ? undefined
    : (locale) => text(locale).facts.allowed.number(name, from, ranges[name] && to);
}

const providersCode = /^[\w.:/-]{1,60}$/;
const shapes: Record<string, RegExp> = {
  sms_country: /^[A-Z]{2}$/,
  sms_code: providersCode,
  sso_code: providersCode,
  ending: /^\d{1,2}$/,
};
