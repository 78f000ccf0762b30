import { createRequire } from "node:module";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Before the first page of a context: brings axe, and notes what the content security policy refuses. */
export async function watchForDefects(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: axePath });
  await context.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", (event) =>
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
}

/** Opens all that is folded up, at once: pressed one by one, the summaries of a page take longer than axe. */
export function unfold(summaries: Locator): Promise<void> {
  return summaries.evaluateAll((all: HTMLElement[]) => all.forEach((summary) => summary.click()));
}

/** What axe, the content security policy and the page's width have to say. */
export function findDefects(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Put there by the two scripts that every page of the context starts with.
    const { axe, violations } = window as unknown as {
      axe: { run(): Promise<AxeResults> };
      violations: string[];
    };
    const found = (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    const isTooWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [...found, ...violations, ...(isTooWide ? ["scrolls sideways"] : [])];
  });
}
