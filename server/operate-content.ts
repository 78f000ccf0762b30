import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CheckedArticle } from "../content/check-article.ts";
import type { Checked } from "../content/guide.ts";
import { parseArticle, readKnowledge, refuse } from "./knowledge/read-articles.ts";
import { locales } from "./contract/types.ts";
import { SettingError } from "./settings.ts";

const usage = `npm run content            checks every article, in both languages
npm run content -- stamp SLUG…   says that the French articles say again what the English ones do`;

/** `npm run content`: for authors. Answers with what to print; throws with every file and line to mend. */
export async function contentVerb(
  contentFolder: string,
  [verb = "check", ...slugs]: string[],
  now: Date,
): Promise<string> {
  if (verb === "stamp" && slugs.length > 0) return stamp(contentFolder, slugs);
  if (verb === "check" && slugs.length === 0) return check(contentFolder, now);
  throw new SettingError(usage);
}

async function check(contentFolder: string, now: Date): Promise<string> {
  const { articles } = await readKnowledge(contentFolder);
  const day = now.toISOString().slice(0, 10);
  const steps = await checkedSteps(contentFolder, articles);
  const ahead = steps.filter(({ on }) => on > day);
  refuse(ahead.map(({ place, on }) => `${place}: checked_on: ${on} is still to come`));
  const notices = articles.flatMap(({ slug, locale, reviewBy, isBehind }) => {
    const path = join("content", "articles", locale, `${slug}.md`);
    return [
      ...(reviewBy < day
        ? [`${path} was to be read again by ${reviewBy}; since then it is ranked lower`]
        : []),
      ...(isBehind
        ? [
            `${path} is older than its original, and says so to its readers; then: npm run content -- stamp ${slug}`,
          ]
        : []),
    ];
  });
  const old = steps
    .filter(({ until }) => until < day)
    .map(
      ({ place, on }) => `${place} was checked on ${on}; its readers are told so until it is checked again`,
    );
  const count = articles.length / locales.length;
  return [...notices, ...old, `${count} articles in ${locales.length} languages are in order.`].join("\n");
}

/** The steps of guides that say when they were checked, each with its file and line: the original's. */
async function checkedSteps(contentFolder: string, articles: readonly CheckedArticle[]) {
  const [original] = locales;
  const found: (Checked & { place: string })[] = [];
  for (const { slug, guide } of articles.filter(({ locale }) => locale === original)) {
    const dated = Object.entries(guide?.nodes ?? {}).flatMap(([name, node]) =>
      "checked" in node && node.checked ? [{ name, checked: node.checked }] : [],
    );
    if (dated.length === 0) continue;
    const path = join("articles", original, `${slug}.md`);
    const source = parseArticle(path, original, await readFile(join(contentFolder, path), "utf8"));
    for (const { name, checked } of dated) {
      const line = source.lineOfField("guide", "nodes", name, "checked_on");
      found.push({ ...checked, place: `${join("content", path)}:${line} guide.nodes.${name}` });
    }
  }
  return found;
}

async function stamp(contentFolder: string, slugs: readonly string[]): Promise<string> {
  const [original, ...translations] = locales;
  const stamped: string[] = [];
  for (const slug of slugs) {
    const read = async (locale: string) => {
      const path = join(contentFolder, "articles", locale, `${slug}.md`);
      const text = await readFile(path, "utf8").catch(() => {
        throw new SettingError(`There is no ${path}.`);
      });
      return { path, text };
    };
    const from = await read(original);
    const { hash } = parseArticle(from.path, original, from.text);
    for (const locale of translations) {
      const { path, text } = await read(locale);
      const line = `translation_of: "${hash}"`;
      const withLine = /^translation_of:.*$/m.test(text)
        ? text.replace(/^translation_of:.*$/m, line)
        : text.replace(/\n---\n/, `\n${line}\n---\n`);
      await writeFile(path, withLine);
      stamped.push(path);
    }
  }
  return stamped.map((path) => `${path} says what its original says.`).join("\n");
}
