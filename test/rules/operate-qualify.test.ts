import { expect, test } from "@playwright/test";
import { qualifyLines } from "../../server/operate-qualify.ts";

async function qualifyAll(...lines: string[]): Promise<Record<string, unknown>[]> {
  const results = [];
  for await (const line of qualifyLines(linesOf(lines))) results.push(JSON.parse(line));
  return results;
}

async function* linesOf(lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

test("each report gets its line, in the same order", async () => {
  const results = await qualifyAll(
    '{"id": "b", "lang": "fr", "symptom": "sso_error", "blocking": true, "diagnostics": {"cert_days": -2, "idp": "entra"}}',
    "",
    '{"id": 7, "symptom": "sms_code", "scope": "unknown", "diagnostics": {"sms_code": 30003, "sms_e164": null}}',
  );
  expect(results).toEqual([
    {
      id: "b",
      kind: "assistance",
      security: false,
      severity: 2,
      cause: "sso_idp_certificate_expired",
      confidence: 0.9,
      team: "identity",
      rule: "R13",
      because: "The company's sign-in certificate expired 2 days ago.",
    },
    expect.objectContaining({ id: 7, cause: "sms_handset_unreachable", severity: 3 }),
  ]);
});

test.describe("a broken line is refused with its number", () => {
  const cases: [string, RegExp][] = [
    ['{"id": "a", "symptom"', /^Line 2: .*JSON/],
    ['["a"]', /^Line 2: a report must be a JSON object\.$/],
    ['{"symptom": "other"}', /^Line 2: id is missing\.$/],
    ['{"id": "a", "symptom": "sso"}', /^Line 2: symptom must be one of cannot_sign_in, /],
    ['{"id": "a", "symptom": "other", "blocking": "yes"}', /^Line 2: blocking cannot be "yes"\.$/],
    ['{"id": "a", "symptom": "other", "diagnostics": []}', /^Line 2: diagnostics cannot be \[\]\.$/],
  ];
  for (const [line, message] of cases) {
    test(line, async () => {
      const good = '{"id": "first", "symptom": "other"}';
      await expect(qualifyAll(good, line)).rejects.toThrow(message);
    });
  }
});
