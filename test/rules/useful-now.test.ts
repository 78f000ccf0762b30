import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { OpenProblem } from "../../server/contract/types.ts";
import { readKnowledge } from "../../server/knowledge/read-articles.ts";
import { orderUseful, type Votes } from "../../server/knowledge/useful-now.ts";
import { projectDir } from "../../server/settings.ts";

const problem = (article?: string): OpenProblem => ({
  id: "sms-1",
  service: "sms",
  status: "major",
  title: "Codes by SMS have not been going out since 09:10 (Paris).",
  since: "2026-11-24T08:10:00.000Z",
  symptoms: ["sms_code"],
  ...(article !== undefined && { article }),
});

const chosen = [
  "sms-code-not-received chosen",
  "sso-certificate-expired chosen",
  "clear-cache chosen",
  "document-wont-open chosen",
  "password-reset chosen",
];

const cases: { name: string; problems?: OpenProblem[]; votes?: Votes[]; first: string[] }[] = [
  { name: "nothing known: our own choice", first: chosen },
  {
    name: "what explains an open problem, once, though we chose it too",
    problems: [problem("clear-cache"), problem("clear-cache")],
    first: ["clear-cache open", "sms-code-not-received chosen"],
  },
  {
    name: "for a problem without an article the one that tells us from them",
    problems: [problem()],
    first: ["platform-down open", "sms-code-not-received chosen"],
  },
  {
    name: "what helped most readers, and whom it failed counts against it",
    votes: [
      { slug: "upload-fails", yes: 9, no: 4 },
      { slug: "voting-fails", yes: 8, no: 0 },
      { slug: "blank-page", yes: 20, no: 10 },
    ],
    first: ["voting-fails helped", "upload-fails helped", "sms-code-not-received chosen"],
  },
  {
    name: "what a few people liked is no news for all",
    votes: [{ slug: "upload-fails", yes: 4, no: 0 }],
    first: chosen,
  },
  {
    name: "an article that is gone leaves its place",
    votes: [{ slug: "gone", yes: 40, no: 0 }],
    first: chosen,
  },
  {
    name: "an open problem before any votes",
    problems: [problem("sms-code-not-received")],
    votes: [{ slug: "voting-fails", yes: 80, no: 0 }],
    first: ["sms-code-not-received open", "voting-fails helped", "sso-certificate-expired chosen"],
  },
];

for (const { name, problems = [], votes = [], first } of cases)
  test(`useful now is ${name}`, async () => {
    const { articles } = await readKnowledge(join(projectDir, "content"));
    const english = articles.filter(({ locale }) => locale === "en");
    const useful = orderUseful(english, problems, votes);
    expect(useful).toHaveLength(5);
    expect(useful.map(({ article, because }) => `${article.slug} ${because}`).slice(0, first.length)).toEqual(
      first,
    );
  });
