import { symptoms } from "./contract/symptoms.ts";
import type { Scope } from "./contract/types.ts";
import { type Facts, blockingOf, languageOf, readFacts } from "./tickets/facts.ts";
import { qualify } from "./tickets/qualify.ts";

/**
 * `operate -- qualify`: a report as a line of JSON in, its qualification as a line of JSON out, in the same order.
 * The names under `diagnostics` are those of facts. A broken line ends it with an error that gives its number.
 */
export async function* qualifyLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    try {
      yield JSON.stringify(qualifyLine(JSON.parse(line)));
    } catch (error) {
      throw new Error(`Line ${number}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }
}

function qualifyLine(report: unknown) {
  if (!isRecord(report)) throw new Error("a report must be a JSON object.");
  if (report["id"] === undefined) throw new Error("id is missing.");
  const { kind, security, severity, cause, confidence, team, rule, because } = qualify(factsOfLine(report));
  return { id: report["id"], kind, security, severity, cause, confidence, team, rule, because };
}

function factsOfLine(report: Record<string, unknown>): Facts {
  const symptom = symptoms.find((name) => name === report["symptom"]);
  if (symptom === undefined) throw new Error(`symptom must be one of ${symptoms.join(", ")}.`);
  const scope = read(report, "scope", isScope);
  return {
    ...readFacts(read(report, "diagnostics", isRecord) ?? {}),
    symptom,
    lang: languageOf(read(report, "lang", isString) ?? "en"),
    text: read(report, "text", isString),
    where: read(report, "where", isString),
    scope: scope === "unknown" ? undefined : scope,
    blocking: read(report, "blocking", isBoolean) ?? blockingOf(symptom),
  };
}

function read<Value>(
  report: Record<string, unknown>,
  name: string,
  isValid: (value: unknown) => value is Value,
): Value | undefined {
  const value = report[name] ?? undefined;
  if (value === undefined || isValid(value)) return value;
  throw new Error(`${name} cannot be ${JSON.stringify(value)}.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isScope(value: unknown): value is Scope {
  return isString(value) && ["me", "several", "all", "unknown"].includes(value);
}
