import type { Page } from "@playwright/test";
import type { Article, Block } from "../content/article.ts";
import type { Way } from "../content/guide.ts";

const steps = (...lines: string[]): Block[] => [
  { kind: "list", ordered: true, items: lines.map((line) => [{ kind: "paragraph", text: [line] }]) },
];
const way = (title: string, needed: Way["for"]): Way => ({
  title,
  for: needed,
  blocks: steps("Open the settings of this site.", "Delete its data.", "Load the page again."),
});

/** An article with a guide in which every kind of step occurs. */
export const sampleArticle: Article = {
  slug: "clear-cache",
  title: "The page shows an old version",
  summary: "Your browser kept files from before the last change.",
  codes: [],
  symptom: "page_broken",
  related: [],
  updated: "2026-11-24",
  hash: "0123456789ab",
  blocks: steps("Refresh the files."),
  guide: {
    start: "files",
    nodes: {
      files: {
        kind: "check",
        checks: ["build", "sw"],
        arrows: [{ when: { outcome: "fail" }, to: "refresh" }],
        next: "role",
      },
      refresh: {
        kind: "do",
        action: "refresh_site_files",
        text: ["We replace this site’s files. Save your work first; you stay signed in."],
        button: "Refresh the files",
        next: "verified",
        failed: "role",
      },
      verified: {
        kind: "verify",
        checks: ["build"],
        arrows: [{ when: { outcome: "pass" }, to: "looks_right" }],
        next: "role",
      },
      looks_right: {
        kind: "ask",
        text: ["Does it look right now?"],
        note: "It is now of version {build.loaded}.",
        answers: [
          { id: "yes", label: "Yes", to: "end:solved" },
          { id: "no", label: "No", to: "role" },
        ],
      },
      role: {
        kind: "ask",
        by: "role",
        text: ["Are you an administrator?"],
        answers: [
          { id: "user", label: "No", to: "clear" },
          { id: "admin", label: "Yes", to: "tell" },
        ],
      },
      tell: {
        kind: "do",
        action: "ask_my_admin",
        text: ["We tell your colleagues."],
        button: "Tell them",
        next: "clear",
        failed: "clear",
      },
      clear: {
        kind: "read",
        text: ["Delete the data of this site only."],
        ways: [
          way("Chrome or Edge", { browser: ["chrome", "edge"] }),
          way("Firefox", { browser: ["firefox"] }),
          way("Safari", { browser: ["safari"] }),
        ],
        next: "message",
      },
      message: {
        kind: "paste",
        check: "sso_code",
        text: ["Which message do you see?"],
        found: "provider",
        none: "provider",
      },
      provider: {
        kind: "read",
        ways: [way("Microsoft Entra ID", { idp: ["entra"] }), way("Okta", { idp: ["okta"] })],
        next: "account",
      },
      account: {
        kind: "check",
        checks: ["account"],
        arrows: [{ when: { words: ["locked"] }, to: "go:account-locked" }],
        next: "report",
      },
      report: { kind: "end", end: "ticket", text: ["Then it is for us to find."], attach: ["browser", "sw"] },
    },
  },
};

/** Lets the help server hand out this article instead of its own. */
export async function serveArticle(page: Page, help: string, article: Article): Promise<void> {
  await page.route(`${help}/api/articles/${article.slug}?*`, (route) =>
    route.fulfill({ json: article, headers: { "access-control-allow-origin": "*" } }),
  );
}
