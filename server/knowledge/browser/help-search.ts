/**
 * Results while a person types, by the search that the server uses too. Without it the form works: Enter asks the
 * server, which also says what an error code means that no article explains.
 */
import type { ArticleLibrary, FindableArticle } from "../../../content/article.ts";

const mostHits = 6; // What fits a screen; Enter shows more.
const pauseMilliseconds = 600; // Who types is not told of every letter.

const input = document.querySelector<HTMLInputElement>(".ask [type=search]");
const status = document.querySelector<HTMLElement>(".ask [role=status]");
const answer = document.getElementById("answer");
if (input && status && answer) listen(input, status, answer);

/** `answer` is what the server drew below the form: it gives way to results, and comes back when there are none. */
function listen(input: HTMLInputElement, status: HTMLElement, answer: HTMLElement): void {
  const wordsNow = () => input.value.trim();
  const first = { words: wordsNow(), address: location.href };
  const site = input.form?.querySelector<HTMLInputElement>("[name=site]")?.value;
  const addressFor = (words: string) =>
    `${input.form?.action}?${new URLSearchParams({ q: words, ...(site && { site }) })}`;
  /** A reload, a link passed on and the way back from an article find the same results. */
  const remember = (address: string) => history.replaceState(null, "", address);
  const results = document.createElement("section");
  results.className = "found";
  results.hidden = true;
  answer.before(results);
  let finding: Promise<Find> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  input.addEventListener("focus", () => void load().catch(() => {}));
  input.addEventListener("input", () => void show());
  results.addEventListener("click", () => remember(addressFor(wordsNow())));
  for (const part of [input, results])
    part.addEventListener("keydown", (event) => step(event, [input, ...results.querySelectorAll("a")]));

  /** What failed is tried again by the next letter. */
  function load(): Promise<Find> {
    finding ??= loadSearch().catch((error: unknown) => {
      finding = undefined;
      throw error;
    });
    return finding;
  }

  async function show(): Promise<void> {
    clearTimeout(pause);
    const words = wordsNow();
    if (words === "" || words === first.words) {
      remember(first.address);
      return exchange(undefined);
    }
    // Offline there is nothing to search in: Enter still asks the server.
    const found = await load().then(
      (find) => find(words),
      () => undefined,
    );
    if (!found || words !== wordsNow()) return;
    // First letters find nothing yet: what stands there stays until there is something better.
    if (found.length > 0 || !results.hidden) exchange(drawResults(found, sentenceFor(found.length)));
    pause = setTimeout(() => void rest(words, found.length), pauseMilliseconds);
  }

  /** When the hand rests: what was found is said, and the server hears what was sought. It knows more of nothing. */
  async function rest(words: string, count: number): Promise<void> {
    const address = addressFor(words);
    const drawn = await askServer(address);
    if (words !== wordsNow()) return;
    if (drawn && count === 0) exchange(drawn);
    remember(address);
    status.textContent = sentenceFor(count);
  }

  function exchange(parts: Node[] | undefined): void {
    status.textContent = "";
    results.replaceChildren(...(parts ?? []));
    results.hidden = parts === undefined;
    answer.hidden = parts !== undefined;
  }

  /** The server wrote down what to say of no result, of one, of two… */
  function sentenceFor(count: number): string {
    const sentences = JSON.parse(status.dataset.found ?? "[]") as string[];
    return sentences[count] ?? "";
  }
}

type Find = (words: string) => FindableArticle[];

async function loadSearch(): Promise<Find> {
  const locale = document.documentElement.lang;
  const [{ createSearchInSlices }, language, articles] = await Promise.all([
    import("../../../content/search.ts"),
    locale === "fr"
      ? import("../../../content/search-fr.ts").then(({ french }) => french)
      : import("../../../content/search-en.ts").then(({ english }) => english),
    loadArticles(locale),
  ]);
  // A phone reads the articles in slices, so that letters appear as they are typed.
  const search = await createSearchInSlices(articles, language);
  return (words) =>
    search(words, { limit: mostHits }).flatMap(
      ({ slug }) => articles.find((article) => article.slug === slug) ?? [],
    );
}

async function loadArticles(locale: string): Promise<FindableArticle[]> {
  const response = await fetch(`/api/articles?locale=${locale}`);
  if (!response.ok) throw new Error("no articles");
  return ((await response.json()) as ArticleLibrary).articles; // our own server wrote it
}

/** After the server's pattern, so that they look as its own. */
function drawResults(found: readonly FindableArticle[], sentence: string): Node[] {
  const pattern = document.querySelector<HTMLTemplateElement>("template#results")?.content;
  const [heading, list] = pattern ? document.importNode(pattern, true).children : [];
  const row = list?.firstElementChild;
  if (!heading || !list || !row) return [];
  heading.textContent = sentence;
  list.replaceChildren(
    ...found.map(({ slug, title, summary, isForAdmins }) => {
      const item = row.cloneNode(true) as Element; // what is cloned is one
      const link = item.querySelector("a");
      link?.setAttribute("href", `/help/${document.documentElement.lang}/${slug}${link.search}`);
      link?.replaceChildren(title);
      item.querySelector("p")?.replaceChildren(summary);
      if (!isForAdmins) item.querySelector(".for")?.remove();
      return item;
    }),
  );
  return found.length > 0 ? [heading, list] : [heading];
}

/** What the server's own page says below its form. */
async function askServer(address: string): Promise<Node[] | undefined> {
  try {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector(".found");
    return found ? [...found.childNodes] : undefined;
  } catch {
    return undefined; // offline
  }
}

/** Arrows go from the box through the results and back; Escape returns to the box. */
function step(event: KeyboardEvent, stops: HTMLElement[]): void {
  const here = stops.findIndex((stop) => stop === event.target);
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    ...(here > 0 && { Escape: 0 }),
  };
  const next = stops[steps[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
