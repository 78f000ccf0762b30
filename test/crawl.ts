import type { Hono } from "hono";

/** What one of our addresses answers, redirects followed. */
export interface CrawledPage {
  status: number;
  /** Empty for what is no page. */
  html: string;
  /** Every `id` in it: where a fragment may lead. */
  ids: ReadonlySet<string>;
  /** Our own addresses in its `href` and `src`, with query and fragment. */
  links: string[];
}

const origin = "http://localhost";

/** Everything that links lead to from these addresses, without a browser. Links that `mayFollow` refuses are left. */
export async function crawl(
  app: Hono,
  starts: readonly string[],
  { headers = {}, mayFollow = () => true }: CrawlOptions = {},
): Promise<Map<string, CrawledPage>> {
  const pages = new Map<string, CrawledPage>();
  const waiting = [...starts];
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    const [address = ""] = link.split("#", 1);
    if (pages.has(address) || !mayFollow(address)) continue;
    const page = await read(app, address, headers);
    pages.set(address, page);
    waiting.push(...page.links);
  }
  return pages;
}

interface CrawlOptions {
  headers?: Record<string, string>;
  mayFollow?: (address: string) => boolean;
}

async function read(app: Hono, address: string, headers: Record<string, string>): Promise<CrawledPage> {
  const answer = await app.request(address, { headers: { accept: "text/html", ...headers } });
  const to = answer.headers.get("location");
  if (to !== null) return read(app, to, headers);
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  if (!isPage) await answer.body?.cancel();
  const html = isPage ? await answer.text() : "";
  const values = (attribute: string) =>
    [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map(([, value = ""]) =>
      value.replaceAll("&amp;", "&"),
    );
  const links = [...values("href"), ...values("src")].flatMap((link) => {
    const url = new URL(link, origin + address);
    return url.origin === origin ? [url.pathname + url.search + url.hash] : [];
  });
  return { status: answer.status, html, ids: new Set(values("id")), links };
}

/** Each link whose address is not there, or whose fragment leads to no element. */
export function deadLinks(pages: ReadonlyMap<string, CrawledPage>): string[] {
  return [...pages].flatMap(([from, { links }]) =>
    links
      .filter((link) => {
        const [address = "", fragment = ""] = link.split("#");
        const target = pages.get(address);
        if (!target) return false; // not followed
        // A page that says "nothing here" may link to its own parts.
        const isThere = target.status < 400 || address === from;
        return !isThere || (fragment !== "" && !target.ids.has(fragment));
      })
      .map((link) => `${from} → ${link}`),
  );
}
